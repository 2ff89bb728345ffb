run :: ()
    a: Slice{Int} = {}
    b: Array{Int, 2} = {}
    print("{} {}\n", a.length, b)
end
