run :: ()
    a: i32 = 1
    b := 2
    c: f32 = 1.5
    d := 2.5
    e: u8 = 3
    f: i32 = 3
    print("{} {} {} {}\n", type_of(a + b), type_name(type_of(c + d)) == "Float", type_of(e + f), type_of(e + b))
end
