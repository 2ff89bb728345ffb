P :: struct
    x, y: Int
end
run :: ()
    p := P{1, 2}
    a := Array{P, 1}{p}
    q := a[0]{y = 9}
    pp := &p
    r := pp@{y = 9}
    print("{} {}\n", q.x, r.y)
end
