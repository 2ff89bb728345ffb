// error-line: 5
// error-code: E0006

main :: ()
    /* never closed
    print("x\n")
end
