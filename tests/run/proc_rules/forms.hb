add :: (a: Int, b: Int = 1) -> Int => a + b
divmod :: (a: Int, b: Int) -> (quotient: Int, remainder: Int)
    return a / b, a % b
end
inc :: (a := 6) -> Int => a + 1
nothing :: () end
Compare :: #type (a: Int, b: Int) -> Int
run :: ()
    q, r := divmod(7, 2)
    nothing()
    c: Compare = add
    print("{} {} {} {} {} empty\n", add(3), c(2, 3), q, r, inc())
end
