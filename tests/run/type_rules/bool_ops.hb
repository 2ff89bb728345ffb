run :: ()
    a, b := true, false
    print("{} {} {}\n", a | b, a & b, a ^ b)
end
