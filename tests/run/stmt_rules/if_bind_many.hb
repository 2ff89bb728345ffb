f :: () -> (Int, Int, Bool) => return 1, 2, true
run :: ()
    if a, b := f()
        print("{} {}\n", a, b)
    end
end
