// expect: RED 0 GREEN 5 BLUE 6
// expect: 4 1 8
// expect: true false true
// expect: GREEN GREEN none
// expect: NORTH EAST SOUTH WEST
// expect: 0 3 2
// expect: 3 READ | RUN true false
// expect: WRITE | RUN 6 true
// expect: 0 true 7
// expect: -1 300 -1
// expect: BIG 1099511627776
// expect: warm cold warm
// expect: EAST 90 WEST 270
// expect: SMALL true

Color :: enum
    RED
    GREEN = 5
    BLUE
end

Direction :: enum {u8}
    NORTH
    EAST
    SOUTH
    WEST
end

Access :: enum {u8} #flags
    READ
    WRITE
    RUN
end

Odd :: enum {i64}
    BELOW = -1
    ABOVE = 300
    BIG = 1 << 40
end

Size :: enum
    LARGE = SMALL_ONE + 1
    SMALL = SMALL_ONE
end

SMALL_ONE :: 41

turned :: (d: Direction) -> Direction => Direction((u8(d) + 1) % 4)

degrees :: (d: Direction) -> Int
    match d
    case .NORTH => return 0
    case .EAST => return 90
    case .SOUTH => return 180
    case .WEST => return 270
    end
end

feeling :: (c: Color) -> String => ifx c == .BLUE => "cold" else => "warm" end

main :: () -> Int
    print("{} {} {} {} {} {}\n", Color.RED, Int(Color.RED), Color.GREEN, Int(Color.GREEN), Color.BLUE, Int(Color.BLUE))
    print("{} {} {}\n", size_of(Color), size_of(Direction), size_of(Odd))
    c: Color
    print("{} {} {}\n", c == .RED, c == Color.BLUE, c != .GREEN)
    c = .GREEN
    print("{} {} {}\n", c, enum_name(c), ifx c == .RED => "some" else => "none" end)
    d := Direction.NORTH
    for i in 0..<4
        print("{}{}", d, ifx i < 3 => " " else => "\n" end)
        d = turned(d)
    end
    print("{} {} {}\n", u8(d), Int(Direction.WEST), i128(Direction.SOUTH))
    a := Access.READ | .RUN
    print("{} {} {} {}\n", Int(Access.READ) + Int(Access.WRITE), a, Access.READ in a, Access.WRITE in a)
    a = (a | .WRITE) & ~Access.READ
    print("{} {} {}\n", a, u8(a), .RUN in a)
    nothing: Access
    all := Access(7)
    print("{} {} {}\n", nothing, nothing == Access(0), Int(all))
    print("{} {} {}\n", Int(Odd.BELOW), Int(Odd.ABOVE), i64(Odd.BELOW))
    print("{} {}\n", Odd.BIG, Int(Odd.BIG))
    print("{} {} {}\n", feeling(.RED), feeling(.BLUE), feeling(c))
    print("{} {} {} {}\n", Direction.EAST, degrees(.EAST), Direction.WEST, degrees(.WEST))
    s := Size.SMALL
    print("{} {}\n", s, Int(Size.LARGE) == 42)
    return 0
end
