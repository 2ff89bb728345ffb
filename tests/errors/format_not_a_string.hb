// error-line: 7
// error-code: E0301
// error-mentions: `String`

main :: ()
    x := 3
    print(x)
end
