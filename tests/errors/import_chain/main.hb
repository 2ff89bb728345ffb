// error-line: 1
// error-code: E0202
// error-mentions: imported by `main.hb`

#import "First"

main :: () -> Int => first()
