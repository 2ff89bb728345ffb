ap :: (f: #closure (x: Int) -> Int) -> Int => f(4)
inc :: (x: Int) -> Int => x + 1
run :: ()
    print("{} {}\n", ap(inc), ap((x: Int) -> Int => x + 2))
end
