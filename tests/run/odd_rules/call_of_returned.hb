mk :: () -> (x: Int) -> Int => inc
inc :: (x: Int) -> Int => x + 1
run :: ()
    print("{}\n", mk()(3))
end
