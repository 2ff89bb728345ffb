S :: struct
    a: Array{Int, 50}
    n: Int
end
f :: (s: S, k: Int) -> S
    if k == 0
        return s
    end
    s.n += k
    return g(s, k - 1)
end
g :: (s: S, k: Int) -> S
    if k == 0
        return s
    end
    s.n += k
    return f(s, k - 1)
end
run :: ()
    s: S
    print("{}\n", f(s, 10).n)
end
