mk :: () -> (f: (x: Int) -> Int, n: Int) => return inc, 2
inc :: (x: Int) -> Int => x + 1
run :: ()
    f, n := mk()
    print("{} {}\n", f(3), n)
end
