// expect: inf -inf true true false
// expect: false false true false
// expect: 0.1 0.30000000000000004 0.30000001192092896
// expect: 5.5 -1.5 0.5
// expect: 3.0 1.4142135623730951 2.0 -2.0 -1.0
// expect: 1.0 0.5 0.25
// expect: 0.0 true inf -inf
// expect: 1.0 2048.0 2048.0 2052.0
// expect: 0.33325195 0.33333334 0.3333333333333333
// expect: 2.5 2.25 inf
// expect: 1e-320 0.0
// expect: 0x1p4 is 16.0 0.75
// expect: -0.0 -0.0 [-0.0] -0.0 -inf 0.0

Math :: #import "Math"

same :: {T}(x: T) -> T => x

NEGATIVE_ZERO :: -0.0

main :: () -> Int
    zero := same(0.0)
    infinity := 1.0 / zero
    nan := zero / zero
    print("{} {} {} {} {}\n", infinity, -infinity, nan != nan, infinity > 1e308, nan == nan)
    print("{} {} {} {}\n", nan < 1.0, nan > 1.0, !(nan >= 1.0), nan <= 1.0)
    a: f32 = 0.1
    b: f32 = 0.2
    print("{} {} {}\n", same(0.1), same(0.1) + 0.2, f64(a + b))
    print("{} {} {}\n", same(7.5) % 2.0 + 4.0, same(-7.5) % 2.0, same(-7.5) %% 2.0)
    print("{} {} {} {} {}\n", Math.sqrt(9.0), Math.sqrt(same(2.0)), Math.ceil(same(1.2)), Math.floor(same(-1.2)), Math.trunc(same(-1.9)))
    x := 1.0
    for i in 0..<3
        if i > 0
            print(" ")
        end
        print("{}", x)
        x /= 2
    end
    print("\n")
    negative := -zero
    print("{} {} {} {}\n", zero, zero == negative, 1 / zero, 1 / negative)
    h: f16 = 2048
    print("{} {} {} {}\n", h / h, h, h + 1, h + 3)
    h = 1
    t: f32 = 1
    print("{} {} {}\n", f32(h / 3), t / 3, same(1.0) / 3)
    k: f16 = 2.5
    print("{} {} {}\n", k, f32(k * k) - 4, k * 60000)
    print("{} {}\n", same(1e-320), same(5e-324) / 2)
    print("0x1p4 is {} {}\n", 0x1p4, 0x1.8p-1)
    short: f32 = -0.0
    print("{} {} {} {} {} {}\n", -0.0, short, Array{f16, 1}{-0.0}, NEGATIVE_ZERO, 1 / same(NEGATIVE_ZERO), -NEGATIVE_ZERO)
    return 0
end
