run :: ()
    a, b := -7, 2
    c, d := 7, -2
    print("{} {} {} {} {} {}\n", a / b, a % b, (a %% b) + 1, -(c / d), c % d, (c %% d) - 1)
end
