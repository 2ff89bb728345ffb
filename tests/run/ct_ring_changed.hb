// expect: 1 2 3 1 2 | 3 2 1 | 9 true
Node :: struct
    value: Int
    next, back: Pointer{Node}
    owner: Pointer{Ring}
end
Ring :: struct
    first: Pointer{Node}
    length: Int
    middle: Pointer{Int}
end
ring :: (n: Int) -> Pointer{Ring}
    r := new(Ring{null, n, null})
    last: Pointer{Node}
    for i in 1..=n
        node := new(Node{i, null, last, r})
        if last == null
            r.first = node
        else
            last.next = node
        end
        last = node
    end
    last.next = r.first
    r.first.back = last
    r.middle = &r.first.next.value
    return r
end
r := #run ring(3)
main :: ()
    at := r.first
    for _ in 0..<5
        print("{} ", at.value)
        at = at.next
    end
    print("| ")
    at = r.first.back
    for _ in 0..<3
        print("{} ", at.value)
        at = at.back
    end
    r.middle@ = 9
    print("| {} {}\n", r.first.next.value, r.first.owner == r)
end
