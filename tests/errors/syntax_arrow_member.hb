// error-line: 11
// error-code: E0106
// error-mentions: reached by `.`

P :: struct
    x: Int
end
main :: ()
    a := P{1}
    p := &a
    print("{}\n", p->x)
end
