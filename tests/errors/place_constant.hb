// error-line: 7
// error-code: E0306
// error-mentions: constant

LIMIT :: 3
main :: ()
    LIMIT = 4
end
