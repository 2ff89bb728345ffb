run :: ()
    a: f16 = 1.5
    b: f32 = 0.1
    c: f64 = 0.1
    print("{} {} {}\n", a, b, c)
end
