f :: (a: Array{Int, 40}) -> Int
    a[0] = 9
    return a[0]
end
run :: ()
    a: Array{Int, 40}
    a[0] = 1
    print("{} ", f(a))
    print("{}\n", a[0])
end
