// error-line: 4
// error-code: E0005

# a comment
main :: ()
    print("x\n")
end
