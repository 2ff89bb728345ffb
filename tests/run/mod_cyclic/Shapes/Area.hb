#import "Types"

area :: (c: Circle) -> Int => 3 * c.radius * c.radius
area :: (s: Square) -> Int => s.side * s.side
describe :: (_c: Circle) -> String => "circle"
describe :: (_s: Square) -> String => "square"
