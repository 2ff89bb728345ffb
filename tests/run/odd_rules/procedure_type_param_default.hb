ap :: (x: Int, f: (x: Int) -> Int = dbl) -> Int => f(x)
dbl :: (x: Int) -> Int => x * 2
run :: ()
    print("{} {}\n", ap(3), ap(3, (x: Int) -> Int => x + 4))
end
