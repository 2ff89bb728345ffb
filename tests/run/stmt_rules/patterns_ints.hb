LIMIT :: 100
k :: (n: Int) -> String
    return match n
    case 0 => "zero"
    case -5..<0 => "neg"
    case 1, 2, 3 => "small"
    case 4..<LIMIT => "mid"
    case LIMIT => "big"
    case 'é' => "char"
    else => "other"
    end
end
run :: ()
    print("{} {} {} {} {} {} {} |\n", k(0), k(-3), k(2), k(50), k(100), k(233), k(-50))
end
