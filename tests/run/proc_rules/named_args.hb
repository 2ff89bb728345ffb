f :: (a: Int, b: Int = 2, c: Int = 3) -> String => format("{}-{}-{}", a, b, c)
run :: ()
    print("{} {} {}\n", f(1), f(1, b = 5), f(a = 9))
end
