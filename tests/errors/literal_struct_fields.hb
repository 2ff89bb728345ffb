// error-line: 12
// error-code: E0304
// error-mentions: 3 fields
// error-line: 13
// error-code: E0207
// error-mentions: `w`

Point :: struct
    x, y, z: Int
end
main :: ()
    p := Point{1, 2}
    q := Point{x = 1, w = 2}
    print("{} {}\n", p, q)
end
