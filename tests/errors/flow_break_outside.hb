// error-line: 6
// error-code: E0503
// error-mentions: `break`

main :: ()
    break
end
