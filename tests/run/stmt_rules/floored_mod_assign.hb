run :: ()
    a := -5
    a %%= 3
    print("{}\n", a)
end
