some_or :: (n: Int) -> Maybe{Int} => ifx n > 0 => some(n) else => none end
noisy :: (n: Int) -> Int
    print("!")
    return n
end
run :: ()
    a, b, c := 1, 2, 3
    print("{} {} {}\n", a < b && b < c || false, (a == 1) == true || true, !(a < b) || c in 0..<3)
    print("{} {} {} {}\n", a + b * c, a | b << 1 + 0, (a + b) * (c + 4), 7 & 3 ^ 2)
    print("{} {}\n", some_or(0) or_else some_or(-1) or_else 3, some_or(5) or_else noisy(9))
    print("{} {}\n", 1 + b * 5, c in a..=b + 1)
    p := &c
    print("{} {} {}\n", -p@ * 3, -(-9), ~a + 1)
    x := 4
    print("{} {}\n", 2 * x * c, x - 1)
    print("{} {}\n", 1 << 2 & 3, 1 | 2 << 1)
    print("{}\n", 1 << 2 == 4 && 3 > 2)
    print("{} {} {}\n", 17 / 2 / 4, 20 - 8 - 3, 17 % 4 % 2)
    print("{}\n", some_or(-1) or_else ifx a > 0 => 5 else => 6 end)
end
