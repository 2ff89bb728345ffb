run :: ()
    print("{} {} {} {} {}\n", 12_000, 0xff, 0o17, 0b1010, 0xDEAD_BEEF)
    print("{} {} {} {}\n", 1.5, 2e10, 1.5e-3, 0x1.8p3)
    print("{} {}\n", 4.max(7), 1_0_0_0_0_0_0)
end
