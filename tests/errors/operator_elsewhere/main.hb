// error-line: 6
// error-mentions: == | language

#import "Points"

== :: #operator (a: Point, b: Point) -> Bool => a.x == b.x

main :: ()
    print("{}\n", Point{1, 2} == Point{1, 3})
end
