f :: (xs: ..Any)
    print("{}", xs.length)
    for x in xs
        match x
        case Int => print(" Int")
        case String => print(" String")
        else => print(" Float")
        end
    end
    print("\n")
end
run :: ()
    f(1, "a", 2.5)
end
