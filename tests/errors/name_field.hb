// error-line: 10
// error-code: E0207
// error-mentions: `widht`

Point :: struct
    width, height: Int
end
main :: ()
    p: Point
    print("{}\n", p.widht)
end
