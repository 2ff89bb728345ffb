d :: () -> Int
    print("def ")
    return 2
end
a :: () -> Int
    print("arg ")
    return 1
end
f :: (x: Int = d(), y: Int) -> Int => x + y * 10
run :: ()
    print("{}\n", f(y = a()))
end
