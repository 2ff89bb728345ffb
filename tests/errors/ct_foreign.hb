// error-line: 5
// error-code: E0601
// error-mentions: getpid
getpid :: () -> i32 #foreign
V :: #run getpid()
main :: () => print("{}\n", V)
