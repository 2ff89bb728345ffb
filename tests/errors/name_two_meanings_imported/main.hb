// error-line: 2
// error-code: E0203
// error-token: width
// error-line: 6
// error-code: E0203
// error-token: Shape

#import "Other"
O :: #import "Other"

main :: () -> Int
    a: Array{Int, O.width}
    b := O.width(3) + width + width(4)
    s: Shape
    print("{} {} {} {}\n", a, b, s.x, O.Shape(3))
    return 0
end
