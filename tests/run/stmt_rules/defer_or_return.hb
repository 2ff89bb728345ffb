f :: () -> (Int, Bool)
    defer print("d ")
    x := g() or_return
    return x, true
end
g :: () -> (Int, Bool) => return 1, false
run :: ()
    print("{}\n", f() or_else -1)
end
