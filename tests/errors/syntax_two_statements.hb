// error-line: 5
// error-code: E0111

main :: ()
    x := 3 y := 4
    print("{} {}\n", x, y)
end
