P :: struct
    x: Int
end
E :: enum
    A
    B
end
run :: ()
    p := P{3}
    e := E.B
    print("{} {} {}\n", p == {3}, e == .B, .B == e)
end
