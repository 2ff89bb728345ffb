// error-line: 5
// error-code: E0303
// error-mentions: `Int` is a value

first :: {Int: Int}(x: i8) -> i8 => x

main :: () -> i8 => first{3}(4)
