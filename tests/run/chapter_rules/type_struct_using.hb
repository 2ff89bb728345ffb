Base :: struct
    x, y: Int
end
Derived :: struct
    using base: Base
    z: Int
end
Deeper :: struct
    using d: Derived
    w: Int
end
Packed :: struct #packed
    a: u8
    b: u64
    c: i16
    d: u8
end
Normal :: struct
    a: u8
    b: u64
    c: u8
end
Wide :: struct #align(16)
    a: u8
end
P :: struct
    x: Int; y: Int; z: Int
end
shift :: (b: Pointer{Base}) -> Int
    b.x += 10
    return b.x
end
run :: ()
    d: Deeper
    d.x = 1
    d.y = 2
    d.w = 9
    print("{} {} {} {}\n", d.d.base.x, d.base.y, d.w, d.x)
    print("{} {}\n", offset_of(Derived, base) + offset_of(Base, y), offset_of(Derived, z))
    print("{} {} {}\n", size_of(Packed), size_of(Normal), align_of(Wide))
    p := P{x = 3, z = 7, y = 4}
    print("{} {} {}\n", p.x, p.y, p.z)
    q := P{1, 2, 3}
    r := q{y = 20}
    print("{} {} {}\n", r.x, r.y, r.z)
    print("{} {} {}\n", q.x, q.y, q.z)
    print("{} {}\n", q == r{y = 2}, q == r)
end
