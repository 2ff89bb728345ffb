P :: struct
    x, y, z: Int
end
run :: ()
    p := P{1, 2, 3}
    a := any_copy(p)
    p.x = 9
    print("{}\n", P(a).x)
end
