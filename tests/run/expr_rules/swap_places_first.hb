run :: ()
    i := 0
    y: Array{Int, 2}
    i, y[i] = 1, 5
    print("{} {}\n", i, y)
end
