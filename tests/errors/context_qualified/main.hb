// error-line: 27
// error-code: E0207
// error-mentions: alone
// error-line: 28
// error-code: E0207
// error-mentions: it has added `level`
// error-token: nope
// error-line: 29
// error-mentions: is no module
// error-line: 30
// error-mentions: private
// error-token: hidden
// error-line: 31
// error-code: E0203
// error-mentions: Depth.level
// error-line: 32
// error-mentions: alone

Depth :: #import "Depth"

Point :: struct
    x: Int
end

main :: ()
    print("{}\n", Depth.deep())
    point := Point{Depth.x = 3}
    a := context{Depth.nope = 1}
    b := context{point.level = 1}
    c := context{Depth.hidden = 1}
    d := context{Depth.level = 1, Depth.level = 2}
    text := String{Depth.data = null}
    print("{} {} {} {} {}\n", a.user_index, b.user_index, c.user_index, d.user_index, text)
end
