// expect: start
// expect-status: 134

Level :: enum
    A
    B
end
Big :: struct
    v: Array{u8, 100000}
    tail: Int
end
deep :: (n: Int) -> Int
    a: Array{Int, 100}
    a[n % 100] = n
    return deep(n + 1) + a[n % 7]
end
main :: () -> Int
    print("start\n")
    a: Array{Int, 3}; i := 5; print("{}", a[1..<i].length)
    return 3
end
