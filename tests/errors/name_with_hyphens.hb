// error-line: 16
// error-code: E0201
// error-mentions: `one-two - 1`
// error-line: 17
// error-code: E0207
// error-mentions: `y-pos - 1`

one-two :: 12

Point :: struct
    y-pos: Int
end

main :: () -> Int
    p: Point
    a := one-two-1
    b := p.y-pos-1
    return a + b
end
