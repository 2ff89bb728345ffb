U :: union
    n: Int
    list: Array{V, 2}
    p: Pointer{U}
end
V :: union
    s: String
    k: u8
    off
end
T :: struct
    u: U
    m: Maybe{V}
end
show :: (m: Maybe{Maybe{Pointer{Int}}}) -> String
    match m
    case .none => return "none"
    case .some.none => return "some(none)"
    case .some.some => return "some(some)"
    end
end
make :: (n: u8) -> V => ifx n == 0 => .off else => .k(n) end
run :: ()
    t: T
    t.u = .list({.s("five"), .k(5)})
    print("{} {} {}\n", t.u.list[1].k, t.m == none, t.u == .n(3))
    match t.u
    case .list &l
        match l[0]
        case .s &s => s = "nine chars"
        else
        end
        l[1].k = 9
    else
    end
    print("{} {}\n", t.u.list.length, t.u.list[1].k)
    inner := U.n(4)
    t.u = .p(&inner)
    t.u.p.n += 0
    print("{} {}\n", t.u.p.n, inner.n)
    a, b := V.s("ab"), V.s("xab"[1..])
    c := Array{V, 2}{a, make(0)}
    d := Array{V, 2}{b, .off}
    print("{} {} {}\n", a == b, c == d, make(1) == make(2))
    print("{} {}\n", size_of(V), size_of(Maybe{Pointer{V}}))
    x := 3
    print("{} {} {}\n", show(none), show(some(none)), show(some(some(&x))))
end
