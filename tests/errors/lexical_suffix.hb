// error-line: 6
// error-code: E0011
// error-mentions: `12`

main :: ()
    x := 12px
    print("{}\n", x)
end
