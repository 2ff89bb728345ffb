Big :: struct
    n: Int
    a: Array{Int, 8}
end
of :: (n: Int) -> Big => Big{n = n}
maybe :: (n: Int) -> Maybe{Big} => ifx n > 0 => some(of(n)) else => none end
E :: enum #error
    OK
    BAD
end
fallible :: (n: Int) -> (Big, E)
    return of(n), ifx n > 0 => .OK else => .BAD end
end
chain :: (n: Int) -> (Big, Int, E)
    b := fallible(n) or_return
    b.n += 1
    return b, n, .OK
end
modified :: (b: Big) -> Big
    defer b.n = 1000
    b.n += 5
    return b
end
kept :: (b: Big) -> Int
    old := b
    b.n = 9
    p := &b
    p.n += 1
    return old.n * 10 + b.n - 10
end
spread :: (bs: ..Big) -> Int
    s := 0
    for b in bs
        s += b.n
        b.n = 0
    end
    for b in bs s += b.n; end
    return s
end
default :: (a: Int, b: Big = of(4), c := of(3)) -> Int => a + b.n + c.n
first :: {T}(a: T, b: T, use: Bool) -> T => ifx use => a else => b end
run :: ()
    k := 1
    x := ifx k > 0 => of(5) else => of(6) end
    y := match k case 1 => of(7) else => of(8) end
    z := block
        if k == 2 => of(1); end
        => of(9)
    end
    print("{} {} {}\n", x.n, y.n, z.n)
    print("{} {} {}\n", (maybe(2) or_else of(3)).n, (maybe(0) or_else of(3)).n, maybe(4).some.n)
    c, n, e := chain(7)
    print("{} {}\n", c.n, Int(e == .OK))
    _, m, f := chain(-1)
    print("{} {} {}\n", modified(of(1)).n, n - 1, m)
    _ = f
    print("{} {}\n", spread(of(5), c{n = 6}) , spread())
    print("{} {} {}\n", default(0, c = of(-1)), first(of(4), x, true).n, default(0))
    _ = kept(x)
end
