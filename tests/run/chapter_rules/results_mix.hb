Big :: struct
    a: Array{Int, 9}
end
many :: () -> (Int, u8, i16, f32, Int, String, f64)
    return 1, 2, 3, 4.0, 5, "six", 7.5
end
mixed :: (n: Int) -> (Big, Bool, Big, Int)
    b: Big
    for &x, i in b.a x = i; end
    return b, n > 0, b, n * 3
end
maybe :: (n: Int) -> (Big, String, Maybe{Big})
    b: Big
    b.a[0] = n
    return b, "x", ifx n > 3 => some(b) else => none end
end
pass :: (n: Int) -> (Big, Bool, Big, Int) => mixed(n)
chain :: (n: Int) -> (Big, Bool)
    b, ok, c, k := pass(n)
    b.a[0] = c.a[8] + k - 3
    return b, ok
end
run :: ()
    a, b, c, d, e, f, g := many()
    print("{} {} {} {} {} {} {}\n", a, b, c, Int(d), e, f, g)
    x, ok, _, n := pass(3)
    s := 0
    for v in x.a s += v; end
    print("{} {} {}\n", s, ok, n)
    y := chain(1) or_else panic("?")
    z, _ := chain(-2)
    print("{} {}\n", y.a[0], z.a[0] + 4)
    p, t, m := maybe(4)
    print("{} {} {}\n", p.a[0], t, m.some.a[0] / 2)
end
