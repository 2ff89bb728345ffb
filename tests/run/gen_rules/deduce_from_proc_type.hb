ap :: {A, R}(f: (x: A) -> R, x: A) -> R => f(x)
dbl :: (x: Int) -> Int => x * 2
run :: ()
    print("{}\n", ap(dbl, 3))
end
