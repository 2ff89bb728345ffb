// expect: 6.0 14.0 24.0 36.0 70.0
// expect: 0.5
// expect: 2048 -1 0

V4 :: #type Simd{f32, 4}
dot :: (a: V4, b: V4) -> f32
    c := a * b
    return c[0] + c[1] + c[2] + c[3]
end
main :: () -> Int
    a := Simd{f32, 4}{1.0, 2.0, 3.0, 4.0}
    b := Simd{f32, 4}{5.0, 6.0, 7.0, 8.0}
    c := a + b * a
    print("{} {} {} {} {}\n", c[0], c[1], c[2], c[3], dot(a, b))
    c[2] = 0.5
    print("{}\n", c[2])
    i := Simd{i32, 8}{1, 2, 3, 4, 5, 6, 7, 8}
    j := i << i
    k := -i
    print("{} {} {}\n", j[7], k[0], (i & j)[2])
    return 0
end
