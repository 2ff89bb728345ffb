run :: ()
    a: Any = Array{Int, 2}{1, 2}
    match a
    case Slice{Int} => print("s\n")
    case Array{Int, 2} => print("l\n")
    else => print("e\n")
    end
end
