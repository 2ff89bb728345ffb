// error-line: 10
// error-code: E0301
// error-mentions: `String`
// error-line: 10
// error-code: E0301
// error-mentions: `Float`

main :: ()
    a := Array{Int, 3}{1, 2, 3}
    print("{} {}\n", a["0"], a[1.5])
end
