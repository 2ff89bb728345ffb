run :: ()
    a := 3
    b := true
    p := &a
    print("{} {} {} {} {} {}\n", -a, !b, ~a, p@, -(-4), !!b)
end
