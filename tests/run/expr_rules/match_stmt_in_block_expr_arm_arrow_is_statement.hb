run :: ()
    n := 3
    x := block
        match n
        case 3 => print("hi ")
        else
            => 6
        end
        => 5
    end
    print("{}\n", x)
end
