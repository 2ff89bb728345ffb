// eval: no, GMP is foreign code
// expect: true 1404 375
// expect: 1366 -243
// expect: true 517691607
// expect: 928 steps
// expect: -gozwjn3ihv4ow7adjlppts0000009ix -0xff            7 +7 -0000042
// expect: 118264581564861424 3053036 true
// expect: -15511163509840456462 630614 true
// expect: -9223372036854775808 -9223372036854775809 some(-9223372036854775808) none
// expect: 9223372036854775808 true 9223372036854775808
// expect: -3 -2 3
// expect: -5 true

// Factorials, powers and their digits; Fibonacci numbers in logarithmic time; Collatz; numbers in every base there and back.

Big :: #import "Big"
Arena :: #import "Arena"
#import "Strings"

digit_sum :: (x: Big.Integer) -> Int
    text := x.to_text()
    defer delete(text)
    sum := 0
    for rune in text
        sum += Int(rune) - '0'
    end
    return sum
end

// The pair of the n-th and the next, by doubling.
fibonacci :: (n: Int) -> (Big.Integer, Big.Integer)
    if n == 0
        return Big.integer(0), Big.integer(1)
    end
    a, b := fibonacci(n / 2)
    c, d := a * (b * 2 - a), a * a + b * b
    if n % 2 == 0
        return c, d
    end
    return d, c + d
end

main :: () -> Int
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        product := Big.integer(1)
        for i in 1..=200
            product.multiply(i)
        end
        print("{} {} {}\n", product == Big.factorial(200), digit_sum(product), product.to_text().length)
        print("{} {}\n", digit_sum(Big.pow(Big.integer(2), 1000)), Big.pow(Big.integer(-3), 5))
        f, _ := fibonacci(1000)
        print("{} {}\n", f == Big.fibonacci(1000), f % 1_000_000_007)
        steps, x := 0, Big.integer(27) * Big.pow(Big.integer(2), 70) - 1
        while x != 1
            x = ifx Big.is_odd(x) => x * 3 + 1 else => x >> 1 end
            steps += 1
        end
        print("{} steps\n", steps)
        n := -(Big.factorial(40) + 12345)
        for base in 2..=36
            back, ok := Big.parse_integer(n.to_text(base), base)
            assert(ok && back == n)
        end
        print("{} {:#x} {:>12} {:+} {:08}\n", n.to_text(36), Big.integer(-255), Big.integer(7), Big.integer(7), Big.integer(-42))
        print("{} {} {}\n", Big.binomial(60, 30), Big.root(Big.factorial(30), 5), Big.is_square(Big.factorial(7) + 1))
        q, r := Big.divmod(Big.factorial(25), Big.integer(-1_000_003))
        print("{} {} {}\n", q, r, q * -1_000_003 + r == Big.factorial(25))
        least := Big.integer(-0x8000_0000_0000_0000)
        print("{} {} {} {}\n", least, least - 1, Big.to_int(least), Big.to_int(least - 1))
        print("{} {} {}\n", least * -1, 0 - least == -least, least / -1)
        print("{} {} {}\n", Big.integer(-17) / 5, Big.integer(-17) % 5, Big.integer(-17) %% 5)
        print("{} {}\n", Big.integer(-17) >> 2, (Big.integer(-17) & Big.integer(0xff)) == 239)
    end
    return 0
end
