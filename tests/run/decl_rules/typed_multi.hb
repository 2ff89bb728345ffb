run :: ()
    a, b: Int
    c, d: u8 = 3, 4
    print("{} {} {}\n", a, b, c + d)
end
