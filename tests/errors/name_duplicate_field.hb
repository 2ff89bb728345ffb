// error-line: 7
// error-code: E0203
// error-mentions: `x`

P :: struct
    x: Int
    x: Float
end
main :: ()
    p: P
    print("{}\n", p.x)
end
