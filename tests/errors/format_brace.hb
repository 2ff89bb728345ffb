// error-line: 6
// error-code: E0404
// error-mentions: `{`

main :: ()
    print("{\n", 1)
end
