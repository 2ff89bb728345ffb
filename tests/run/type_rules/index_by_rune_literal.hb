run :: ()
    a: Array{Int, 300}
    a['a'] += 1
    print("{}\n", a[97])
end
