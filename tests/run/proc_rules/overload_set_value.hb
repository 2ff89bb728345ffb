f :: (x: Int) -> Int => x * 2
f :: (x: String) -> String => x + x
ap :: (g: (x: String) -> String) -> String => g("x")
run :: ()
    g: (x: Int) -> Int = f
    print("{} {}\n", g(2), ap(f))
end
