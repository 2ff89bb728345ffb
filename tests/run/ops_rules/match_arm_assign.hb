run :: ()
    x, y := 0, 0
    match 3
    case 3 => x = 4
    else => x = 9
    end
    match 4
    case 4 => y += 5
    else
    end
    print("{} {}\n", x, y)
end
