g: Int = 1
f :: () -> Int
    defer g = 5
    return g
end
run :: ()
    x := f()
    print("{} {}\n", x, g)
end
