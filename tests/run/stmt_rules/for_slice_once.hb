run :: ()
    a := Array{Int, _}{1, 2, 3}
    s := a[..]
    for x in s
        s = {}
        print("{} ", x)
    end
    print("|\n")
end
