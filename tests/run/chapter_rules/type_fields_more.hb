A :: struct #align(8)
    x: u8
end
Mixed :: struct
    a: u8; b: f64; c: u16
end
Outer :: struct
    using inner: Pointer{Inner}
    own: Int
end
Inner :: struct
    v: Int
end
Grid :: struct
    cells: Array{Array{u8, 3}, 2}
end
Bits :: union #raw
    f: f64
    parts: Array{u32, 2}
end
bump :: (o: *Outer)
    o.v += 4
end
run :: ()
    print("{} {} {}\n", offset_of(Mixed, a) + 1, size_of(Mixed), size_of(A))
    i := Inner{3}
    o := Outer{&i, 0}
    print("{} ", o.v)
    bump(&o)
    print("{}\n", i.v)
    g: Grid
    g.cells[1][2] = 6
    print("{}\n", g.cells[1][2])
    list := Array{Mixed, 2}{{a = 5}, {b = 12}}
    print("{} {}\n", list[0].a, Int(list[1].b))
    b := Bits{parts = {0, 0x40300000}}
    print("{} {}\n", offset_of(Mixed, c) / 4, Int(b.f))
end
