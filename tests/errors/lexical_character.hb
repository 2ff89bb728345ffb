// error-line: 6
// error-code: E0005
// error-mentions: `$`

main :: ()
    x := 3 $ 4
    print("{}\n", x)
end
