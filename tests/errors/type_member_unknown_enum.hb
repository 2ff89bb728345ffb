// error-line: 6
// error-code: E0701
// error-mentions: `.RED`

main :: ()
    c := .RED
    print("{}\n", c)
end
