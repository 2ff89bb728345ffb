// error-line: 5
// error-code: E0008

main :: ()
    c := 'ab'
    print("{}\n", c)
end
