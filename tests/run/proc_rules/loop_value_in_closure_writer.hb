run :: ()
    a := Array{Int, _}{1, 2, 3}
    for x in a
        a[0] = 100
        print("{} ", x)
    end
    print("|\n")
end
