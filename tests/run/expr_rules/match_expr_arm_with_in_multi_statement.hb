run :: ()
    n := 3
    x := match n
    case 3
        y := n * n
        => y
    else => 0
    end
    z := match n case 1 => 0 else => 1 end
    print("{} {}\n", x, z)
end
