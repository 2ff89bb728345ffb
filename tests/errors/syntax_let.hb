// error-line: 9
// error-code: E0106
// error-mentions: `let`
// error-line: 10
// error-code: E0106
// error-mentions: `var`

main :: ()
    let x = 3
    var y = 4
    print("{} {}\n", x, y)
end
