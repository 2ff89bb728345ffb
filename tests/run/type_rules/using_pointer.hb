Base :: struct
    a, b: Int
end
D :: struct
    using base: Pointer{Base}
    c: Int
end
run :: ()
    b := Base{1, 2}
    d := D{&b, 3}
    d.a = 9
    d.base.b = 5
    print("{} {}\n", b.a, d.b)
end
