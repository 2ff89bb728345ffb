// error-line: 7
// error-code: E0603
// error-mentions: `n`

main :: ()
    n := 3
    a: Array{Int, n}
    print("{}\n", a.length)
end
