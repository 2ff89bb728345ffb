divmod :: (a: Int, b: Int) -> (q: Int, r: Int) => return a / b, a % b
run :: ()
    x, y := divmod(7, 3)
    print("{} {}\n", x, y)
end
