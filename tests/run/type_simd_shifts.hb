// expect: [2, -8, 24, 0] [2, -4, 6, 8] [0, -1, 0, 1]
// expect: [0, 0, 0, 0] [0, -1, 0, 0] [0, 1]
// expect: [4, -8, 12, 16] [-4, 8, -12, -16]
// expect: [2, -2, 1, 1]

// Vectors shifted by vectors and by scalars of any integer type.
main :: () -> Int
    i := Simd{i32, 4}{1, -2, 3, 4}
    n: i32 = 2
    w: u8 = 40
    print("{} {} {}\n", i << Simd{i32, 4}{1, 2, 3, 40}, i << 1, i >> n)
    print("{} {} {}\n", i << w, i >> w, Simd{u16, 2}{1, 0x8000} >> 15)
    i <<= 2
    print("{} {}\n", i, -i)
    i >>= Simd{i32, 4}{1, 2, 3, 4}
    print("{}\n", i)
    return 0
end
