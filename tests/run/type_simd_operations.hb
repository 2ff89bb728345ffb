// expect-status: 134
// expect: [true, true, false, false] false true true
// expect: [false, false, true, true] [false, true, false, false]
// expect: [1.0, 2.0, 2.0, 1.0]
// expect: 10.0 24.0 1.0 4.0
// expect: [1.0, 2.0, 2.0, 1.0] [4.0, 3.0, 3.0, 4.0]
// expect: [4.0, 3.0, 2.0, 1.0]
// expect: [1.0, 4.0, 2.0, 3.0]
// expect: [1.0, 1.0]
// expect: [2.0, 4.0, 6.0, 8.0] [9.0, 8.0, 7.0, 6.0] [0.5, 1.0, 1.5, 2.0]
// expect: -4 7 -8
// expect: [0.5, -1.0, 1.5, -2.0, 2.5, -3.0, 3.5, -4.0]
// expect: [1, -1, 2147483647, 0]
// expect: [1, 254, 3, 252, 5, 250, 7, 248]
// expect: [2, 1, 0, 3, 2, 1, 0, 3]
// expect: 385.0
// expect: [1.0, 2.0, 3.0, 0.25, 0.25, 0.25, 0.25, 8.0, 9.0, 10.0]
// expect: [2.0, 3.0, 10.0, 5.0] 10.0
// expect: 45

// Vectors: masks, reductions, shuffles, loads and stores.
F4 :: #type Simd{f32, 4}
I8 :: #type Simd{i32, 8}

dot :: (a: Slice{f32}, b: Slice{f32}) -> f32
    total := F4{}
    i := 0
    while i + 4 <= a.length
        total += simd_load{f32, 4}(a, i) * simd_load{f32, 4}(b, i)
        i += 4
    end
    rest: f32 = 0.0
    while i < a.length
        rest += a[i] * b[i]
        i += 1
    end
    return sum(total) + rest
end

main :: () -> Int
    a := F4{1.0, 2.0, 3.0, 4.0}
    b := F4{4.0, 3.0, 2.0, 1.0}
    mask := a < b
    print("{} {} {} {}\n", mask, all(mask), mask.any(), (a == a).all())
    print("{} {}\n", !mask, mask & (a > F4(1.5)))
    print("{}\n", select(mask, a, b))
    print("{} {} {} {}\n", sum(a), product(a), min(a), max(a))
    print("{} {}\n", min(a, b), max(a, b))
    print("{}\n", shuffle(a, 3, 2, 1, 0))
    print("{}\n", shuffle(a, b, 0, 4, 1, 5))
    print("{}\n", shuffle(a, 0, 0))
    scale: f32 = 0.5
    print("{} {} {}\n", a * 2.0, 10.0 - a, a * F4(scale))
    i := I8{1, -2, 3, -4, 5, -6, 7, -8}
    print("{} {} {}\n", sum(i), max(i), min(i))
    print("{}\n", Simd{f32, 8}(i) / 2.0)
    print("{}\n", Simd{i32, 4}(F4{1.9, -1.9, 1e20, 0.0}))
    print("{}\n", Simd{u8, 8}(i))
    print("{}\n", ~i & 3)
    items := Array{f32, _}{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0}
    print("{}\n", dot(items, items))
    simd_store(F4(0.25), items, 3)
    print("{}\n", items)
    a[2] = 9.0
    a += 1.0
    print("{} {}\n", a, a[2])
    print("{}\n", sum(Simd{u8, 4}{200, 100, 0, 1}))
    n := 7
    simd_store(a, items, n)
    return 0
end
