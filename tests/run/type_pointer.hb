// expect: 3 4 4
// expect: true false null
// expect: 10 20 30
// expect: 7 7 8
// expect: 5 6
// expect: 30 20 3
// expect: 99 99
// expect: 2 4 6 8
// expect: 42 42
// expect: true true 16
// expect: 1 2 3 then 3 2 1

Node :: struct
    value: Int
    next: *Node
end

Outer :: struct
    inner: Node
    where_to: Pointer{Pointer{Node}}
end

bump :: (p: Pointer{Int})
    p@ += 1
end

swap_ends :: (p: Pointer{Int}, n: Int)
    p[0], p[n - 1] = p[n - 1], p[0]
end

reverse_list :: (list: *Node) -> *Node
    done: *Node = null
    rest := list
    while rest != null
        rest.next, done, rest = done, rest, rest.next
    end
    return done
end

main :: () -> Int
    x := 3
    p := &x
    print("{} ", p@)
    bump(p)
    print("{} {}\n", x, p@)
    q: Pointer{Int} = null
    print("{} {} {}\n", q == null, p == null, q)
    a := Array{Int, 3}{10, 20, 30}
    first := &a[0]
    print("{} {} {}\n", first@, first[1], first[2])
    pp := &p
    pp@@ = 7
    print("{} {} ", x, p@)
    (pp@)@ += 1
    print("{}\n", x)
    n := Node{value = 5}
    m := Node{6, &n}
    print("{} {}\n", m.next.value, m.value)
    swap_ends(first, 3)
    part := first[0..<2]
    print("{} {} {}\n", part[0], part[1], part.length + 1)
    pn := &n
    o := Outer{inner = Node{value = 1}, where_to = &pn}
    o.where_to@.value = 99
    print("{} {}\n", n.value, pn.value)
    numbers := Array{Int, 4}{1, 2, 3, 4}
    for &number in numbers
        number *= 2
    end
    for number, i in numbers
        print("{}{}", number, ifx i < 3 => " " else => "\n" end)
    end
    v: Pointer{Void} = &x
    Pointer{Int}(v)@ = 42
    print("{} {}\n", x, bit_cast{Pointer{Int}}(UInt(v))@)
    print("{} {} {}\n", &a[1] == &first[1], UInt(&a[2]) - UInt(&a[1]) == 8, size_of(Node))
    c := Node{3, null}
    b := Node{2, &c}
    d := Node{1, &b}
    at := &d
    while at != null
        print("{} ", at.value)
        at = at.next
    end
    print("then")
    at = reverse_list(&d)
    while at != null
        print(" {}", at.value)
        at = at.next
    end
    print("\n")
    return 0
end
