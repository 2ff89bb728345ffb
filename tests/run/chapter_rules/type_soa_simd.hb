P :: struct
    x: Int
    y: Float
end
run :: ()
    s: Soa{P, 3}
    for i in 0..<3
        s[i].x = (i + 1) * 3
        s[i].y = 0.5
    end
    print("{} {} {}\n", s[0].x, s[1].x, s[2].x)
    s[1] = P{7, 1.5}
    p := s[1]
    print("{} {}\n", p.y, p.x)
    v := Simd{i32, 4}{1, 2, 3, 4}
    w := v + v
    t: i32 = 0
    for i in 0..<4
        t += w[i]
    end
    print("{} {} {} {} {}\n", w[0], w[1], w[2], w[3], t)
    m := w > v
    print("{} {} {}\n", all(m), any(w == v), any(v < Simd{i32, 4}{2, 2, 2, 2}))
    print("{}\n", v[3])
end
