P :: struct
    x: Int
end
E :: enum
    A
    B
end
f :: (p: P = {3}, e: E = .B) -> Int
    print("{} {}\n", p.x, e)
    return 0
end
run :: ()
    _ = f()
end
