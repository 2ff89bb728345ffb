// error-line: 5
// error-code: E0602
// error-mentions: more than 4096 calls
down :: (n: Int) -> Int => down(n + 1) + 1
V :: #run down(0)
main :: () => print("{}\n", V)
