run :: ()
    n := 64
    a: i32 = 1
    b: i32 = -5
    c: u8 = 1
    m := 7
    neg := -1
    print("{} {} {} {} {} {}\n", a << n, a >> n, b >> n, c << n, c << m, 1 << neg)
end
