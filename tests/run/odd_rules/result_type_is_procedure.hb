mk :: () -> (x: Int) -> Int => inc
inc :: (x: Int) -> Int => x + 1
run :: ()
    f := mk()
    print("{}\n", f(3))
end
