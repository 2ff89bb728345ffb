Nocase :: struct
    c: u8
end
== :: #operator (a: Nocase, b: Nocase) -> Bool => (a.c | 32) == (b.c | 32)
Holder :: struct
    n: Nocase
    k: Int
end
U :: union
    h: Holder
    n: Nocase
    e
end
P :: struct
    a: u8
    b: Int
end
f :: () end
g :: (); print("x"); end
run :: ()
    print("{} {} {}\n", Nocase{65} == Nocase{97}, Nocase{65} == Nocase{98}, Nocase{66} != Nocase{97})
    print("{} {}\n", Holder{{65}, 1} == Holder{{97}, 1}, Holder{{65}, 1} != Holder{{97}, 2})
    print("{} {}\n", U.h({{65}, 1}) == .h({{97}, 1}), U.n({65}) == .h({{97}, 1}))
    a := Array{Nocase, 2}{{65}, {66}}
    b := Array{Nocase, 2}{{97}, {98}}
    print("{} {} {}\n", a == b, equal(a[..], b[..]), a != b)
    // padding plays no part
    p: P = uninit
    q: P
    p.a = 1; p.b = 2; q.a = 1; q.b = 2
    print("{}\n", p == q)
    h: () = f
    print("{} {}\n", h == f, h == g)
    s := "abc"
    t := "xabc"
    print("{} {}\n", s == t, s == t[1..])
end
