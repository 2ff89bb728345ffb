// expect: -128 255 -32768 0 -2147483648
// expect: -9223372036854775808 9223372036854775807
// expect: -3 -1 2 -4
// expect: -3 1 -2 2
// expect: 3 -1 -2 -2
// expect: -9223372036854775808 0 0
// expect: 0 -1 0 16 -2
// expect: 0 0 255 1
// expect: 240 15 255 -1
// expect: 12345678901234567890 true false
// expect: 170141183460469231731687303715884105727
// expect: -170141183460469231731687303715884105728
// expect: 121932631112635269 12193263111263526900
// expect: -1 4294967295 255
// expect: true true false
// expect: 1 127 -128

// Integers wrap; division, remainders and shifts at their edges.

one :: () -> Int
    return 1
end

main :: () -> Int
    a: i8 = 127
    b: u8 = 0
    c: i16 = 32767
    d: u16 = 65535
    e: i32 = 2147483647
    print("{} {} {} {} {}\n", a + 1, b - 1, c + 1, d + 1, e + 1)
    big: Int = 9223372036854775807
    print("{} {}\n", big + 1, (big + 1) - 1)
    x, y := -7, 2
    print("{} {} {} {}\n", x / y, x % y, -(x) % 5, x / y - 1)
    print("{} {} {} {}\n", 7 / -y, 7 % -y, x %% 5 - 5, -8 %% 5)
    print("{} {} {} {}\n", x %% 10, 7 %% -y, -x %% -3, -x %% -9)
    smallest := big + one()
    print("{} {} {}\n", smallest / -one(), smallest % -one(), smallest %% -one())
    s := 64
    neg := -1
    print("{} {} {} {} {}\n", one() << s, neg >> s, one() << neg, one() << 4, neg << 1)
    t: u8 = 255
    print("{} {} {} {}\n", t << 8, t >> 8, t >> 0, t >> 7)
    print("{} {} {} {}\n", t & 0xf0, t >> 4, t | 1, ~0)
    u: u64 = 12345678901234567890
    print("{} {} {}\n", u, u > 1, Int(u) > 1)
    w: i128 = 1 << 126
    print("{}\n", w - 1 + w)
    print("{}\n", w + w)
    v: i128 = 123456789
    print("{} {}\n", v * 987654321, v * 98765432100)
    m: i32 = -1
    print("{} {} {}\n", Int(m), u32(m), u8(m))
    print("{} {} {}\n", i8(200) == -56, u16(70000) == 4464, i8(127) == -1)
    bits: u8 = 0x80
    print("{} {} {}\n", bits >> 7, i8(bits - 1), bit_cast{i8}(bits))
    return 0
end
