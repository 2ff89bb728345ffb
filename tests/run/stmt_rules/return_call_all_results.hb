g :: () -> (Int, Int) => return 1, 2
f :: () -> (Int, Int)
    return g()
end
run :: ()
    a, b := f()
    print("{} {}\n", a, b)
end
