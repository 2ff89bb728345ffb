In :: struct
    x: Int = 9
end
U :: union
    a: In
    b: Int
end
S :: struct
    u: U
end
run :: ()
    u: U
    print("{}\n", u.a.x)
    s: S
    t: Array{S, 2}
    print("{} {}\n", s.u.a.x, t[1].u.a.x)
end
