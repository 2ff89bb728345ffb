run :: ()
    a: u32 = 1
    b: i64 = 2
    c: u8 = 1
    d: i128 = 1
    print("{} {} {}\n", type_name(type_of(a + b)), type_name(type_of(c + b)), type_name(type_of(b + d)))
end
