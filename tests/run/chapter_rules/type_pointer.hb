Node :: struct
    v: Int
    next: *Node
end
run :: ()
    a: Array{Int, 3} = {5, 6, 7}
    p := a.data
    print("{} {} {}\n", p@, p[1], p[2])
    s := p[1..<3]
    s[0] = 20
    print("{} {}\n", s.length, a[1])
    q: *Int = null
    print("{}\n", q == null)
    n := Node{v = 3}
    m := Node{v = 30, next = &n}
    pm := &m
    print("{} {}\n", pm.v, pm.next.v)
    pp := &pm
    pp@@.next.v = 9
    pp@.v = 9
    print("{} {}\n", n.v, m.v)
end
