// error-line: 9
// error-code: E0306
// error-mentions: no address
// error-line: 10
// error-code: E0306
// error-mentions: immutable

main :: ()
    p := &(1 + 2)
    q := &context
    print("{} {}\n", p, q)
end
