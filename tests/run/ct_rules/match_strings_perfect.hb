f :: (s: String) -> Int
    match s
    case "a" => return 1
    case "bb" => return 2
    case "ccc" => return 3
    case "dddd" => return 4
    case "eeeee" => return 5
    case "ffffff" => return 6
    case "ggggggg" => return 7
    case "h", "hh", "hhh" => return 8
    case "i" => return 9
    else => return 0
    end
end
run :: ()
    print("{} {} {}\n", f("ccc"), f("ggggggg"), f("zzz"))
end
