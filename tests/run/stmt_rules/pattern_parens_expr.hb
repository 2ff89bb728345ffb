N :: 5
k :: (n: Int) -> String
    match n
    case (N * 2) => return "a"
    case (N + 1)..=(N + 3) => return "b"
    else => return "c"
    end
end
run :: ()
    print("{} {} {}\n", k(10), k(7), k(1))
end
