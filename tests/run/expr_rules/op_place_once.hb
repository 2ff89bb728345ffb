a: Array{Int, 2}
f :: () -> Int
    print("f ")
    return 0
end
run :: ()
    a[f()] += 5
    print("{}\n", a)
end
