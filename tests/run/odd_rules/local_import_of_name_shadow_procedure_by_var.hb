f :: (x: Int) -> Int => x
run :: ()
    f := f(5)
    print("{}\n", f)
end
