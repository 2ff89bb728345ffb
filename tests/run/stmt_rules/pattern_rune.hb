k :: (r: Rune) -> String
    match r
    case 'a'..='z' => return "lower"
    case '0'..='9', '_' => return "digit"
    else => return "other"
    end
end
run :: ()
    print("{} {}\n", k('q'), k('Q'))
end
