S :: struct
    a: Array{Int, 40}
end
f :: (s: S, all: Slice{S}) -> Int
    all[0].a[0] = 9
    return s.a[0]
end
run :: ()
    list := make_slice{S}(2)
    list[0].a[0] = 1
    print("{} ", f(list[0], list))
    print("{}\n", list[0].a[0])
end
