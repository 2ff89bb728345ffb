// error-line: 9
// error-code: E0012
// error-mentions: `0x`
// error-line: 10
// error-code: E0012
// error-mentions: exponent

main :: ()
    x := 0x
    y := 1e
    print("{} {}\n", x, y)
end
