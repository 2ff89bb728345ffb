run :: ()
    a := Array{Int, 2}{5, 6}
    r := &a
    print("{}\n", r@[1])
end
