f :: () -> (Int, Int) => return 1, 2
run :: ()
    _, _ := f()
    a, _ := f()
    _ = f()
    print("{}\n", a)
end
