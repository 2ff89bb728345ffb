// error-line: 7
// error-code: E0113
// error-mentions: `==`

main :: ()
    x := 3
    if x = 3
        print("hi\n")
    end
end
