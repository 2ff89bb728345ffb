// error-line: 6
// error-code: E0116
// error-mentions: top level

main :: ()
    #import "Math"
    print("x\n")
end
