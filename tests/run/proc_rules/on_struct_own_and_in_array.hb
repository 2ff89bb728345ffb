V :: struct
    n: Int
end
== :: #operator (a: V, b: V) -> Bool => a.n % 10 == b.n % 10
run :: ()
    print("{} {}\n", V{12} == V{2}, V{12} != V{2})
end
