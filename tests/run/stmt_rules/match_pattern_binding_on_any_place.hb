run :: ()
    n := 3
    a: Any = n
    match a
    case Int &p => p += 1
    else => print("x")
    end
    match a
    case Int m => print("{}\n", m)
    else => print("x")
    end
end
