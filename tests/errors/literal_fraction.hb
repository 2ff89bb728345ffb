// error-line: 6
// error-code: E0301
// error-mentions: float literal

main :: ()
    n: Int = 2.5
    print("{}\n", n)
end
