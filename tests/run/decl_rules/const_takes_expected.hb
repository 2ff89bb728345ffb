N :: 100
run :: ()
    a: u8 = N
    b: f32 = N
    c: i128 = N
    print("{} {} {}\n", a, b, c)
end
