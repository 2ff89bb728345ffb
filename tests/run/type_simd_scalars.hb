// expect-status: 134
// expect: [2.0, 4.0, 6.0, 8.0] [-0.5, -1.5, -2.5, -3.5] [1.0, 1.5, 2.0, 2.5]
// expect: [1.0, 1.5, 2.0, 2.5] [true, true, true, true] true
// expect: [1, 2, 0, 1] [1, 2, 3, 0] [false, false, true, false]
// expect: [2.0, 3.0, 4.0, 5.0]
// expect: constant first
// expect: second 8
// expect: ab
// expect: [-2147483648, -2147483648, -1073741824, -715827882] [1, -2, 0, 5]
// expect-stderr: panic: division by zero

// A scalar beside a vector stands for one that has it in every lane; literals of strings are joined by the compiler.
F4 :: #type Simd{f32, 4}
scale :: (v: F4, k: f32) -> F4 => v * k
WORD :: "con" + "stant"
LINES :: "first\n" +
    "second" +
    ""
main :: () -> Int
    v := F4{1, 2, 3, 4}
    k: f32 = 0.5
    print("{} {} {}\n", scale(v, 2.0), k - v, v * k + k)
    v *= k
    v += 1.0
    v -= k
    print("{} {} {}\n", v, v > k, (v > k).all())
    n: i32 = 3
    i := Simd{i32, 4}{1, 2, 3, 4}
    print("{} {} {}\n", i % n, i & n, i == n)
    total := F4{}
    for x in Array{f32, _}{0.5, 1.5}
        total += v * x
    end
    print("{}\n", total)
    print("{} {} {}\n", WORD, LINES, WORD.length)
    c: CString = "a" + "b"
    print("{}\n", c)
    least := Simd{i32, 4}(-2147483648)
    print("{} {}\n", divided(least, Simd{i32, 4}{-1, 1, 2, 3}), least %% Simd{i32, 4}{3, -3, -1, 7})
    print("{}\n", divided(i, Simd{i32, 4}{1, 2, 0, n}))
    return 0
end
divided :: (a: Simd{i32, 4}, b: Simd{i32, 4}) -> Simd{i32, 4} => a / b
