Big :: struct
    cells: Array{Int, 9}
    tag: Int
end
call5 :: (f: #closure (a: Int, b: String, c: Big, d: f64, e: Maybe{Int}) -> Int, b: Big) -> Int
    return f(1, "abc", b, 2.5, 4)
end
nest :: (f: #closure (n: Int) -> Int, n: Int) -> Int
    g := [n] (k: Int) -> Int => k + n
    return outer(g, f, n)
end
outer :: (g: #closure (n: Int) -> Int, f: #closure (n: Int) -> Int, n: Int) -> Int => f(g(n))
each :: {T}(s: Slice{T}, f: #closure (x: T))
    for x in s f(x); end
end
sum_to :: (n: Int, f: #closure (n: Int) -> Int) -> Int
    return ifx n == 0 => 0 else => f(n) + sum_to(n - 1, f) end
end
pair :: (f: #closure () -> (Int, String)) -> String
    n, s := f()
    print("{} ", n)
    return s
end
run :: ()
    total := 0
    add := [&total] (x: Int) => total += x
    each({1, 2, 3}, add)
    print("{} ", total)
    each({8, 8, 8}, [&total] (x: Int) => total += x)
    print("{}\n", total)
    k := 5
    scale := [k] (n: Int) -> Int => n * k
    print("{} {}\n", nest(scale, 10), sum_to(10, (n: Int) -> Int => n))
    b := Big{tag = 7}
    for &c, i in b.cells c = i; end
    held := [b] () -> Int
        s := b.tag
        for c in b.cells s += c; end
        return s
    end
    b.tag = 0
    b.cells[8] = 1
    got := call5([&b] (a: Int, t: String, c: Big, d: f64, e: Maybe{Int}) -> Int
        b.tag = 7
        s := a + t.length + Int(d * 2) + e.some - 13
        for x in c.cells s += x; end
        return s + c.tag
    end, b)
    print("{} {} {}\n", got - 1, b.tag, held() - 7)
    print("{}\n", pair([k] () -> (Int, String)
        return k + 7, "abc"
    end))
    n := 5
    twice := [&n] () -> Int
        inc := [&n] () => n += 1
        before := n
        inc()
        return before
    end
    print("{} ", twice())
    print("{}\n", n)
end
