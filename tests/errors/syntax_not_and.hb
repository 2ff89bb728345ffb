// error-line: 10
// error-code: E0106
// error-mentions: `not`
// error-line: 13
// error-code: E0106
// error-mentions: `and`

main :: ()
    x := true
    if not x
        print("x\n")
    end
    if x and true
        print("y\n")
    end
end
