k :: (p: Pointer{Int}) -> String
    match p
    case null => return "null"
    else => return "other"
    end
end
run :: ()
    x := 3
    print("{} {}\n", k(null), k(&x))
end
