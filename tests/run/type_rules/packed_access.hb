B :: struct #packed
    a: u8
    b: u32
    c: u16
end
run :: ()
    b := B{1, 70000, 3}
    b.b += 0
    print("{} {} {}\n", b.a, b.b, b.c)
end
