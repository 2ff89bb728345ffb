// error-line: 5
// error-code: E0208
// error-mentions: `A`

A :: B + 1
B :: C * 2
C :: A
main :: ()
    print("{}\n", A)
end
