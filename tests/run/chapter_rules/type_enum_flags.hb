Color :: enum
    BLACK
    RED = 5
    GREEN
end
Mode :: enum {u8} #flags
    READ
    WRITE
    RUN
end
Byte :: enum {u8}
    LOW
    HIGH = 200
end
Neg :: enum {i8}
    BELOW = -3
    AFTER
    ZERO = 0
end
describe :: (m: Mode) -> String
    if .WRITE in m return "write"; end
    return "read"
end
run :: ()
    print("{} {} {} {}\n", Int(Color.BLACK), Int(Color.RED), Int(Color.GREEN), enum_name(Color(5)))
    m := Mode.READ | .RUN
    print("{} {} {}\n", .READ in m, .WRITE in m, Mode.RUN in m)
    all := m | .WRITE
    print("{} {}\n", Int(all), Int(all & .READ))
    print("{} {} {}\n", all == Mode(7), m == all, (m & .WRITE) == Mode{})
    print("{} {}\n", size_of(Mode), size_of(Color) + size_of(Byte) * 4)
    c: Color = .GREEN
    print("{} {}\n", enum_name(c), i32(c))
    print("{}\n", u8(Byte.HIGH))
    print("{}\n", describe(m))
    n: Neg = .AFTER
    print("{} {}\n", Int(Neg.BELOW) + 7, Int(n) + 11)
end
