// error-line: 9
// error-code: E0114
// error-mentions: `end`
// error-line: 10
// error-code: E0114
// error-mentions: `match`

main :: ()
    end := 3
    match := 4
    print("{}\n", match)
end
