// error-line: 15
// error-code: E0301
// error-mentions: no tag
// error-line: 16
// error-code: E0404
// error-mentions: `U`

U :: union #raw
    a: i32
    b: f32
end
main :: () -> Int
    u := U{}
    u.b = 1.0
    t := tag_of(u)
    print("{}\n", u)
    return Int(u.a) + t
end
