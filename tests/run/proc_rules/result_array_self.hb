run :: ()
    a := Array{Int, 3}{1, 2, 3}
    a = {a[2], a[1], a[0]}
    print("{}\n", a)
end
