run :: ()
    a, b := "", "a"
    print("{} {} {}\n", a < b, a == "", b < a)
end
