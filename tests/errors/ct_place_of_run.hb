// error-line: 12
// error-code: E0601
// error-mentions: division by zero
// error-line: 14
// error-code: E0601
// error-mentions: index 9 is out of range
ratio :: (a: Int, b: Int) -> Int
    return a / b
end
first :: (numbers: Slice{Int}, at: Int) -> Int => numbers[at]
// it is the call that is wrong, not an argument
RATIO :: #run ratio(
    12345, 0)
FIRST :: #run first(
    {1, 2, 3}, 9)
main :: () => print("{} {}\n", RATIO, FIRST)
