// expect: -2147483648 -2 2147483646 -128
// expect: 254 0
// expect: -2
// expect: true false MIDDLE true

// Procedures whose arithmetic wraps however the program is built; vectors, enums and strings in order.
Level :: enum
    LOW
    MIDDLE = 5
    HIGH
end
main :: () -> Int
    x: i32 = 0x7fff_ffff
    print("{} {} {} {}\n", wrap_add(x, 1), wrap_mul(x, 2), wrap_sub(-x, 3), wrap_neg(i8(-128)))
    print("{} {}\n", wrap_sub(u8(3), 5), wrap_mul(i128(1) << 100, 1 << 100))
    big := 0x7fff_ffff_ffff_ffff
    print("{}\n", wrap_add(big, big))
    print("{} {} {} {}\n", Level.LOW < .HIGH, Level.HIGH <= .MIDDLE, max(Level.LOW, Level.MIDDLE), Level.HIGH >= Level.HIGH)
    return 0
end
