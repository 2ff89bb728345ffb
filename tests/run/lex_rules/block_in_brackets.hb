run :: ()
    n := 3
    print("{} {}\n", block
        m := n + 1
        m += 3
        => m
    end, ifx n > 2
        => 2
    else
        => 3
    end)
end
