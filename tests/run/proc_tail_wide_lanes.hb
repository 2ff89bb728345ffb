// expect: [100000000000000000000, -3]
// expect: [1, 2, 3, 4]

// Vectors whose lanes no vector register holds travel as integers: two lanes in registers, four in memory.

even :: {T}(x: T, one: T, count: Int) -> T #no-inline
    if count == 0
        return x
    end
    return #tail odd(x + one, one, count - 1)
end

odd :: {T}(x: T, one: T, count: Int) -> T #no-inline
    if count == 0
        return x
    end
    return #tail even(x + one, one, count - 1)
end

main :: () -> Int
    print("{}\n", even(Simd{i128, 2}{100000000000000000000, 0}, Simd{i128, 2}{0, -1}, 3))
    print("{}\n", odd(Simd{u128, 4}{1, 2, 3, 1}, Simd{u128, 4}{0, 0, 0, 1}, 3))
    return 0
end
