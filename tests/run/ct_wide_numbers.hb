// expect: 340282366920938463463374607431768211455 -170141183460469231731687303715884105728 120 true
// expect: [5, 7, 9, 11] true 255
big :: () -> u128 => ~u128(0)
fact :: (n: u128) -> u128 => ifx n == 0 => 1 else => n * fact(n - 1) end
LOW: i128 : -170141183460469231731687303715884105728
SIMD :: #run add4(Simd{Int, 4}{1, 2, 3, 4}, Simd{Int, 4}{4, 5, 6, 7})
add4 :: (a: Simd{Int, 4}, b: Simd{Int, 4}) -> Simd{Int, 4} => a + b
wrap :: () -> u8
    x: u8 = 0
    x -= 1
    return x
end
WRAP :: wrap()
BIG :: #run big()
F :: #run fact(5)
F30 :: #run fact(30)
main :: ()
    print("{} {} {} {}\n", BIG, LOW, F, F30 == fact(30))
    s := SIMD
    print("[{}, {}, {}, {}] {} {}\n", s[0], s[1], s[2], s[3], all(s == add4(Simd{Int, 4}{1, 2, 3, 4}, Simd{Int, 4}{4, 5, 6, 7})), WRAP)
end
