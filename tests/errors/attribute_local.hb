// error-line: 12
// error-code: E0802
// error-mentions: #thread-local
// error-line: 13
// error-code: E0801
// error-line: 10
// error-code: E0802
// error-mentions: 3

aligned: Int #align(3)
main :: () -> Int
    calls: Int = 0 #thread-local
    other := 1 #alingn(3)
    return calls + other
end
