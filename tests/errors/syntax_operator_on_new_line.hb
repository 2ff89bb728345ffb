// error-line: 7
// error-code: E0110
// error-mentions: `+`

main :: ()
    x := 3
        + 4
    print("{}\n", x)
end
