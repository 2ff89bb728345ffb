// error-line: 6
// error-code: E0301
// error-mentions: `String`

name :: () -> String
    return 42
end
main :: ()
    print("{}\n", name())
end
