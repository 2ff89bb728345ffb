sort :: {T}(s: Slice{T}, less: #closure (a: T, b: T) -> Bool)
    for i in 1..<s.length
        j := i
        while j > 0 && less(s[j], s[j - 1])
            s[j], s[j - 1] = s[j - 1], s[j]
            j -= 1
        end
    end
end
each :: (n: Int, f: #closure (i: Int))
    for i in 0..<n f(i); end
end
call :: (f: #closure () -> Int) -> Int => f()
plain :: () -> Int => 42
twice :: (f: #closure (n: Int) -> Int, n: Int) -> Int => f(f(n))
compose :: (f: #closure (n: Int) -> Int, n: Int) -> Int
    g := (k: Int) -> Int
        f_calls += 1
        return k + 1
    end
    return g(f(n))
end
f_calls := 0
run :: ()
    sum := 0
    k := 2
    each(4, [k, &sum] (i: Int)
        sum += i * k / 2
    end)
    each(1, [&k] (i: Int) => k = 8 + i)
    print("{} {}\n", sum, k)
    a: Array{Int, 4} = {3, 4, 1, 5}
    print("{} {} {} {}\n", a[0], a[1], a[2], a[3])
    sort(a[..], (x: Int, y: Int) -> Bool => x < y)
    print("{} {} {} {}\n", a[0], a[1], a[2], a[3])
    print("{}\n", call(plain))
    n := 5
    print("{}\n", call([n] () -> Int => n + 2))
    add := [n] (x: Int) -> Int => x + n
    print("{} {}\n", twice(add, 1), twice((x: Int) -> Int => x + 10, 1))
    print("{}\n", compose((x: Int) -> Int => x * 2, 1))
    x := 1
    inner := [&x] () -> Int
        x += 8
        return x
    end
    y := inner()
    print("{} {}\n", y, f_calls)
end
