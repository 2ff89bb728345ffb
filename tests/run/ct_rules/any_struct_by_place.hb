P :: struct
    x: Int
    y: Int
    z: Int
end
run :: ()
    p := P{1, 2, 3}
    a: Any = p
    p.x = 9
    print("{}\n", P(a).x)
end
