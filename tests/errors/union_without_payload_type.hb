// error-line: 9
// error-code: E0102
// error-line: 10
// error-code: E0101

// The value of a type with a mistake is no further mistake.
main :: () -> Int => 0

Which :: union
    b: => end
WHICH: Which : .b(7)
