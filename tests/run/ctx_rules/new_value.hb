run :: ()
    p := new(9)
    q := new(Array{Int, 2}{1, 2})
    print("{} {}\n", p@, q@)
end
