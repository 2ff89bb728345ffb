#import "Inner" #public
#import "Shapes/Types"
#import "Shapes/Area"

total_of :: (c: Circle, s: Square) -> Int
    return area(c) * 8 + area(s) - 5
end
