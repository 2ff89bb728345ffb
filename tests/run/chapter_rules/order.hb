log :: (s: String, n: Int) -> Int
    print("{}", s)
    return n
end
three :: (a: Int, b: Int, c: Int) -> Int => a + b + c
arr: Array{Int, 4}
at :: (s: String, n: Int) -> Pointer{Int}
    print("{}", s)
    return &arr[n]
end
P :: struct
    x, y: Int
end
run :: ()
    three(log("a", 1), log("b", 2), log("c", 3))
    print("\n")
    arr[log("f", 1)] = log("g", 2) + log("i", 0)
    print("\n")
    a, b := 1, 2
    a, b = b, a
    print("{} {}\n", a, b)
    i := 0
    i, arr[i] = 1, 5
    print("{} {}\n", i, arr[1] - 2)
    at("x", 0)@ = log("y", 3)
    print("\n")
    p := P{y = log("p", 7), x = log("q", 1)}
    print(" {}\n", p.y)
    arr[0], arr[1] = 20, 30
    arr[0], arr[1] = arr[1], arr[0]
    print("{} {}\n", arr[0], arr[1])
    at("r", log("l", 0) )@ += log("v", 1)
    print("\n")
    n := 3
    k, m := n + n, n + 3
    print("{} {}\n", k, m)
end
