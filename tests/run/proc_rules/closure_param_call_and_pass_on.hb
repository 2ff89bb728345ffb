twice :: (f: #closure (x: Int) -> Int, n: Int) -> Int => apply(f, apply(f, n))
apply :: (f: #closure (x: Int) -> Int, n: Int) -> Int => f(n)
run :: ()
    k := 3
    print("{}\n", twice([k] (x: Int) -> Int => x + k, 6))
end
