// error: E0404
// error-line: 8
// error-mentions: give them names before: `a, b := …`

pair :: () -> (Int, Bool) => return 1, true

main :: ()
    print("{}\n", pair())
end
