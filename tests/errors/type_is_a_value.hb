// error-line: 7
// error-code: E0303
// error-mentions: `limit`

limit :: 3
main :: ()
    x: limit
    print("{}\n", x)
end
