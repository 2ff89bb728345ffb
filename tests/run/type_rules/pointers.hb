P :: struct
    x: Int
end
run :: ()
    n := 5
    p := &n
    print("{} ", p@)
    p@ = 6
    q: *Int = p
    s := P{6}
    sp := &s
    print("{} {} {} {}\n", n, sp.x, q == p, Pointer{Int} == *Int)
    a := Array{Int, _}{10, 20, 30}
    d := a.data
    sl := d[0..<3]
    print("{} {} {} {} {}\n", d[0], d[1], d[2], sl.length, d[1..<2][0])
end
