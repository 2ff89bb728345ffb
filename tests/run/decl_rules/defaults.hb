P :: struct
    a: Int = 7
    b: Int
    c: String = "x"
    d: Pointer{Int}
    e: f32 = 2.5
end
W :: struct
    p: Array{Q, 2}
end
Q :: struct
    v: Int = 5
end
E :: enum
    A
    B
end
U :: union
    a: Int
    b: String
end
run :: ()
    p: P
    w: W
    print("{} {} {} {} {} [{}, {}]\n", p.a, p.b, p.c, "null", p.e, w.p[0].v, w.p[1].v)
    e: E
    u: U
    print("{} {}\n", e, u)
    n := new{P}()
    s := make_slice{P}(2)
    print("{} {} {}\n", n.a, s[1].a, P{}.a)
    g: Array{P, 3}
    print("{}\n", g[2].a)
end
