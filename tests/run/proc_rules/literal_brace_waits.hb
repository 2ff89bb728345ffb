P :: struct
    x, y: Int
end
f :: (p: P) -> Int => p.x + p.y
f :: (s: String) -> String => s
run :: ()
    print("{} {}\n", f({1, 2}), f("ab"))
end
