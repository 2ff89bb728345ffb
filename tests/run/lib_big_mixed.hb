// eval: no, GMP is foreign code
// expect: true false true true false true / true true true
// expect: -6 4 0 5 1 13 8 1 8
// expect: true false true true false true / true true
// expect: true true true false false true / true true
// expect: false false false false false false
// expect: 7 2

// Operators between numbers of `Big` and numbers of the language, either way round.

Big :: #import "Big"

main :: ()
    x := Big.integer(5)
    print("{} {} {} {} {} {} / {} {} {}\n", x > 4, x > 5, x <= 5, 4 < x, 6 <= x, 5 >= x, 5 == x, x != 6, 6 != x)
    print("{} {} {} {} {} {} {} {} {}\n", ~x, x & 6, x & 10, x | 1, x & 1, x ^ 8, 40 / x, 41 % x, 48 / (x + 1))

    third := Big.rational(1, 3)
    print("{} {} {} {} {} {} / {} {}\n", third > 0, third > 1, third <= 1, 0 < third, 1 <= third, 1 >= third, third * 3 == 1, 1 == third * 3)

    half := Big.float(0.5, precision = 200)
    print("{} {} {} {} {} {} / {} {}\n", half > 0.25, half <= 0.5, 0.25 < half, half < 0.5, 1 <= half, half < 1, half == 0.5, 0.5 == half)
    nan := Big.float(0) / Big.float(0)
    not_a_number := 0.0 / 0.0
    print("{} {} {} {} {} {}\n", nan < 1.0, 1.0 < nan, nan == 1.0, half < not_a_number, not_a_number < half, half == not_a_number)
    print("{} {}\n", max(Big.integer(7), x), min(Big.integer(2), x))
end
