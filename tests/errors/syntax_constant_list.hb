// error-line: 5
// error-code: E0101
// error-mentions: one by one

A, B :: 1, 2
main :: ()
    print("{}\n", A + B)
end
