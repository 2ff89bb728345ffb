P :: struct
    a: Array{Int, 2}
end
get :: (p: Pointer{P}) -> Pointer{P} => p
run :: ()
    p := P{{1, 2}}
    get(&p).a[1] += 10
    x := 2
    q := &x
    q@ += 3
    print("{} {}\n", x, p.a)
end
