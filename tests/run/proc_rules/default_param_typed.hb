f :: (n := 3, s := "x") -> Int
    print("")
    return n + s.length - 1
end
run :: ()
    print("{} {}\n", f(), type_of("x"))
end
