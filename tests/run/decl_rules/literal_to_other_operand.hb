run :: ()
    a: u8 = 3
    b: i16 = 4
    c: f32 = 1.5
    print("{} {} {} {} {}\n", type_of(a + 1), type_of(2 * b), type_of(c * 2), type_of(2.0 / c), type_of(u64(1) + 1))
end
