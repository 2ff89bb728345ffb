// error-line: 5
// error-code: E0112

main :: ()
    print("{} {}\n" 1, 2)
end
