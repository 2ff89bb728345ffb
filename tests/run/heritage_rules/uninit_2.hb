run :: ()
    a: Array{Int, 1000} = uninit
    a[3] = 3
    print("{}\n", a[3])
end
