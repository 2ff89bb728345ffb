// error-line: 7
// error-code: E0005
// error-mentions: `?`

main :: ()
    x := 3
    y := x > 2 ? 1 : 0
    print("{}\n", y)
end
