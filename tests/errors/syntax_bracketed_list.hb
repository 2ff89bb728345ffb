// error-line: 5
// error-code: E0108

main :: ()
    a := [1, 2, 3]
    print("{}\n", a)
end
