// error-line: 8
// error-code: E0301
// error-line: 9
// error-code: E0301

main :: ()
    n := 3
    x: Float = 1 << n
    floats := Array{Float, 2}{2.5, 1 << n}
    print("{} {} {}\n", x, floats, Float(1 << n))
end
