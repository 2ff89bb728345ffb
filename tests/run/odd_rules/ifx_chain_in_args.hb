run :: ()
    n := 2
    print("{} {}\n", ifx n == 1 => "a" else if n == 2 => "b" else => "z" end, ifx n > 5 => "x" else => "c" end)
end
