run :: ()
    a: u8 = 1
    n: i64 = 5
    print("{} {} {}\n", a << n, 1 << u8(3), type_of(a << n))
end
