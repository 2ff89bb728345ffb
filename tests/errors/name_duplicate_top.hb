// error-line: 6
// error-code: E0203
// error-mentions: `LIMIT`

LIMIT :: 1
LIMIT :: 2
main :: ()
    print("{}\n", LIMIT)
end
