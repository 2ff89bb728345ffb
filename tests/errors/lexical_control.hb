// error-line: 5
// error-code: E0003
// error-mentions: U+001B

main :: () -> Int /*  */
    return 0
end
