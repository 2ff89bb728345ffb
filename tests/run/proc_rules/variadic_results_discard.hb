f :: () -> (Int, Int, Int) => return 1, 2, 3
run :: ()
    _, b, _ := f()
    a, _, _ := f()
    print("{} {}\n", b, a)
end
