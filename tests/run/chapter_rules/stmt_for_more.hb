Count :: struct
    at, to: Int
end
next :: (c: Pointer{Count}) -> (Int, Bool)
    if c.at >= c.to return 0, false; end
    c.at += 1
    return c.at - 1, true
end
Table :: struct
    keys: Array{Int, 2}
end
Walk :: struct
    t: Pointer{Table}
    i: Int
end
iterate :: (t: Pointer{Table}) -> Walk => {t, 0}
next :: (w: Pointer{Walk}) -> (Int, Int, Bool)
    if w.i == 2 return 0, 0, false; end
    w.i += 1
    return w.t.keys[w.i - 1], w.t.keys[w.i - 1] * 10, true
end
Places :: struct
    t: Pointer{Table}
    i: Int
end
iterate_places :: (t: Pointer{Table}) -> Places => {t, 0}
next :: (w: Pointer{Places}) -> (Pointer{Int}, Bool)
    if w.i == 2 return null, false; end
    w.i += 1
    return &w.t.keys[w.i - 1], true
end
ends :: (n: Pointer{Int}) -> Int
    n@ += 1
    return 3
end
run :: ()
    for i in 0..<3 print("{} ", i); end
    print("|")
    for i in reverse(1..=3) print(" {}", i); end
    print(" |")
    for x, i in Array{Int, 3}{5, 6, 7} print(" {}:{}", x, i); end
    print("\n")
    n := 0
    low: u8 = 254
    for b in low..=255
        n += 1
    end
    print("{} {} {}\n", 253 + n, 252 + n, n - 2)
    for x in reverse(Array{Int, _}{0, 1, 2, 3}) print("{}{}", x, ifx x == 0 => "\n" else => " " end); end
    for r, at in "hé!" print("{}{}{}", r, at, ifx r == '!' => "\n" else => " " end); end
    for r in reverse("hé!") print("{}{}", r, ifx r == 'h' => "\n" else => " " end); end
    a: Array{Int, 2} = {1, 2}
    for &x in a x *= 10; end
    print("{} {}\n", a[0], a[1])
    calls := 0
    total := 0
    for i in 0..<ends(&calls) total += calls; end
    print("{}\n", total)
    for i in Count{2, 5} print("{}{}", i, ifx i == 4 => "\n" else => " " end); end
    t := Table{{1, 2}}
    for k, v in t print("{}:{}{}", k, v, ifx k == 2 => "\n" else => " " end); end
    for &k in t k = (k - 1) * 10 + 10; end
    print("0 {} {}\n", t.keys[0], t.keys[1])
    c := Count{4, 8}
    while x := next(&c)
        print("{}{}", x, ifx x == 7 => "\n" else => " " end)
    end
end
