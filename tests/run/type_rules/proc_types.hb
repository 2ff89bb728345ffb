add :: (a: Int, b: Int) -> Int => a + b
T :: #type (x: Int, y: Int) -> Int
run :: ()
    f: (q: Int, r: Int) -> Int = add
    g: T = f
    h: (n: Int) -> Int
    k: T
    print("{} {} {}\n", g(2, 4), h == null, k == null)
end
