mk :: () -> Array{Int, 3} => {1, 2, 3}
run :: ()
    for x in mk()
        print("{} ", x)
    end
    print("|\n")
end
