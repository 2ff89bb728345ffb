run :: ()
    n := 5
    s := ifx n == 1 => "a" else if n == 2 => "b" else if n == 3 => "c" else => ifx n == 4 => "d" else => "e" end end
    print("{}\n", s)
end
