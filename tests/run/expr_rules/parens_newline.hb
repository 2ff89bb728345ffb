run :: ()
    x := (1
        + 2
        + 3)
    print("{}\n", x)
end
