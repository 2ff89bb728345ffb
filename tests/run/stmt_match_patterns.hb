// expect: zero small small ten teens big negative
// expect: vowel consonant digit other
// expect: yes no nobody
// expect: origin x-axis elsewhere
// expect: 1 or 2, odd; 1 or 2, even; more
// expect: up down sideways
// expect: 6 24 -1
// expect: ten constant
// expect: number 5 above 3, number 2, text hi
// expect: true false
// expect: pointer null
// expect: left right

TEN :: 10
LOW :: 13
HIGH :: 19

Direction :: enum
    UP
    DOWN
    LEFT
    RIGHT
end

Value :: union
    number: Int
    text: String
end

classify :: (n: Int) -> String
    match n
    case 0 => return "zero"
    case 1..<10 => return "small"
    case TEN => return "ten"
    case LOW..=HIGH => return "teens"
    case -9223372036854775808..<0 => return "negative"
    else => return "big"
    end
end

letter :: (r: Rune) -> String
    return match r
    case 'a', 'e', 'i', 'o', 'u' => "vowel"
    case 'a'..='z' => "consonant"
    case '0'..='9' => "digit"
    case _ => "other"
    end
end

answer :: (text: String) -> String
    match text
    case "alice", "bob" => return "yes"
    case "eve" => return "no"
    else
        return "nobody"
    end
end

show :: (v: Value)
    match v
    case .number n if n > 3 => print("number {} above 3", n)
    case .number n => print("number {}", n)
    case .text t
        print("text {}", t)
    end
end

where_to :: (x: Int, y: Int) -> String
    match x == 0
    case true if y == 0 => return "origin"
    case true, false
        return ifx y == 0 => "x-axis" else => "elsewhere" end
    end
end

main :: () -> Int
    print("{} {} {} {} {} {} {}\n", classify(0), classify(1), classify(9), classify(10), classify(19), classify(20), classify(-3))
    print("{} {} {} {}\n", letter('e'), letter('f'), letter('7'), letter('?'))
    print("{} {} {}\n", answer("bob"), answer("eve"), answer("mallory"))
    print("{} {} {}\n", where_to(0, 0), where_to(3, 0), where_to(1, 1))
    for n in 1..=3
        match n
        case 1, 2 if n % 2 == 1 => print("1 or 2, odd; ")
        case 1, 2 => print("1 or 2, even; ")
        else => print("more\n")
        end
    end
    for d in Array{Direction, 3}{.UP, .DOWN, .RIGHT}
        match d
        case .UP => print("up ")
        case .DOWN => print("down ")
        case .LEFT, Direction.RIGHT => print("sideways\n")
        end
    end
    f := (n: Int) -> Int
        return match n case 3 => 6 case (2 + 2) => 24 else => -1 end
    end
    print("{} {} {}\n", f(3), f(4), f(5))
    byte: u8 = 10
    match byte
    case TEN => print("ten constant\n")
    else => print("?\n")
    end
    show(.number(5))
    print(", ")
    show(.number(2))
    print(", ")
    show(.text("hi"))
    print("\n")
    for i in 0..<2
        b := i == 0
        match b
        case true => print("true ")
        case false => print("false\n")
        end
    end
    x := 3
    for p in Array{Pointer{Int}, 2}{&x, null}
        match p
        case null => print("null\n")
        else => print("pointer ")
        end
    end
    for i in 0..<2
        done: match i
        case 0
            if x == 3
                print("left ")
                break done
            end
            print("never")
        else => print("right\n")
        end
    end
    return 0
end
