// error-line: 7
// error-code: E0403
// error-mentions: `x`

main :: ()
    x := 3
    print("{}\n", x(4))
end
