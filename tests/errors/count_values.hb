// error-line: 6
// error-code: E0304
// error-mentions: 3 values

main :: ()
    a, b := 1, 2, 3
    print("{} {}\n", a, b)
end
