Count :: struct
    n: Int
end
next :: (c: Pointer{Count}) -> (Int, Bool)
    c.n -= 1
    return c.n + 1, c.n + 1 >= 0
end
Kv :: struct
    i: Int
end
Box :: struct
    x: Int
end
iterate :: (_b: Box) -> Kv => Kv{0}
next :: (k: Pointer{Kv}) -> (String, Int, Bool)
    k.i += 1
    return ifx k.i == 1 => "a" else => "b" end, k.i, k.i <= 2
end
run :: ()
    for x in Count{3}
        print("{} ", x)
    end
    print("|\n")
    for x, i in Count{3}
        print("{}:{} ", i, x)
    end
    print("|\n")
    for k, v in Box{1}
        print("{}={} ", k, v)
    end
    print("|\n")
end
