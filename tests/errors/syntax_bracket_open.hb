// error-line: 5
// error-code: E0103

main :: ()
    print("{}\n", (1 + 2)
    x := 3
    print("{}\n", x)
end
