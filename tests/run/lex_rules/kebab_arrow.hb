T :: struct
    x: Int
end
f :: (x: Int) -> Int
    return x + 2
end
run :: () -> Int
    print("{}\n", f(3))
    return 0
end
