// expect: 340282366920938463463374607431768211455 0
// expect: 1000000007 18446744073709551616
// expect: 99999999999999999999999999999999 7 -14
// expect: 10000000000000000000000000000000000000
// expect: true false true
// expect: 18446744073709551616 -1
// expect: 1.8446744073709552e19 170141183460469231731687303715884105727
// expect: 33
// expect: 354224848179261915075
// expect: 35cc7a5d0f6a4f2b00000000

// 128-bit integers: arithmetic, division, shifts, conversions, parameters and results.

fibonacci :: (n: Int) -> u128
    a, b: u128 = 0, 1
    for _ in 0..<n
        a, b = b, a + b
    end
    return a
end

power :: (base: i128, exponent: Int) -> i128
    result: i128 = 1
    for _ in 0..<exponent
        result *= base
    end
    return result
end

digits :: (x: u128) -> Int
    n := 0
    rest := x
    while rest != 0
        rest /= 10
        n += 1
    end
    return n
end

main :: () -> Int
    top: u128 = 0
    top -= 1
    print("{} {}\n", top, top + 1)
    product := power(10, 9) + 7
    print("{} {}\n", product, power(2, 64))
    big := power(10, 32) - 1
    print("{} {} {}\n", big, (power(10, 30) + 7) % power(10, 30), -power(10, 30) / (power(10, 30) / 14 + 0) )
    print("{}\n", power(10, 37))
    a: i128 = -5
    b: i128 = 3
    print("{} {} {}\n", a < b, a > b, power(2, 100) > power(2, 99))
    one: u128 = 1
    print("{} {}\n", one << 64, i64(power(2, 70) - 1))
    print("{} {}\n", f64(one << 64), i128(1.7014118346046923e38))
    print("{}\n", digits(power_of_ten(32)))
    print("{}\n", fibonacci(100))
    print("{:x}\n", (u128(0x35cc7a5d) << 64) | (u128(0x0f6a4f2b) << 32))
    return 0
end

power_of_ten :: (n: Int) -> u128 => u128(power(10, n))
