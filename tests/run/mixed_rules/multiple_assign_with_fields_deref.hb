P :: struct
    x, y: Int
end
run :: ()
    p := P{1, 2}
    a, b := 3, 4
    q, r := &a, &b
    p.x, p.y = p.y, p.x
    q@, r@ = r@, q@
    print("{} {} {} {}\n", p.x, p.y, a, b)
end
