f :: (b: Bool) -> (Int, Bool) => return 3, b
d :: () -> Int
    print("x")
    return 9
end
run :: ()
    print("{} ", f(true) or_else d())
    print("{}\n", f(false) or_else d())
end
