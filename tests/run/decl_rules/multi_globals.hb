a, b := 1, "two"
c, d: Int
run :: ()
    print("{} {} {} {}\n", a, b, c, d)
end
