// error-line: 8
// error-code: E0106
// error-mentions: `..`

main :: ()
    a := Array{Int, 3}{1, 2, 3}
    b := 2
    print("{} {}\n", a[..b], a[1..b])
end
