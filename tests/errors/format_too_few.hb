// error-line: 6
// error-code: E0404
// error-mentions: argument 2

main :: ()
    print("{} {}\n", 1)
end
