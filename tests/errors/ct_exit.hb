// error-line: 7
// error-code: E0601
// error-mentions: status 3
// warning-line: 10
// warning-code: W0004
Process :: #import "Process"
V :: #run leave()
leave :: () -> Int
    Process.exit(3)
    return 1
end
main :: () => print("{}\n", V)
