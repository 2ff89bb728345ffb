// error-line: 6
// error-code: E0404
// error-mentions: no placeholder

main :: ()
    print("{}\n", 1, 2)
end
