Id :: struct
    n: Int
    noise: Int
end
== :: #operator (a: Id, b: Id) -> Bool => a.n == b.n
W :: struct
    id: Id
    k: Int
end
U :: union
    id: Id
    z
end
run :: ()
    x, y := W{{1, 2}, 3}, W{{1, 9}, 3}
    a, b := Array{Id, 1}{{1, 2}}, Array{Id, 1}{{1, 3}}
    u, v := U.id({1, 2}), U.id({1, 3})
    print("{} {} {} {}\n", x == y, a == b, u != v, some(Id{1, 2}) == some(Id{1, 7}))
end
