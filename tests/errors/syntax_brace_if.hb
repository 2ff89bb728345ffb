// error-line: 6
// error-code: E0107

main :: ()
    x := 3
    if x > 2 {
        print("hi\n")
    }
end
