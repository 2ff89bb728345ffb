run :: ()
    flags := 6
    print("{} {}\n", flags & 2 == 2, flags & 1 == 1)
end
