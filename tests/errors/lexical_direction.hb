// error-line: 5
// error-code: E0004
// error-mentions: U+202E

main :: () -> Int /* ‮ */
    return 0
end
