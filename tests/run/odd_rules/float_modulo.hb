run :: ()
    a, b := 5.5, 4.0
    print("{} {} {}\n", a % b, -a % b, -a %% b)
end
