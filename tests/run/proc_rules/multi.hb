M :: struct
    c: Array{Int, 6}
end
&[] :: #operator (m: Pointer{M}, i: Int, j: Int) -> Pointer{Int} => &m.c[i * 3 + j]
run :: ()
    m: M
    m[1, 2] = 7
    p := &m[1, 2]
    print("{} ", p@)
    p@ += 1
    print("{}\n", m[1, 2])
end
