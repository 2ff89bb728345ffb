P :: struct
    x: Int
    name: String
    v: Array{f32, 2}
end
total :: (s: *Soa{P, 3}) -> Int
    t := 0
    for i in 0..<3 t += s@[i].x; end
    return t
end
run :: ()
    s: Soa{P, 3}
    for i in 0..<3
        s[i] = P{i + 1, "a", {f32(i), 0.5}}
    end
    print("{} {} {}\n", s[2].x, total(&s), s[2].v[0] + s[2].v[1])
    for i in 0..<3 s[i].x *= 10; end
    print("{} {} {}\n", s[0].x, s[1].x, s[2].x)
    s[1].name = "b"
    copy := s
    copy[0].x = 0
    print("{} {}\n", copy[1].name, total(&s))
    p := s[1]
    print("{}\n", p == P{20, "b", {1, 0.5}})
end
