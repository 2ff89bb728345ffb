run :: ()
    n := 3
    print("{} {}\n", 1 << n + 1, (1 << n) + 1)
end
