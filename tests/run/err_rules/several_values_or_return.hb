f :: () -> (Int, Int, Bool) => return 1, 2, true
g :: () -> (Int, Int, Bool)
    a, b := f() or_return
    return a, b, true
end
run :: ()
    a, b, c := g()
    print("{} {} {}\n", a, b, c)
end
