k :: (s: String) -> Int
    match s
    case "one" => return 1
    case "two", "deux" => return 2
    else => return 0
    end
end
run :: ()
    print("{} {} {}\n", k("one"), k("de" + "ux"), k(""))
end
