// expect: true true
// expect: 1.414213562373095 true
// expect: 49950.0 2.9289684
// expect: true
// expect: true
// expect: [0, 9223372036854775807, -9223372036854775808, 127, 0, -2, 16777216, 2147483647]
// expect: [0, 9223372036854775807, -9223372036854775808, 127, 0, -2, 16777216, 2147483647]
// expect: 5e-324 0000000000000001
// expect: 3fd3333333333333 3e99999a
// expect: false 1

Math :: #import "Math"

// A float computed by the compiler is the float that the program computes, to the last bit.

bits :: (x: f64) -> u64 => bit_cast{u64}(x)
bits :: (x: f32) -> u32 => bit_cast{u32}(x)

harmonic :: {T}(n: Int) -> T where is_float(T)
    sum: T = 0
    for i in 1..=n
        sum += 1 / T(i)
    end
    return sum
end

newton :: (x: f64) -> f64
    guess := x
    for _ in 0..<60
        guess = (guess + x / guess) * 0.5
    end
    return guess
end

kahan :: (n: Int) -> f64
    sum, lost := 0.0, 0.0
    for i in 0..<n
        y := 0.1 * f64(i) - lost
        t := sum + y
        lost = (t - sum) - y
        sum = t
    end
    return sum
end

logistic :: (n: Int) -> f64
    x := 0.3
    for _ in 0..<n
        x = 3.9 * x * (1.0 - x)
    end
    return x
end

functions :: () -> u64
    sum: u64 = 0
    for i in 0..<200
        x := f64(i) * 0.37 - 20.0
        sum = sum * 31 + bits(Math.sin(x)) + bits(Math.exp(x * 0.1)) + bits(Math.sqrt(Math.abs(x)))
        sum = sum * 31 + bits(Math.atan2(x, 3.0)) + bits(Math.floor(x)) + bits(Math.pow(1.01, x))
    end
    return sum
end

conversions :: () -> Array{Int, 8}
    nan, infinity := 0.0 / zero(), 1.0 / zero()
    return {Int(nan), Int(infinity), Int(-infinity), Int(i8(300.7)), Int(u8(-1.5)), Int(-2.9), Int(f32(16777217)), Int(i32(1e10))}
end

zero :: () -> f64 => 0.0

denormal :: () -> f64
    x := 1.0
    for _ in 0..<1074
        x *= 0.5
    end
    return x
end

main :: ()
    print("{} {}\n", bits(harmonic{f64}(10000)) == #run bits(harmonic{f64}(10000)), bits(harmonic{f32}(10000)) == #run bits(harmonic{f32}(10000)))
    print("{} {}\n", #run newton(2.0), bits(newton(2.0)) == #run bits(newton(2.0)))
    print("{} {}\n", #run kahan(1000), #run harmonic{f32}(10))
    print("{}\n", logistic(1000) == #run logistic(1000))
    print("{}\n", functions() == #run functions())
    print("{}\n{}\n", conversions(), #run conversions())
    print("{} {:016x}\n", #run denormal(), #run bits(denormal()))
    print("{:016x} {:08x}\n", #run bits(0.1 + 0.2), #run bits(f32(0.1) + f32(0.2)))
    print("{} {}\n", #run 0.0 / zero() == 0.0 / zero(), #run bits(-zero()) >> 63)
end
