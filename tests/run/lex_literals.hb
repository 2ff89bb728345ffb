// expect: 12000 255 15 10 1 1000000
// expect: 1.5 20000000000.0 0.0015 12.0 0.125 1e100
// expect: 97 10 9 0 92 39 34 128512 65 233
// expect: a	b\c"d'e\0
// expect: AB é😀 3
// expect: raw \n "quoted" 'x' // no comment
// expect: two
// expect: lines 10
// expect: 0 1 2
// expect: 4 2 1
// expect: nested ok
// expect: 18446744073709551615 340282366920938463463374607431768211455
// expect: ünïcödé 3 naïve 4
// expect: 3 6

/* A comment /* within */ a comment */

/// Documents what follows.
größe :: 3
名前 :: "ünïcödé"

main :: () -> Int
    print("{} {} {} {} {} {}\n", 12_000, 0xff, 0o17, 0b1010, 0b1, 1_000_000)
    print("{} {} {} {} {} {}\n", 1.5, 2e10, 1.5e-3, 0x1.8p3, 0x1p-3, 1e100)
    print("{} {} {} {} {} {} {} {} {} {}\n", u32('a'), u32('\n'), u32('\t'), u32('\0'), u32('\\'), u32('\''), u32('"'), u32('\u{1F600}'), u32('\x41'), u32('é'))
    print("a\tb\\c\"d\'e\\0\n")
    print("\x41\x42 \u{e9}\u{1f600} {}\n", "\x41\u{e9}".length)
    print("{}\n", `raw \n "quoted" 'x' // no comment`)
    text := `two
lines`
    print("{} {}\n", text, text.length + 1)
    for i in 0..<3
        print("{}{}", i, ifx i < 2 => " " else => "\n" end)
    end
    print("{} {} {}\n", (-4).abs(), 2.0.whole(), 1.abs())
    if /* in the middle */ true print("nested ok\n"); end
    print("{} {}\n", u64(18446744073709551615), u128(340282366920938463463374607431768211455))
    naïve := 4
    print("{} {} naïve {}\n", 名前, größe, naïve)
    x := 1; y := 2;; print("{} {}\n", x + y, (x +
        y) * 2)
    return 0
end

abs :: (n: Int) -> Int => ifx n < 0 => -n else => n end
whole :: (x: Float) -> Int => Int(x)
