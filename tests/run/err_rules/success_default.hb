E :: enum #error
    FINE
    BAD
end
f :: (x: Int) -> (Int, E)
    if x < 0
        return 0, .BAD
    end
    return x, .FINE
end
run :: ()
    a, e := f(5)
    print("{} ", a)
    _, e2 := f(-1)
    print("{} {}\n", Int(e), e2 == .BAD)
end
