// error-line: 8
// error-code: E0601
// error-mentions: `square` is not the current one
Shape :: union
    circle: Float
    square: Int
end
V :: #run side(.circle(1.0))
side :: (s: Shape) -> Int => s.square
main :: () => print("{}\n", V)
