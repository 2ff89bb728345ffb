g :: (a: Int, b: Int) -> Int => a + b
f :: (m: Maybe{Int}) -> Int
    return g(1, match m
    case .some n => n
    case .none
        return -1
    end)
end
run :: ()
    print("{} {}\n", f(3), f(none))
end
