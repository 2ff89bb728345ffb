// error-line: 25
// error-code: E0201
// error-token: heigth
// error-mentions: did you mean `height`?
// error-line: 32
// error-code: E0401
// error-token: scaled
// error-mentions: give `by`, a `Int`
// error-line: 33
// error-code: E0201
// error-token: distence_squared
// error-mentions: did you mean `distance_squared`?
// error-line: 34
// error-code: E0207
// error-token: colour
// error-mentions: did you mean `color`?
// error-line: 35
// error-code: E0301
// error-token: "12"
// error-mentions: without quotes

distance_squared :: (a: Point, b: Point) -> Int
    width := a.x - b.x
    height := a.y - b.y
    return width * width + heigth * height
end

scaled :: (p: Point, by: Int) -> Point => Point{p.x * by, p.y * by, p.color}

main :: () -> Int
    origin := Point{0, 0, "red"}
    corner := scaled(Point{3, 4, "blue"})
    print("{}\n", distence_squared(origin, corner))
    print("{}\n", corner.colour)
    total: Int = "12"
    print("{}\n", total)
    return 0
end

Point :: struct
    x, y: Int
    color: String
end
