// error-line: 6
// error-code: E0106
// error-mentions: without parentheses

f :: () -> (Int, Int)
    return (1, 2)
end
main :: ()
    a, b := f()
    print("{} {}\n", a, b)
end
