k :: (u: Maybe{Int}) -> String
    match u
    case .some n if n % 2 == 0 => return "even"
    case .some => return "odd"
    case .none => return "none"
    end
end
run :: ()
    print("{} {}\n", k(some(2)), k(some(3)))
end
