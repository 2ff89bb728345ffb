a: Array{Int, 2}
f :: () -> Int
    print("f ")
    return 0
end
g :: () -> Int
    print("g ")
    return 3
end
h :: () -> Int
    print("h ")
    return 4
end
run :: ()
    a[f()] = g() + h()
    print("|\n{}\n", a)
end
