map_ :: {T, U}(s: Slice{T}, f: #closure (x: T) -> U) -> Slice{U}
    r := make_slice{U}(s.length)
    for x, i in s
        r[i] = f(x)
    end
    return r
end
fold :: {T, A}(s: Slice{T}, a: A, f: #closure (a: A, x: T) -> A) -> A
    acc := a
    for x in s
        acc = f(acc, x)
    end
    return acc
end
run :: ()
    k := 2
    m := map_(Array{Int, _}{1, 2, 3}, [k] (x: Int) -> Int => x * k)
    print("{} {}\n", m, fold(m, 0, (a: Int, x: Int) -> Int => a + x))
    delete(m)
end
