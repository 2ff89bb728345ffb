k :: (t: Type) -> String
    match t
    case Int => return "i"
    case String, Rune => return "s"
    else => return "o"
    end
end
run :: ()
    print("{} {} {}\n", k(Int), k(Rune), k(Bool))
end
