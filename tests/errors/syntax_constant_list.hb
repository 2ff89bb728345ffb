// error-line: 11
// error-code: E0101
// error-mentions: one by one
// error-line: 13
// error-code: E0201
// error-mentions: `A`
// error-line: 13
// error-code: E0201
// error-mentions: `B`

A, B :: 1, 2
main :: ()
    print("{}\n", A + B)
end
