f :: (n: Int) -> Int
    n *= 2
    return n
end
run :: ()
    x := 3
    print("{} ", f(x))
    print("{}\n", x)
end
