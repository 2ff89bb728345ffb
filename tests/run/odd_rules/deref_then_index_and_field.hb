P :: struct
    a: Array{Int, 2}
end
run :: ()
    p := new(P{{5, 6}})
    r := &p.a
    print("{} {}\n", p@.a[0], r@[1])
end
