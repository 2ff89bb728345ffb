// error-line: 9
// error-code: E0205
// error-token: LIMIT
// error-mentions: the one of module `Left`

#import "Left"
#import "Right"

main :: () -> Int => LIMIT
