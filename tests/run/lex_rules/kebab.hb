run :: () -> Int
    n-1 := 7
    n := 4
    ba-mươi-sáu := 36
    x := 3
    y := x
    y -= 1
    print("{} {} {} {}\n", n-1, n - 1, ba-mươi-sáu / 3, n + 1)
    a := Array{Int, _}{1, 2, 3}
    print("{} {} {}\n", a[1] - 1, y - 3, f(3) - 1)
    p := &n
    z := p@ - 1
    w := (n) - 2
    print("{} {}\n", z + 3, w)
    return 0
end
f :: (x: Int) -> Int => x
