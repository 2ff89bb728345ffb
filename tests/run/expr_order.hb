// expect: f2 g5 -> 5
// expect: f1 g2 f3 g4 -> 3
// expect: f1 g2 f3 -> 2 3 1
// expect: f1 f2 f3 321
// expect: 1 99 20
// expect: 20 99
// expect: 221
// expect: 32
// expect: 5 0
// expect: 10 0 3
// expect: 8 9
// expect: f0 f2 g3 yes
// expect: 3 1 2
// expect: 2 1 3
// expect: 231

log: Int
f :: (n: Int) -> Int
    print("f{} ", n)
    return n
end
g :: (n: Int) -> Int
    print("g{} ", n)
    return n
end
P :: struct
    x, y, z: Int
end
three :: (a: Int, b: Int, c: Int = 7) -> Int => a * 100 + b * 10 + c
counter: Int
bump :: () -> Int
    counter += 1
    return counter
end
idx: Int = 1
arr: Array{Int, 4}
change :: () -> Int
    idx = 3
    return 5
end
main :: () -> Int
    a: Array{Int, 8}
    a[f(2)] = g(5)
    print("-> {}\n", a[2])
    x := f(1) + g(2) * f(3) - g(4)
    print("-> {}\n", x)
    p := P{z = f(1), x = g(2), y = f(3)}
    print("-> {} {} {}\n", p.x, p.y, p.z)
    print("{}\n", three(c = f(1), b = f(2), a = f(3)))
    i, j := 0, 1
    b := Array{Int, 2}{10, 20}
    i, b[i] = 1, 99
    print("{} {} {}\n", i, b[0], b[1])
    b[0], b[1] = b[1], b[0]
    print("{} {}\n", b[0], b[1])
    s := bump() + bump() * 10 + counter * 100
    print("{}\n", s)
    s = counter + bump() * 10
    print("{}\n", s)
    arr[idx] = change()
    print("{} {}\n", arr[1], arr[3])
    idx = 1
    arr[idx] += change()
    print("{} {} {}\n", arr[1], arr[3], idx)
    q := &arr[0]
    q@ = 3
    r := q
    q@, r = 8, &arr[2]
    r@ = 9
    print("{} {}\n", arr[0], arr[2])
    if f(0) == 1 && g(1) == 1 || f(2) == 2 && !(g(3) == 4)
        print("yes\n")
    end
    p = P{p.y, p.z, p.x}
    print("{} {} {}\n", p.x, p.y, p.z)
    p = p{x = p.z, z = p.x}
    print("{} {} {}\n", p.x, p.y, p.z)
    t := three(i, j) + three(j, i, bump())
    print("{}\n", t)
    return 0
end
