// error-line: 24
// error-code: E0116
// error-mentions: is made of one member
// error-line: 25
// error-code: E0116
// error-line: 26
// error-code: E0116

Shape :: union
    i: u32
    f: f32
    bytes: Array{u8, 4}
end

Raw :: union #raw
    i: u32
    f: f32
end

take :: (s: Shape) -> Bool => tag_of(s) == .f

main :: ()
    // these were taken for raw unions
    one := Shape{f = 1.0}
    two := take({i = 3})
    three := Raw{1, 2.0}
    four := Raw{f = 1.0}
    five := Shape{}
    print("{} {} {} {} {}\n", tag_of(one), two, three.i, four.i, tag_of(five))
end
