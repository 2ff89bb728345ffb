// error-line: 6
// error-code: E0102
// error-mentions: `if`

first :: ()
    if true
        print("a\n")

second :: ()
    print("b\n")
end
main :: ()
    first()
    second()
end
