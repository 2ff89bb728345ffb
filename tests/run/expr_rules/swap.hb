run :: ()
    a, b := 1, 2
    a, b = b, a
    x := Array{Int, _}{1, 2, 3}
    x[0], x[1] = x[1], x[0]
    print("{} {} {} ", a, b, x)
    i := 0
    y := Array{Int, _}{1, 0, 3}
    i, y[i + 1] = 1, 9
    print("{} {}\n", i, y)
end
