// error-line: 5
// error-code: E0101
// error-mentions: `a`

add :: (a, b: Int) -> Int
    return a + b
end
main :: ()
    print("{}\n", add(1, 2))
end
