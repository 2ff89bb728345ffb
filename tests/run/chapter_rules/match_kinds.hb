Meters :: distinct Int
Inner :: union
    a: Int
    b: Maybe{Int}
end
Outer :: union
    x: Inner
    y: Array{Inner, 2}
end
wide :: (n: i128) -> String
    match n
    case 1 => return "one"
    case 2..=9 => return "two"
    case 170141183460469231731687303715884105727 => return "big"
    case -170141183460469231731687303715884105728..<0 => return "neg"
    else => return "other"
    end
end
edges :: (n: i8) -> String
    return match n
    case -128 => "min"
    case 127 => "max"
    case -127..=126 => "mid"
    end
end
runes :: (r: Rune) -> String => match r case 'a'..<'g' => "a..f" case 'g'..='z' => "g..z" case '!' => "!" else => "?" end
floats :: (f: Float) -> String => match f case 1.0 => "one" case 1.5 => "1.5" else => "none" end
strings :: (s: String) -> String => match s case "a\0b" => "nul" case "text" => "text" else => "?" end
meters :: (m: Meters) -> String => match m case 1 => "m1" case 2 => "m2" else => "other" end
deep :: (o: Outer) -> Int
    match o
    case .x.b.some n => return n
    case .x.b.none, .y => return -1
    case .x.a n => return n * 2
    end
end
run :: ()
    big: i128 = 170141183460469231731687303715884105727
    print("{} {} {} {} {}\n", wide(1), wide(9), wide(big), wide(-5), wide(10))
    print("{} {} {}\n", edges(-128), edges(127), edges(0))
    print("{} {} {} {}\n", runes('f'), runes('z'), runes('é'), runes('!'))
    print("{} {} {}\n", floats(1), floats(1.5), floats(2))
    print("{} {}\n", strings("a\0b"), strings("text"))
    n := 3
    match n
    case 3 &k => k = 7
    else
    end
    print("3 {}\n", n)
    print("{} {} {}\n", meters(Meters(1)), meters(Meters(2)), meters(Meters(3)))
    print("deep {} {}\n", deep(.x(.b(5))), ifx deep(.y({.a(1), .b(none)})) == -1 => "flat" else => "?" end)
end
