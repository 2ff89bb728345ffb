// expect: 14 20 1 -7 3
// expect: true true false
// expect: 6 0 6 23
// expect: -6 5 -1 true
// expect: true false true true
// expect: 1 2 5
// expect: 9 -9 2
// expect: 40 3
// expect: 7 10 2 1
// expect: 1 0
// expect: true true false true
// expect: 240 15
// expect: 5 5 false
// expect: true 1

// Precedence and associativity, one line for each level.

limit :: () -> Int => 5

main :: () -> Int
    a, b, c := 2, 3, 4
    print("{} {} {} {} {}\n", a + b * c, (a + b) * c, 10 - c - 5, -b - c, 17 / 5 % 4)
    print("{} {} {}\n", a + 1 == b, a < b && b < c, a > b || b > c)
    // `& | ^ << >>` share a level, from left to right
    print("{} {} {} {}\n", a | 4 & 14, 1 | 2 & 4, 1 << 1 | 4, 1 + 1 << 3 | 7)
    print("{} {} {} {}\n", -a * b, -(a - 7), ~0, !(a == b))
    x, y := true, false
    print("{} {} {} {}\n", x || y && false, (x || y) && false, !y && x, x == !y)
    m: Maybe{Int}
    n: Maybe{Int}
    k: Maybe{Int} = 5
    print("{} {} {}\n", m or_else 1, m or_else n or_else 2, m or_else k or_else 2)
    p := &c
    v := 9
    q := &v
    print("{} {} {}\n", q@, -q@, q@ / p@)
    items := Array{Int, 4}{10, 20, 30, 40}
    print("{} {}\n", items[a + 1], items[..<b].length)
    s := a; s += 5; t := a; t *= limit(); u := 17; u /= 8; w := 17; w %= 4
    print("{} {} {} {}\n", s, t, u, w)
    f := 6; f &= 3; f |= 1; f ^= 2; g := 1; g <<= 4; g >>= 5
    print("{} {}\n", f, g)
    print("{} {} {} {}\n", 3 in 1..<4, 4 in 1..=4, 4 in 1..<4, 'c' in 'a'..='z')
    byte: u8 = 0xf5
    print("{} {}\n", byte & 0xf0, byte >> 4)
    d := 5
    print("{} {} {}\n", d %% 8, d %% -8 + 8, d != d)
    print("{} {}\n", items[..].length - 2 == 2 && a < b, 1)
    return 0
end
