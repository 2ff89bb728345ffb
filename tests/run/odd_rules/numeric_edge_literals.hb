run :: ()
    a: i64 = -0x8000000000000000
    b := 0x7fff_ffff_ffff_ffff
    c: u64 = 0xffff_ffff_ffff_ffff
    d: i32 = -2147483648
    e := 0.0
    print("{} {} {} {} {} {}\n", a, b, c, d, e, -e)
end
