log :: (s: String, n: Int) -> Int
    print("{}", s)
    return n
end
P :: struct
    x: Int
    next: *P
end
moved: Int
index :: () -> Int
    moved += 1
    return moved - 1
end
place :: (p: *Int, s: String) -> *Int
    print("{} ", s)
    return p
end
two :: (a: *Int) -> (Int, Int)
    a@ += 1
    return a@, a@ * 2
end
run :: ()
    a: Array{Int, 4}
    a[log("f", 1)] += a[log("g", 0)] + log("h", 3)
    print(" {}\n", a[1])
    n, m := 7, 10
    n, m, a[0] = m, n, n + m + 3
    print("{} {} {}\n", n, m, a[0])
    x, y := 1, 2
    place(&x, "p0")@, place(&y, "p1")@ = 9, 8
    print("{} {}\n", x, y)
    q := P{1, null}
    p := P{2, &q}
    at := &p
    at.x, at = 5, at.next
    print("{} {} {}\n", 2, at.x, p.x)
    s := log("a", 1) + a[log("i", 0)] * 0 + log("b", 11)
    print(" {}\n", s)
    b: Array{Int, 4}
    b[index()], b[index()] = 4, 5
    b[index()] += index()
    print("{} {}\n", moved, b[3])
    k := 6
    u, v := two(&k)
    print("{} {}\n", k - 1, v)
    _ = u
end
