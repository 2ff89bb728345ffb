f :: (p: *Int) -> Int
    p@ += 1
    return p@
end
run :: ()
    x := 3
    p: *Int = &x
    print("{} {}\n", p@, f(p))
end
