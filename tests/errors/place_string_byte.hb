// error-line: 7
// error-code: E0306
// error-mentions: bytes of a `String`

main :: ()
    s := "abc"
    s[0] = 'x'
    print("{}\n", s)
end
