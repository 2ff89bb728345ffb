// error-line: 5
// error-code: E0007

main :: ()
    print("hello)
end
