// expect: 60
// expect: 14
// expect: 20
// expect: 11 11 10
// expect: 11
// expect: 8
// expect: 42
// expect: 30
// expect: 201 101

apply :: (n: Int, f: #closure (x: Int) -> Int) -> Int
    sum := 0
    for i in 0..<n
        sum += f(i)
    end
    return sum
end
each :: (a: Slice{Int}, f: #closure (x: Int, i: Int))
    for x, i in a
        f(x, i)
    end
end
square :: (x: Int) -> Int => x * x
Big :: struct
    v: Array{Int, 10}
end
deep :: (n: Int, f: #closure () -> Int) -> Int
    if n == 0
        return f()
    end
    return deep(n - 1, [n, f] () -> Int => f() + n)
end
plain :: (f: (x: Int) -> Int, n: Int) -> Int => f(n)
main :: () -> Int
    k := 10
    total := 0
    print("{}\n", apply(4, [k] (x: Int) -> Int => x * k))
    print("{}\n", apply(4, square))
    each({5, 6, 7}, [&total] (x: Int, i: Int)
        total += x * i
    end)
    print("{}\n", total)
    copy := [k] (x: Int) -> Int
        k += x
        return k
    end
    print("{} {} {}\n", copy(1), copy(1), k)
    k = 99
    print("{}\n", copy(1))
    b: Big
    b.v[3] = 4
    total2 := 0
    h := [b, &total2] (i: Int)
        total2 += b.v[i]
    end
    b.v[3] = 100
    h(3)
    h(3)
    print("{}\n", total2)
    print("{}\n", plain((x: Int) -> Int => x + 1, 41))
    print("{}\n", deep(4, [total] () -> Int => total))
    outer := [&k] () -> Int
        inner := [&k] () -> Int
            k += 1
            return k
        end
        return inner() + inner()
    end
    print("{} {}\n", outer(), k)
    return 0
end
