// error-line: 9
// error-code: E0106
// error-mentions: `elif`

main :: ()
    x := 3
    if x == 1
        print("1\n")
    elif x == 2
        print("2\n")
    end
end
