S :: struct
    a: Array{Int, 40}
end
f :: (s: S) -> Int
    p := &s
    p.a[0] = 5
    return s.a[0]
end
run :: ()
    s: S
    s.a[0] = 1
    r := f(s)
    print("{} {}\n", s.a[0], r)
end
