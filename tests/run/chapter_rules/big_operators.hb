Big :: struct
    a: Array{Int, 8}
    n: Int
end
Table :: struct
    items: Array{Big, 4}
    sets: Int
end
make :: (x: Int, n: Int) -> Big
    b := Big{n = n}
    b.a[0] = x
    return b
end
+ :: #operator (x: Big, y: Big) -> Big => make(x.a[0] + y.a[0], x.n + y.n)
- :: #operator (x: Big) -> Big => make(-x.a[0], -x.n)
< :: #operator (x: Big, y: Big) -> Bool => x.n < y.n
[] :: #operator (t: Table, i: Int) -> Big => t.items[i]
[]= :: #operator (t: *Table, i: Int, b: Big)
    t.sets += 1
    t.items[i] = b
end
in :: #operator (b: Big, t: Table) -> Bool
    for x in t.items
        if x == b return true; end
    end
    return false
end
run :: ()
    x, y := make(1, 2), make(3, 4)
    z := x + y
    print("{} {} {} {}\n", z.a[0], z.n, x.a[0], x.n)
    x += y
    x += z + make(1, 0)
    print("{} {}\n", x.a[0], x.n)
    t: Table
    t[1] = y
    t[1] += make(2, 3)
    t[2] = t[1]
    print("{} {} {}\n", t[2].a[0], t[1].n, Int(t[1] == t[2]))
    x, y = y, x
    print("{} {} {}\n", x.a[0], t.sets - 1, Int(x < y))
    print("{} {}\n", t[2] in t, z in t)
end
