run :: ()
    a, b := "abc", "abd"
    print("{} {} {} {}\n", a < b, a <= b, a > b, a != b)
end
