// error-line: 6
// error-code: E0203
// error-mentions: `opterr`

show_errors: i32 #foreign "opterr"
opterr :: () -> i32 #foreign

main :: () -> Int
    return Int(show_errors) + Int(opterr())
end
