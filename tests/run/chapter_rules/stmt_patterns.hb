TEN :: 10
FIVE: i64 : 5
Shape :: union
    dot
    circle: Int
    square: Int
    named: String
end
cl :: (n: u8) -> String
    match n
    case 0..<100 => return "low"
    case 100..=200 => return "mid"
    case 201..=255 => return "high"
    end
end
c2 :: (n: Int) -> String
    return match n
    case TEN => "ten"
    case -5..=-1 => "neg"
    case (TEN * 2 + 1) => "21"
    case FIVE => "five"
    else => "?"
    end
end
size :: (s: Shape) -> Int
    match s
    case .circle n, .square n if n > 10 => return n
    case .circle n => return n * 3
    case .square n => return n * 4
    case .named, .dot => return 0
    end
end
rune :: (r: Rune) -> String => match r case 'a', 'e', 'i' => "vow" case 'b'..='z' => "con" else => "?" end
ptr :: (p: *Int) -> String => match p case null => "nul" else => "val" end
any :: (a: Any) -> String
    match a
    case Int n if n > 3 => return "Int>3"
    case Float => return "Float"
    case Slice{Int} s => return ifx s.length == 1 => "Slice" else => "Slice?" end
    case Pointer{Int} => return "Pointer"
    else => return "other"
    end
end
run :: ()
    print("{} {} {}\n", cl(99), cl(200), cl(255))
    print("{} {}\n", c2(10), c2(-5))
    print("{} {}\n", match "a" case "a" => "str1" else => "strx" end, match "b" case "a" => "str1" else => "strx" end)
    print("{} {}\n", rune('e'), rune('x'))
    n := 7
    print("{} {}\n", ptr(null), ptr(&n))
    print("{}\n", size(.circle(11)) + size(.dot))
    b := n > 3
    print("{} {}\n", match b case true => "true" case false => "false" end, match !b case true => "true" case false => "false" end)
    s := Shape.square(5)
    match s
    case .square &k
        k += 1
    case _
    end
    print("{} {}\n", s.square, match s case .square k if k == 5 => 0 case .square k => k + 1 case _ => -1 end)
    sl: Slice{Int} = {1}
    f: f32 = 1.0
    print("{} {} {} {} {}\n", any(4), any(1.0), any(sl), any(&n), any(f))
    print("{} {}\n", match n > 7 case true => "F" else => "T" end, match n case 0..<5 => "T" case 5..=9 if b => "F" else => "?" end)
end
