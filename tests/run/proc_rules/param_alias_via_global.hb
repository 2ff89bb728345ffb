g: Array{Int, 40}
f :: (a: Array{Int, 40}) -> Int
    g[0] = 7
    return a[0]
end
run :: ()
    g[0] = 1
    print("{} ", f(g))
    print("{}\n", g[0])
end
