f :: (n: Int) -> String
    match n

    // comment
    case 1,
            2
        return "a"

    case 3, // third
            4 => return "b"

    else => return "c"
    end
end
run :: ()
    print("{} {}\n", f(3), f(4))
end
