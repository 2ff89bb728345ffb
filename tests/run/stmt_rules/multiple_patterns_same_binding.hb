U :: union
    a: Int
    b: Int
    c
end
k :: (u: U) -> Int
    match u
    case .a n, .b n => return n
    case .c => return 0
    end
end
run :: ()
    print("{} {}\n", k(.a(3)), k(.b(4)))
end
