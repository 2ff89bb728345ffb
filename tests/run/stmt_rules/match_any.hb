k :: (a: Any) -> String
    match a
    case Int n => return format("int {}", n)
    case String s => return format("str {}", s)
    case Pointer{Int} => return "ptr"
    else => return "other"
    end
end
run :: ()
    n := 3
    print("{} {} {} {}\n", k(3), k("ab"), k(2.5), k(&n))
end
