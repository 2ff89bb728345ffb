// error-line: 7
// error-code: E0301
// error-mentions: `Float`

main :: ()
    x := 2.5
    n: Int = x
    print("{}\n", n)
end
