// expect: 51 70 -1
// expect: 5=51 7=70 
// expect: 5=102 7=141 
// expect: Grid{c = [0, 0, 3, 0, 8, 0]} 8
// expect: 9
// expect: 0:2 1:1 2:0 

Table :: struct
    keys: Array{Int, 4}
    values: Array{Int, 4}
    n: Int
end
[] :: #operator (t: Table, key: Int) -> Int
    for k, i in t.keys
        if k == key && i < t.n
            return t.values[i]
        end
    end
    return -1
end
[]= :: #operator (t: Pointer{Table}, key: Int, value: Int)
    for i in 0..<t.n
        if t.keys[i] == key
            t.values[i] = value
            return
        end
    end
    t.keys[t.n] = key
    t.values[t.n] = value
    t.n += 1
end
Grid :: struct
    c: Array{Int, 6}
end
&[] :: #operator (g: Pointer{Grid}, x: Int, y: Int) -> Pointer{Int} => &g.c[y * 3 + x]
It :: struct
    t: Pointer{Table}
    i: Int
end
iterate :: (t: Pointer{Table}) -> It => It{t, 0}
next :: (it: Pointer{It}) -> (Int, Int, Bool)
    if it.i >= it.t.n
        return 0, 0, false
    end
    it.i += 1
    return it.t.keys[it.i - 1], it.t.values[it.i - 1], true
end
Pl :: struct
    t: Pointer{Table}
    i: Int
end
iterate_places :: (t: Pointer{Table}) -> Pl => Pl{t, 0}
next :: (it: Pointer{Pl}) -> (Pointer{Int}, Bool)
    if it.i >= it.t.n
        return null, false
    end
    it.i += 1
    return &it.t.values[it.i - 1], true
end
Count :: struct
    n: Int
end
next :: (c: Pointer{Count}) -> (Int, Bool)
    c.n -= 1
    return c.n, c.n >= 0
end
main :: () -> Int
    t: Table
    t[5] = 50
    t[7] = 70
    t[5] += 1
    print("{} {} {}\n", t[5], t[7], t[9])
    for k, v in t
        print("{}={} ", k, v)
    end
    print("\n")
    for &v in t
        v *= 2
    end
    for &v, i in t
        v += i
    end
    for k, v in t
        print("{}={} ", k, v)
    end
    print("\n")
    g: Grid
    g[1, 1] = 8
    g[2, 0] += 3
    print("{} {}\n", g, g[1, 1])
    p := &g[1, 1]
    p@ = 9
    print("{}\n", g[1, 1])
    for c, i in Count{3}
        print("{}:{} ", i, c)
    end
    print("\n")
    return 0
end
