P :: struct
    x, y: Int
end
Line :: struct
    a, b: P
end
Box :: struct {T}
    v: T
    w: T = 12
end
Num :: union
    i: Int
    t: String
end
sum :: (s: Slice{Int}) -> Int
    t := 0
    for x in s t += x; end
    return t
end
area :: (p: P = {4, 5}) -> Int => p.x * p.y
make :: {T}(x: T) -> Box{T} => {v = x}
many :: (ps: ..P) -> Int
    n := 0
    for p in ps
        n += p.x + p.y
    end
    return n
end
run :: ()
    a := Array{Int, _}{1, 2, 3}
    print("{} {} {}\n", a[0], a[1], a[2])
    print("{} {}\n", a.length, sum({1, 2, 3}))
    l: Line = {{1, 2}, {y = 5, x = 4}}
    print("{} {}\n", l.b.x, l.b.y)
    l = l{a = {2, 7}}
    print("{} {}\n", l.a.x, l.a.y)
    l2 := l{b = l.b{x = 9}}
    print("{}\n", l2.b.x)
    z := Array{Int, 3}{}
    z[0] = 3
    print("{} {} {}\n", z[0], z[1], z[2])
    s: Slice{Int} = {1, 2, 4}
    print("{} {} {}\n", s[0], s[1], s[2])
    b := Box{Int}{v = 3}{v = 10}
    print("{} {}\n", b.v, b.w)
    nums := Array{Num, 2}{.i(6), .t("b")}
    print("{} {}\n", nums[0].i, nums[1].t)
    print("{}\n", area() + many({1, 1}) + Int(make(0).v))
end
