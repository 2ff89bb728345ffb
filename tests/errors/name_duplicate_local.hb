// error-line: 7
// error-code: E0203
// error-mentions: `a`

main :: ()
    a := 1
    a := 2
    print("{}\n", a)
end
