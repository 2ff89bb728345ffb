// error-line: 11
// error-code: E0303
// error-mentions: pointer type
// error-line: 12
// error-code: E0303
// error-mentions: pointer type

main :: ()
    x := 3
    p := &x
    *p = 4
    print("{}\n", *p)
end
