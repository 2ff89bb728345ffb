// expect: true false
// expect: 42 7
// expect: circle 12 square 9
// expect: 3 5
// expect: 10
// expect: 100 secret is mine

#import "Even"
Odd :: #import "Odd"
#import "Shapes/Area" (area, describe)
Base_Shapes :: #import "Shapes/Types"
#import "Reexport"

secret :: () -> String => "mine"

main :: () -> Int
    print("{} {}\n", is_even(10), Odd.is_odd(10))
    print("{} {}\n", FORTY_TWO, Odd.SEVEN)
    c := Base_Shapes.Circle{2}
    s := Base_Shapes.Square{3}
    print("{} {} {} {}\n", describe(c), area(c), describe(s), area(s))
    print("{} {}\n", from_inner(), INNER_CONSTANT)
    print("{}\n", LATER + LATER)
    print("{} secret is {}\n", total_of(c, s), secret())
    return 0
end

LATER :: FIRST + 2
FIRST :: 3
