F :: (a: Int) -> Int;
g :: (a: Int) -> Int => a
run :: ()
    f: F = g
    print("{}\n", f(3))
end
