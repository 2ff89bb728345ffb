run :: ()
    a := Simd{f32, 4}{1, 2, 3, 4}
    b := Simd{f32, 4}{4, 5, 6, 7}
    m := a < Simd{f32, 4}{2, 3, 3, 3}
    print("{} {} {} {}\n", a + b, m, any(m), all(m))
    print("{} {}\n", sum(a), shuffle(a, 3, 2, 1, 0))
end
