// expect: 1 2 5
// expect-status: 134
// expect-error: panic: 9 is no member of Level
// expect-error: panic_enum_in_union.hb:17:5

Level :: enum
    LOW
    HIGH
end

Value :: union
    level: Level
    number: Int
end

weight :: (v: Value) -> Int
    match v
    case .level.LOW  => return 1
    case .level.HIGH => return 2
    case .number n   => return n
    end
end

main :: (arguments: Slice{String}) -> Int
    print("{} {} {}\n", weight(.level(.LOW)), weight(.level(.HIGH)), weight(.number(5)))
    broken := bit_cast{Level}(i32(8 + arguments.length))
    return weight(.level(broken))
end
