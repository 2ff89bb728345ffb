run :: ()
    x := 1000.0
    n := -1000.0
    print("{} {} {} {} {}\n", i8(x), i8(n), u8(n), u8(x), Int(1e19 * x))
end
