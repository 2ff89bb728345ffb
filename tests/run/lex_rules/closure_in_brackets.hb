apply :: (f: (x: Int) -> Int, x: Int) -> Int => f(x)
run :: ()
    print("{} {}\n", apply((x: Int) -> Int
        y := x * 2
        return y
    end, 3), apply((x: Int) -> Int => x, 3))
end
