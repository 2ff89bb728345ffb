Pair :: struct {A, B}
    a: A
    b: B
end
run :: ()
    p: Pair{Pair{Int, u8}, Array{String, 2}}
    p.a.a = 3
    print("{} {}\n", type_of(p), p.a.a)
end
