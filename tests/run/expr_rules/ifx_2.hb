run :: ()
    n := 5
    a := ifx n > 3 => 1 else => 2 end
    b := ifx n > 9 => "a" else if n > 4 => "b" else => "c" end
    c := ifx n == 5
        m := 1
        => m + 2
    else
        => 4
    end
    d := ifx n == 0 => 10 else if n == 1 => 20 else => 30 end
    print("{} {} {} {}\n", a, b, c, d)
end
