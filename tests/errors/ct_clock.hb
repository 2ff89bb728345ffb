// error-line: 5
// error-code: E0601
// error-mentions: cannot reach files
Time :: #import "Time"
V :: #run Time.unix_now()
main :: () => print("{}\n", V)
