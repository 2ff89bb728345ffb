Meters :: distinct f64
Id :: distinct u32
run :: ()
    n := 300
    m: i8 = -56
    print("{} {} {} {}\n", u8(n), m, u8(m), u16(-1 + n - 300))
    yes, no := true, false
    print("{} {} {}\n", Int(yes), u8(no), i128(yes))
    f := 1e10
    nan := (f - f) / (f - f)
    print("{} {} {} {} {}\n", i8(f), i8(-f), i8(nan), u8(f), u8(-f))
    r := 'a'
    c: u8 = 98
    print("{} {} {}\n", Int(r), Rune(c), u32(Rune(128512)))
    p := &n
    a := UInt(p)
    q := Pointer{Int}(a)
    q@ = 3
    print("{} {}\n", p == q, n)
    x := Meters(2.5)
    id := Id(3)
    print("{} {}\n", f64(x), u32(id))
    i: Int = c32(5)
    g: Float = f32(i)
    print("{} {}\n", i, g)
    single: f32 = -1.0
    print("{}\n", bit_cast{u32}(single))
    minus: i32 = -1
    print("{} {} {}\n", u32(minus), Int(minus), u64(minus))
    big: u128 = u128(minus)
    print("{}\n", big)
    huge := 1e39
    print("{} {}\n", i128(-huge), i128(huge))
end
c32 :: (n: i32) -> i32 => n
