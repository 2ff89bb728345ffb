// error-line: 13
// error-code: E0307
// error-mentions: `P`
// error-line: 14
// error-code: E0307
// error-mentions: `String`

P :: struct
    x: Int
end
main :: ()
    p := P{1}
    n := Int(p)
    s := Int("12")
    print("{} {}\n", n, s)
end
