run :: ()
    a: u128 = 0
    a -= 1
    b: i128 = (1 << 127) - 1
    c: i128 = -5
    print("{:x} {} {}\n", a, b, c)
end
