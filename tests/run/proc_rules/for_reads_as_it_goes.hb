run :: ()
    a := Array{Int, _}{1, 2, 3}
    for x, i in a
        if i == 0
            a[1] = 5
        end
        print("{} ", x)
    end
    print("|\n")
end
