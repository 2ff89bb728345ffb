P :: struct
    x, y: Int
end
run :: ()
    p := P{1, 2}
    p = P{p.y, p.x}
    print("{} {}\n", p.x, p.y)
end
