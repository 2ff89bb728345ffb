// error-line: 7
// error-code: E0405
// error-mentions: `defer`

f :: (n: Int) -> Int
    defer print("x")
    return #tail f(n - 1)
end
main :: ()
    print("{}\n", f(3))
end
