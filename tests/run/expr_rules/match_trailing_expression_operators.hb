run :: ()
    n := 2
    x := 3 + match n case 2 => 2 else => 0 end
    print("{}\n", x)
end
