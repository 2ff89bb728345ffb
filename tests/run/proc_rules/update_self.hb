P :: struct
    x, y: Int
end
run :: ()
    p := P{1, 2}
    p = p{x = p.y}
    print("{} {}\n", p.x, p.y)
end
