// expect: 44 255 4464 4294967291
// expect: -1 -1 340282366920938463426481119284349108225
// expect: -1267650600228229401496703205376 255 0
// expect: 2147483647 -9223372036854775808 0 0
// expect: 0.1 0.10000000149011612 0.1
// expect: 1.8446744073709552e19 -7.0
// expect: 97 😀 122
// expect: 1 -2 HIGH
// expect: READ | EXEC false true READ | WRITE
// expect: EXEC 251
// expect: 9.0 9.0
// expect: 8 true
// expect: 4607182418800017408 3.1415927
// expect: 5 true
// expect: 5
// expect: 65538 65538
// expect: 0
// expect: -128 -128 0 1
// expect: -3 -1 1 -1
// expect: 0 -1 0 8
// expect: -6 250 false
// expect: 1.5 0.5 inf
// expect: c string 8

Flags :: enum {u8} #flags
    READ = 1
    WRITE = 2
    EXEC = 4
end
Level :: enum {i8}
    LOW = -2
    MID
    HIGH = 5
end
Meters :: distinct f64
Id :: distinct u32
show :: (m: Meters) -> f64 => f64(m)
main :: () -> Int
    print("{} {} {} {}\n", i8(300), u8(-1), i16(70000), u32(-5))
    big: u64 = 0xffff_ffff_ffff_ffff
    print("{} {} {}\n", i64(big), i32(big), u128(big) * u128(big))
    n: i128 = -1
    print("{} {} {}\n", n << 100, u128(n) >> 120, n / 3)
    zf := 0.0; f := 1e20
    print("{} {} {} {}\n", i32(f), i64(-f), u8(-3.5), i8(zf / zf))
    print("{} {} {}\n", f32(0.1), f64(f32(0.1)), f16(0.1))
    print("{} {}\n", f64(big), f32(i64(-7)))
    print("{} {} {}\n", Int('a'), Rune(0x1F600), u8('z'))
    print("{} {} {}\n", Int(true), Int(Level.LOW), Level(5))
    fl := Flags.READ | Flags.EXEC
    print("{} {} {} {}\n", fl, Flags.WRITE in fl, Flags.EXEC in fl, Flags(3))
    fl &= ~Flags.READ
    print("{} {}\n", fl, u8(~fl))
    m := Meters(3.5)
    m += Meters(1.0)
    m *= 2.0
    print("{} {}\n", show(m), m)
    id := Id(7)
    print("{} {}\n", u32(id) + 1, id == Id(7))
    print("{} {}\n", bit_cast{u64}(1.0), bit_cast{f32}(u32(0x40490fdb)))
    x := 5
    p := &x
    a := UInt(p)
    q := Pointer{Int}(a)
    print("{} {}\n", q@, p == q)
    v: Pointer{Void} = p
    print("{}\n", Pointer{Int}(v)@)
    w: u16 = 65535
    y: Int = w
    z: i32 = 3
    print("{} {}\n", y + z, z + y)
    w += 1
    print("{}\n", w)
    s := i8(-128)
    print("{} {} {} {}\n", s / -1, -s, s % -1, s %% 3)
    print("{} {} {} {}\n", -7 / 2, -7 % 2, -7 %% 2, 7 %% -2)
    sh := 70
    print("{} {} {} {}\n", 1 << sh, -1 >> sh, u8(255) >> 9, 1 << 3)
    print("{} {} {}\n", ~5, ~u8(5), !true)
    print("{} {} {}\n", 7.5 % 2.0, -7.5 %% 2.0, 1.0 / zf)
    c: CString = "c string"
    print("{} {}\n", c, string_of(c).length)
    return 0
end
