run :: ()
    n := 3
    x := block
        match n
        case 3 => print("")
        else => print("no")
        end
        if n == 3
            => 7
        end
        => 8
    end
    print("{}\n", x)
end
