BIG :: 1 << 100
TENTH :: 1.0 / 10.0
MIX :: 3 * 1.0
run :: ()
    print("{} {} {}\n", BIG >> 100, TENTH, 10 / 3)
    print("{}\n", BIG / (1 << 38))
    print("{} {} {}\n", 5.0 / 2.0, 5 / 2, 5 / 2.5)
    x := 0.1
    print("{} {}\n", x + 0.2, 0.1 + 0.2 == 0.3)
    u: u8 = 256 - 1
    i: i8 = -128
    j: i8 = 128 - 1
    print("{} {} {}\n", u, i, j)
    f: f32 = 1 + 0
    g: f64 = 2
    print("{} {}\n", Int(f), Int(g))
    print("{} {} {}\n", MIX, 3 * 1.0, 1 * 1.0)
    r := 'a'
    b: u8 = 'b'
    print("{} {} {}\n", i32(r), r, b)
    m: u32 = (1 << 32) - 1
    print("{}\n", m)
    h: i128 = BIG
    print("{}\n", h)
end
