f :: (c: Bool) -> Int
    if c return 1; end
    return 2
end
run :: ()
    print("{} {}\n", f(true), f(false))
    if true print("a\n") end
    for i in 0..<3 print("{} ", i) end
    print("|\n")
    while true break end
end
