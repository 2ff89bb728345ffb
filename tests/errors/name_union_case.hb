// error-line: 10
// error-code: E0207
// error-mentions: `triangle`

Shape :: union
    circle: Float
    square: Float
end
main :: ()
    s := Shape.triangle(3)
    print("{}\n", s)
end
