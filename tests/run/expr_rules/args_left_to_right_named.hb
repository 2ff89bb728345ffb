f :: (a: Int, b: Int) -> Int => a * 10 + b
n :: (s: String, v: Int) -> Int
    print("{} ", s)
    return v
end
run :: ()
    print("{}\n", f(b = n("b", 1), a = n("a", 2)))
end
