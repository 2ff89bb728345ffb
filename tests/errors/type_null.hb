// error-line: 6
// error-code: E0701
// error-mentions: `null`

main :: ()
    p := null
    print("{}\n", p)
end
