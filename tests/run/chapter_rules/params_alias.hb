Big :: struct
    v: Int
    pad: Array{Int, 8}
end
global: Big
table: Array{Big, 3}
set :: (b: Big, p: *Big) -> Int #no-inline
    p.v = 100
    return b.v
end
via_global :: (b: Big) -> Big #no-inline
    global.v = 9
    return b
end
rotate :: (a: Big, b: Big, c: Big) -> (Big, Big, Big) #no-inline
    return b, c, a
end
append_self :: (xs: Slice{Big}, x: Big) -> Int #no-inline
    for &e in xs e.v = 0; end
    return x.v
end
field :: (b: Big, n: *Int) -> Int #no-inline
    n@ += 5
    return b.v
end
run :: ()
    x: Big
    x.v = 1
    print("{} {}\n", set(x, &x), x.v)
    global.v = 5
    y := via_global(global)
    print("{} {}\n", y.v, global.v)
    table[0].v, table[1].v, table[2].v = 4, 3, 3
    table[0], table[1], table[2] = rotate(table[0], table[1], table[2])
    print("{} {} {}\n", table[0].v, table[1].v, table[2].v)
    table[1].v = 8
    print("{}\n", append_self(table[..], table[1]))
    x.v = 7
    r := field(x, &x.v)
    print("{} {}\n", x.v, r)
end
