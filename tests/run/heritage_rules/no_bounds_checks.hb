run :: ()
    a := Array{Int, _}{1, 2, 3}
    #no-bounds-checks block
        i := 2
        print("{}\n", a[i])
    end
end
