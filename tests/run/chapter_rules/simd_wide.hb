V8 :: #type Simd{i32, 8}
V64 :: #type Simd{u8, 64}
square :: (v: V8) -> V8 #no-inline => v * v
add_wide :: (a: V64, b: V64) -> V64 #no-inline => a + b
S :: struct
    v: Simd{f32, 4}
    n: Int
end
run :: ()
    v := V8{1, 2, 3, 4, 5, 6, 7, 8}
    print("{} {} {}\n", sum(v), sum(square(v)), v[7])
    a: V64
    b: V64
    for i in 0..<64
        a[i] = u8(i)
        b[i] = u8(255 - i)
    end
    c := add_wide(a, b)
    print("{} {} {}\n", c[63], (c + 1)[5], all(c == V64{} - 1))
    s := S{{1, 2, 3, 4}, 2}
    s.v[1] += 0.5
    t := S{n = 1}
    t.v = s.v * -0.5
    print("{} {}\n", s.v[1], t.v[1] + 0.25)
    w := Simd{i32, 4}{1, 2, 3, 4}
    r: Simd{i32, 4}
    for i in 0..<4 r[i] = w[3 - i]; end
    print("{}\n", r)
    k := Simd{i32, 4}{6, 7, 8, 9} & Simd{i32, 4}{-1, -1, 0, 0}
    print("{} {} {}\n", k[0], k[1], k[2])
    m := select(w > 2, w * 10, w)
    print("{} {}\n", max(w) - 1, m[2])
end
