P :: struct
    x, y: Int
end
f :: (p: P) -> P => p
run :: ()
    a := P{1, 2}
    b := P{x = 1}
    c: P = {x = 1, y = 7}
    d := a{x = 5}
    e := f({1, 2})
    print("{} {} | {} {} | {} {} | {} {} | {} {}\n", a.x, a.y, b.x, b.y, c.x, c.y, d.x, d.y, e.x, e.y)
end
