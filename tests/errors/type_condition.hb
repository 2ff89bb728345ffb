// error-line: 7
// error-code: E0301
// error-mentions: `Bool`

main :: ()
    n := 3
    if n
        print("x\n")
    end
end
