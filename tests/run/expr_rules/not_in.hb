run :: ()
    a := 3
    print("{}\n", !(a in 5..<7))
end
