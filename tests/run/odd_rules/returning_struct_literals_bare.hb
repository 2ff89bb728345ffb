P :: struct
    x, y: Int
end
f :: () -> P
    return {3, 4}
end
g :: () -> (P, Bool)
    return {x = 3}, true
end
run :: ()
    a := f()
    b, _ := g()
    print("{} {}\n", b.x, a.y)
end
