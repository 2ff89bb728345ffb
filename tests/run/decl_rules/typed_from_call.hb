f :: () -> (Int, Int) => return 3, 1
run :: ()
    a, b: Int = f()
    print("{} {}\n", a, b)
end
