// expect: 1099511627776 1 -1
// expect: 255 u8 i64
// expect: 3.0 f32 0.5
// expect: 5000000000 Int
// expect: 300 400
// expect: 128 1
// expect: 97 z true
// expect: 1.0 2.5 3.0
// expect: 1180591620717411303424 Int
// expect: 10 a
// expect: 3 3.5
// expect: -5 251
// expect: Float 6.0

takes :: (_x: u8) -> String => "u8"
takes :: (_x: Int) -> String => "i64"

double :: (x: f32) -> f32 => x * 2

half :: {T}(x: T) -> T => x / 2

pick :: (c: Bool) -> u64 => ifx c => 1 << 40 else => 1 end

main :: () -> Int
    n: u8 = 40
    wide: u64 = 1 << n
    low: i8 = -1
    print("{} {} {}\n", wide, pick(false), low)
    byte: u8 = 255
    print("{} {} {}\n", byte, takes(byte), takes(255))
    x: f32 = 3
    print("{} {} {}\n", x, type_name(type_of(x + 1)), half(1.0))
    five := 5_000_000_000
    print("{} {}\n", five, type_name(type_of(five)))
    small: i16 = 300
    print("{} {}\n", small, small + 100)
    top: u8 = 0x80
    print("{} {}\n", top, top >> 7)
    letter: u8 = 'a'
    r: Rune = 'z'
    print("{} {} {}\n", letter, r, r == 'z')
    floats := Array{Float, 3}{1, 2.5, 6 / 2}
    print("{} {} {}\n", floats[0], floats[1], floats[2])
    huge: i128 = 1 << 70
    print("{} {}\n", huge, type_name(type_of(1 << 5)))
    print("{} {}\n", Int('a' - 'W'), Rune('b' - 1))
    print("{} {}\n", 7 / 2, 7 / 2.0)
    signed: i8 = -5
    print("{} {}\n", signed, u8(signed))
    print("{} {}\n", type_name(type_of(1 + 2.0)), double(3))
    return 0
end
