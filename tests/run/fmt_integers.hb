// expect: [42] [   42] [42   ] [ 42  ] [00042]
// expect: [+42] [-42] [+0] [ +42] [+0042]
// expect: [2a] [2A] [0x2a] [0X2A|0x2A]
// expect: [101010] [0b101010] [52] [0o52]
// expect: [0x002a] [0b00101010] [****2a] [2a****] [**2a***]
// expect: [ff] [ffff] [ffffffff] [ffffffffffffffff]
// expect: [80] [11111110] [-128] [-00128]
// expect: [-9223372036854775808] [18446744073709551615]
// expect: [-170141183460469231731687303715884105728]
// expect: [340282366920938463463374607431768211455]
// expect: [ffffffffffffffffffffffffffffffff] [3777777777777777777777777777777777777777777]
// expect: [1] [0] [1] [0, 1] {}
// expect: b a b
// expect: [ééé7] [7→→]
// expect: [-0x80] ok [0] [0x0] [0b0]

// What a specification does to integers of every width.

main :: () -> Int
    n := 42
    print("[{}] [{:5}] [{:<5}] [{:^5}] [{:05}]\n", n, n, n, n, n)
    print("[{:+}] [{:+}] [{:+}] [{:+4}] [{:+05}]\n", n, -n, 0, n, n)
    print("[{:x}] [{:X}] [{:#x}] [0X2A|{:#X}]\n", n, n, n, n)
    print("[{:b}] [{:#b}] [{:o}] [{:#o}]\n", n, n, n, n)
    print("[{:#06x}] [{:#010b}] [{:*>6x}] [{:*<6x}] [{:*^7x}]\n", n, n, n, n, n)
    a: i8 = -1
    b: i16 = -1
    c: i32 = -1
    d: i64 = -1
    print("[{:x}] [{:x}] [{:x}] [{:x}]\n", a, b, c, d)
    low: i8 = -128
    print("[{:x}] [{:b}] [{}] [{:06}]\n", low, i8(-2), low, low)
    smallest: i64 = -9223372036854775808
    largest: u64 = 18446744073709551615
    print("[{}] [{}]\n", smallest, largest)
    wide: i128 = -170141183460469231731687303715884105728
    print("[{}]\n", wide)
    widest: u128 = 340282366920938463463374607431768211455
    print("[{}]\n", widest)
    print("[{:x}] [{:5o}]\n", i128(-1), (widest >> 1) + 1 + ((widest >> 1) - 1) / 1 & 0 | widest)
    one: u8 = 1
    print("[{}] [{}] [{}] [{1}, {0}] {{}}\n", one, one - one, i32(one))
    print("{1} {0} {1}\n", "a", "b")
    print("[{:é>4}] [{:→<3}]\n", 7, 7)
    print("[-{:#x}] ok [{:x}] [{:#x}] [{:#b}]\n", low, 0, 0, 0)
    return 0
end
