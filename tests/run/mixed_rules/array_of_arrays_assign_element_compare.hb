run :: ()
    a: Array{Array{Int, 2}, 2}
    a[1][0] = 5
    b := a
    print("{} {}\n", a, a == b)
end
