run :: ()
    for s in reverse(Array{String, _}{"a", "b", "c"}[..])
        print("{} ", s)
    end
    print("|\n")
end
