each :: (s: Slice{Int}, f: #closure (x: Int))
    for x in s
        f(x)
    end
end
run :: ()
    k := 10
    add := [k] (x: Int) -> Int => x + k
    k = 100
    print("{} {} ", add(1), add(11))
    t := 0
    cnt := [&t] (x: Int)
        t += x
    end
    cnt(1)
    print("{} |\n", t)
    t = 0
    each({1, 2, 3}, cnt)
    print("{}\n", t)
end
