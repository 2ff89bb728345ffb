P :: struct
    a: u8
    b: i64
    c: u8
end
run :: ()
    x: P = uninit
    y: P = uninit
    x.a, x.b, x.c = 1, 2, 3
    y.a, y.b, y.c = 1, 2, 3
    print("{}\n", x == y)
end
