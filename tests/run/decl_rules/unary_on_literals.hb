run :: ()
    a: u8 = ~0 & 255
    print("{} {} {} {}\n", -5, a, !true, ~5)
end
