run :: ()
    n: u8 = 3
    print("{}\n", -n)
end
