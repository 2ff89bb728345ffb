run :: ()
    café := 3
    print("{}\n", café)
end
