// error-line: 6
// error-code: E0009
// error-mentions: `\q`

main :: ()
    print("a\qb\n")
end
