S :: struct
    a: Array{Int, 40}
end
f :: (a: Array{Int, 40}, p: Pointer{S}) -> Int
    p.a[0] = 7
    return a[0]
end
run :: ()
    s := new{S}()
    s.a[0] = 1
    print("{} ", f(s.a, s))
    print("{}\n", s.a[0])
end
