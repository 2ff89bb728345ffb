// options: --eval-depth 50
// error-line: 7
// error-code: E0602
// error-mentions: --eval-depth
// error-mentions: more than 50 calls
down :: (n: Int) -> Int => ifx n == 0 => 0 else => down(n - 1) + 1 end
V :: #run down(60)
main :: () => print("{}\n", V)
