U :: union
    a: Array{Int, 20}
    b: Array{u8, 3}
    c
end
run :: ()
    u: U
    u.a[3] = 6
    v := u
    w := U.b({1, 2, 3})
    print("{} {} {} {}\n", u.a[3], v.a[4], u == v, v == w)
end
