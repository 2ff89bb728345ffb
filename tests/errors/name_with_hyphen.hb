// error-line: 7
// error-code: E0201
// error-mentions: `count-1`

main :: ()
    count := 3
    print("{}\n", count-1)
end
