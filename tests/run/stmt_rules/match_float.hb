k :: (x: Float) -> String
    match x
    case 0.5 => return "half"
    else => return "other"
    end
end
run :: ()
    print("{} {}\n", k(0.5), k(0.25))
end
