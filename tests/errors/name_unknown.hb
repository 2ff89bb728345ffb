// error-line: 7
// error-code: E0201
// error-mentions: `countre`

main :: ()
    counter := 1
    print("{}\n", countre)
end
