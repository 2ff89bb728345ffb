// expect: big add, add x, add, neg neg, other op, other op, lit, twins, else
// expect: 0 1 2 3 7 4 3 6 7 7
// expect: 0 1 2 3 4 5
// expect: letter digit space other
// expect: 3210 01
// expect: 42
// expect: 2 4
// expect: 5 3
// expect: int big int text leaf float unknown
// expect: some 4
// expect: none
// expect: none
// expect: some 5
// expect: gb

Color :: enum
    RED
    GREEN
    BLUE
end
Leaf :: struct
    value: Int
    name: String
end
Op :: union
    add: Leaf
    neg: Int
    nop
end
Expr :: union
    op: Op
    lit: Int
    both: Array{Int, 2}
    none_
end
describe :: (e: Expr) -> String
    match e
    case .op.add l if l.value > 100 => return "big add"
    case .op.add l
        if l.name == "x"
            return "add x"
        end
        return "add"
    case .op.neg n if n < 0 => return "neg neg"
    case .op => return "other op"
    case .lit 
        return "lit"
    case .both b if b[0] == b[1] => return "twins"
    else => return "else"
    end
end
kind :: (n: Int) -> Int
    match n
    case 0 => return 0
    case 1, 2, 3 => return 1
    case 10..<20 => return 2
    case 15 => return 100
    case 20..=1000 if n % 2 == 0 => return 3
    case -5..=-1 => return 4
    case 500 => return 5
    case 501 => return 6
    else => return 7
    end
end
word :: (s: String) -> Int
    match s
    case "" => return 0
    case "a", "b" => return 1
    case "hello" => return 2
    case "world" if s.length == 5 => return 3
    case "hellp" => return 4
    else => return 5
    end
end
rune :: (r: Rune) -> String
    return match r
    case 'a'..='z', 'A'..='Z', '_' => "letter"
    case '0'..='9' => "digit"
    case ' ', '\t', '\n' => "space"
    else => "other"
    end
end
flag :: (a: Bool, b: Bool) -> Int
    match a
    case true
        match b
        case true => return 3
        case false => return 2
        end
    case false => return ifx b => 1 else => 0 end
    end
end
byte :: (b: u8) -> Int
    match b
    case 0..=127 => return 0
    case 128..=255 => return 1
    end
end
grow :: (e: Pointer{Expr})
    match e@
    case .op.neg &n => n *= 2
    case .both &b
        b[0] += 1
        b[1] += 2
    case .lit &v if v > 5 => v = 5
    case .lit &v => v += 1
    else
    end
end
any :: (a: Any) -> String
    match a
    case Int n if n > 5 => return "big int"
    case Int => return "int"
    case String s => return s
    case Leaf l => return l.name
    case f64 => return "float"
    else => return "unknown"
    end
end
main :: () -> Int
    print("{}, {}, {}, {}, {}, {}, {}, {}, {}\n", describe(.op(.add(Leaf{101, "x"}))), describe(.op(.add(Leaf{1, "x"}))), describe(.op(.add(Leaf{1, "y"}))),
        describe(.op(.neg(-1))), describe(.op(.neg(1))), describe(.op(.nop)), describe(.lit(3)), describe(.both({1, 1})), describe(.none_))
    print("{} {} {} {} {} {} {} {} {} {}\n", kind(0), kind(2), kind(15), kind(20), kind(21), kind(-3), kind(500), kind(501), kind(1001), kind(4))
    print("{} {} {} {} {} {}\n", word(""), word("b"), word("hello"), word("world"), word("hellp"), word("zz"))
    print("{} {} {} {}\n", rune('q'), rune('7'), rune('\n'), rune('é'))
    print("{}{}{}{} {}{}\n", flag(true, true), flag(true, false), flag(false, true), flag(false, false), byte(127), byte(200))
    e := Expr.op(.neg(21))
    grow(&e)
    print("{}\n", e.op.neg)
    e = .both({1, 2})
    grow(&e)
    print("{} {}\n", e.both[0], e.both[1])
    e = .lit(9)
    grow(&e)
    print("{} ", e.lit)
    e = .lit(2)
    grow(&e)
    print("{}\n", e.lit)
    print("{} {} {} {} {} {}\n", any(3), any(30), any("text"), any(Leaf{1, "leaf"}), any(2.5), any('c'))
    m: Maybe{Int} = 4
    match m
    case .some v => print("some {}\n", v)
    case .none => print("none\n")
    end
    m = none
    match m
    case .some v => print("some {}\n", v)
    case .none => print("none\n")
    end
    pm: Maybe{Pointer{Int}} = none
    x := 5
    match pm
    case .some p => print("some {}\n", p@)
    case .none => print("none\n")
    end
    pm = &x
    match pm
    case .some p => print("some {}\n", p@)
    case .none => print("none\n")
    end
    c := Color.BLUE
    match c
    case .RED => print("r\n")
    case .GREEN, .BLUE => print("gb\n")
    end
    return 0
end
