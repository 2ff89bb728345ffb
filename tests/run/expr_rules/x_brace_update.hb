P :: struct
    x, y: Int
end
run :: ()
    p := P{1, 2}
    q := p{y = 9}
    print("{} {}\n", q.x, q.y)
end
