// expect: 3 -3 0 127 -128 255 0
// expect: 9223372036854775807 -9223372036854775808 0 18446744073709551615
// expect: 1 0 97 a
// expect: 0.1 0.10000000149011612 1.0
// expect: 2 BLUE 1
// expect: 3.5 7.0 true
// expect: 1078530011 3.1415927
// expect: true true 8
// expect: 300 44 -212
// expect: 5 5 5.0 -1.0
// expect: Int Int Float Int
// expect: 65535 -1 16777216.0
// expect: 0.5 2048.0 inf

Color :: enum
    RED
    GREEN
    BLUE
end

Meters :: distinct f64
Feet :: distinct f64

name :: (_x: i32) -> String => "i32"
name :: (_x: Int) -> String => "Int"
name :: (_x: f64) -> String => "Float"
name :: (_x: f32) -> String => "f32"

widened :: (x: Int) -> Int => x
as_float :: (x: f64) -> f64 => x

main :: () -> Int
    print("{} {} {} {} {} {} {}\n", Int(3.99), Int(-3.99), Int(0.0 / as_float(0.0)), i8(as_float(1000.0)), i8(as_float(-1000.0)), u8(as_float(300.5)), u8(as_float(-1.0)))
    print("{} {} {} {}\n", Int(as_float(1e300)), Int(as_float(-1e300)), u64(as_float(-5.0)), u64(as_float(1e30)))
    print("{} {} {} {}\n", Int(true), u8(false), u32('a'), Rune(97))
    f: f32 = 0.1
    wide: f64 = f
    print("{} {} {}\n", f, wide, f64(f32(1.00000001)))
    color := Color(2)
    print("{} {} {}\n", Int(color), color, Int(Color.GREEN))
    m := Meters(3.5)
    total := m + m
    print("{} {} {}\n", m, f64(total), type_of(total) == Meters)
    pi: f32 = 3.14159274
    print("{} {}\n", bit_cast{u32}(pi), bit_cast{f32}(u32(1078530011)))
    x := 5
    p := &x
    address := UInt(p)
    q := Pointer{Int}(address)
    void_pointer: Pointer{Void} = p
    print("{} {} {}\n", q == p, Pointer{Int}(void_pointer) == p, size_of(Pointer{Int}))
    n := 300
    print("{} {} {}\n", n, u8(n), Int(i8(u8(n))) - 256)
    small: u8 = 5
    signed: i16 = small
    back: Int = signed
    print("{} {} {} {}\n", widened(small), back, as_float(5), f64(i8(-1)))
    i: i32 = 1
    print("{} {} {} {}\n", name(i + back), type_name(type_of(back + i)), name(f + wide), name(small + back))
    s: i16 = -1
    print("{} {} {}\n", u16(s), i64(s), f32(16777217))
    h: f16 = 0.5
    print("{} {} {}\n", h, f32(f16(2049.0)), f16(as_float(1e6)))
    return 0
end
