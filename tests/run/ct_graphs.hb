// expect: 31 16
// expect: 1 2 3 4 5 true
// expect: a->b->a->b true
// expect: true 10
// expect: 3 7 3
// expect: shared 42 42
Node :: struct
    left, right: Pointer{Node}
    value: Int
end
build :: (d: Int) -> Pointer{Node}
    n := new{Node}()
    n.value = d
    if d > 1
        n.left = build(d - 1)
        n.right = build(d - 1)
    end
    return n
end
count :: (n: Pointer{Node}) -> Int
    if n == null return 0; end
    return 1 + count(n.left) + count(n.right)
end
leaves :: (n: Pointer{Node}) -> Int
    if n == null return 0; end
    if n.left == null return 1; end
    return leaves(n.left) + leaves(n.right)
end
TREE :: #run build(5)
Link :: struct
    value: Int
    next: Pointer{Link}
end
ring :: (n: Int) -> Pointer{Link}
    first := new(Link{value = 1})
    last := first
    for i in 2..=n
        l := new(Link{value = i})
        last.next = l
        last = l
    end
    last.next = first
    return first
end
RING :: #run ring(5)
ring_var := #run ring(3)
City :: struct
    name: String
    to: Pointer{City}
end
cities :: () -> Slice{City}
    s := make_slice{City}(2)
    s[0].name = "a"
    s[1].name = "b"
    s[0].to = &s[1]
    s[1].to = &s[0]
    return s
end
CITIES :: #run cities()
Self :: struct
    me: Pointer{Self}
    n: Int
end
self :: () -> Pointer{Self}
    s := new{Self}()
    s.me = s
    s.n = 10
    return s
end
SELF :: #run self()
Both :: struct
    whole: Slice{Int}
    part: Slice{Int}
    at: Pointer{Int}
end
both :: () -> Both
    s := make_slice{Int}(5)
    for i in 0..<5
        s[i] = i
    end
    return Both{s, s[2..<4], &s[3]}
end
shared := #run both()
Two :: struct
    a, b: Pointer{Int}
end
two :: () -> Two
    p := new(1)
    return Two{p, p}
end
twins := #run two()
main :: () -> Int
    print("{} {}\n", count(TREE), leaves(TREE))
    l := RING
    for i in 0..<5
        print("{} ", l.value)
        l = l.next
    end
    print("{}\n", l == RING)
    c := &CITIES[0]
    print("{}->{}->{}->{} {}\n", c.name, c.to.name, c.to.to.name, c.to.to.to.name, c.to.to == c)
    print("{} {}\n", SELF.me == SELF, SELF.me.me.me.n)
    shared.whole[3] = 7
    print("{} {} {}\n", shared.at@ - 4, shared.part[1], ring_var.next.next.value)
    twins.a@ = 42
    print("shared {} {}\n", twins.a@, twins.b@)
    return 0
end
