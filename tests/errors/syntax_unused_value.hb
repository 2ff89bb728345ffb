// error-line: 6
// error-code: E0110

main :: ()
    x := 3
    x + 1
    print("{}\n", x)
end
