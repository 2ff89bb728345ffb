// expect: big 3 -1
// expect: 10 20 30
// expect: negative zero positive
// expect: 7 12
// expect: 5 text
// expect: x is 4
// expect: even odd even
// expect: 3.5 u8 200
// expect: 11 nested
// expect: 6
// expect: A C F
// expect: [1, 2] Point{x = 3, y = 4}

Point :: struct
    x, y: Int
end

word :: (n: Int) -> String
    return ifx n < 0
        => "negative"
    else if n == 0
        => "zero"
    else
        => "positive"
    end
end

grade :: (points: Int) -> Rune
    return match points
    case 90..=100 => 'A'
    case 70..<90
        bonus := points - 70
        if bonus > 10
            => 'B'
        end
        => 'C'
    else => 'F'
    end
end

find_first :: (items: Slice{Int}, limit: Int) -> Int
    return block
        for x in items
            if x > limit
                return x
            end
        end
        => -1
    end
end

main :: () -> Int
    n := 12
    print("{} {} {}\n", ifx n > 10 => "big" else => "small" end, find_first({1, 2, 3}, 2), find_first({1}, 2))
    for i in 0..<3
        value := match i
        case 0 => 10
        case 1 => 20
        else => 30
        end
        print("{}{}", value, ifx i < 2 => " " else => "\n" end)
    end
    print("{} {} {}\n", word(-3), word(0), word(3))
    a := block
        t := 3
        t += 4
        => t
    end
    b := ifx a == 7
        doubled := a * 2
        => doubled - 2
    else
        => 0
    end
    print("{} {}\n", a, b)
    count, text := ifx true => 5 else => 6 end, match a case 7 => "text" else => "other" end
    print("{} {}\n", count, text)
    x := 4
    print("x is {}\n", ifx x == 4 => x else => panic("never") end)
    for i in 0..<3
        print("{}{}", match i % 2 case 0 => "even" else => "odd" end, ifx i == 2 => "\n" else => " " end)
    end
    f: f32 = ifx n > 1 => 3.5 else => 0 end
    byte: u8 = block => 200 end
    print("{} {} {}\n", f, type_name(type_of(byte)), byte)
    deep := ifx n > 3 => ifx n > 10 => match n case 12 => 11 else => 1 end else => 2 end else => 3 end
    print("{} {}\n", deep, block => block => "nested" end end)
    total := 0
    for i in 0..<4
        total += ifx i == 2 => continue_value(i) else => i end
    end
    print("{}\n", total)
    print("{} {} {}\n", grade(95), grade(75), grade(20))
    pair: Array{Int, 2} = ifx n > 0 => {1, 2} else => {3, 4} end
    p: Point = match n case 12 => {3, 4} else => {} end
    print("{} {}\n", pair, p)
    return 0
end

continue_value :: (i: Int) -> Int => i
