// error-line: 7
// error-code: E0013
// error-mentions: `++`

main :: ()
    i := 0
    i++
    print("{}\n", i)
end
