// error-line: 5
// error-code: E0601
// error-mentions: the value is no Int
number :: (a: Any) -> Int => Int(a)
V :: #run number("text")
main :: () => print("{}\n", V)
