table := make_table()
make_table :: () -> Array{Int, 3}
    t: Array{Int, 3}
    for i in 0..<3 t[i] = (i + 1) * (i + 2) / 2; end
    return t
end
a, b: i16
p: Pointer{Int} = &table[2]
c := table_sum(make_table()) + 2
table_sum :: (t: Array{Int, 3}) -> Int => t[0] + t[1] + t[2]
Q :: struct
    r: Int = later * 2
    s: Int = 9
end
later :: 2
run :: ()
    print("{} {} {} | {} {} {}\n", table[0], table[1], table[2], c, a, b)
    p@ += 1
    print("{} {}\n", table[2], p == &table[2])
    q: Q
    print("{} {}\n", q.r, q.s)
    local :: later
    print("{}\n", local)
end
