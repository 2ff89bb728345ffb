P :: struct
    v: Int
    f: (x: Int) -> Int
end
get :: (p: P, k: Int) -> Int => p.v + k
bump :: (p: Pointer{P}) -> Int
    p.v += 1
    return p.v
end
dbl :: (x: Int) -> Int => x * 2
run :: ()
    p := P{3, dbl}
    q := &p
    print("{} {} ", p.get(1), q.get(2))
    print("{} ", p.f(3))
    p.bump()
    p.bump()
    q.bump()
    print("{} {}\n", q.bump(), p.bump())
end
