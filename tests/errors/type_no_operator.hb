// error-line: 12
// error-code: E0308
// error-mentions: `P`
// error-line: 13
// error-code: E0308
// error-mentions: `String`

P :: struct
    x: Int
end
main :: ()
    p := P{1} + P{2}
    q := "a" - "b"
    print("{} {}\n", p, q)
end
