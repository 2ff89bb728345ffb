// expect: [1, 0, 20] 1 5
// expect: 3.0 1.5 7.0 1.5
// expect: 2 3 1
// expect: [[1, 0, 20], [100, 101, 102], [110, 111, 112]]
// expect: [5, 3, 4, 0] 5
// expect: 109
// expect: [110, 111, 112] [1, 0, 20]
// expect: [[0, 0, 9, 0], [3, 0, 9, 0]] false
// expect: 0.0 0 [0, 0, 8]
// expect: 0.0 4.0 3.0 
// expect: 144 4
// expect: [1, 2]
// expect: [9, 2] [9, 0]

M :: struct
    rows: Array{Array{Int, 3}, 3}
    tag: u8
end
Particle :: struct
    pos: Array{f64, 3}
    m: M
    link: Pointer{Particle}
end
mul :: (a: M, b: M) -> M
    r: M
    for i in 0..<3
        for j in 0..<3
            for k in 0..<3
                r.rows[i][j] += a.rows[i][k] * b.rows[k][j]
            end
        end
    end
    r.tag = a.tag + b.tag
    return r
end
ident :: () -> M => M{rows = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, tag = 1}
bump :: (p: Pointer{Particle}) -> Pointer{Particle}
    p.pos[1] += 1.5
    return p.link
end
rotate :: (a: Pointer{Int}, b: Pointer{Int}, c: Pointer{Int})
    a@, b@, c@ = b@, c@, a@
end
fill :: (s: Slice{Array{Int, 3}}, v: Int)
    for &row, i in s
        for &x, j in row
            x = v + i * 10 + j
        end
    end
end
counter: Int
next_index :: () -> Int
    counter += 1
    return counter - 1
end
shadow :: (n: Int) -> Int
    x := n
    if n > 0
        x := x + 100
        n += x
    end
    return n + x
end
swap2 :: (p: M) -> M
    p.rows[0], p.rows[2] = p.rows[2], p.rows[0]
    return p
end
main :: () -> Int
    m := ident()
    m.rows[0][2] = 5
    m = mul(m, m)
    m = mul(m, mul(m, ident()))
    print("{} {} {}\n", m.rows[0], m.rows[1][1], m.tag)
    a, b: Particle
    a.link = &b
    b.link = &a
    bump(bump(bump(&a))).pos[0] = 7.0
    print("{} {} {} {}\n", a.pos[1], b.pos[1], b.pos[0], a.link.link.link.pos[1])
    x, y, z := 1, 2, 3
    rotate(&x, &y, &z)
    print("{} {} {}\n", x, y, z)
    fill(m.rows[1..], 100)
    print("{}\n", m.rows)
    arr: Array{Int, 4}
    arr[next_index()] += 5
    arr[next_index()], arr[next_index()] = next_index(), next_index()
    print("{} {}\n", arr, counter)
    print("{}\n", shadow(3))
    s2 := swap2(m)
    print("{} {}\n", s2.rows[0], m.rows[0])
    grid: Array{Array{u8, 4}, 2}
    p := &grid[1][2]
    p@ = 9
    grid[0] = grid[1]
    grid[1][0] = 3
    print("{} {}\n", grid, grid[0] == grid[1])
    q := a
    q.pos[2] = 4.0
    q.m.rows[2][2] = 8
    print("{} {} {}\n", a.pos[2], a.m.rows[2][2], q.m.rows[2])
    big: Array{Particle, 3}
    big[1] = q
    big[2] = big[1]
    big[2].pos = {1.0, 2.0, 3.0}
    for part in big
        print("{} ", part.pos[2])
    end
    print("\n")
    f := Array{(x: Int) -> Int, 2}{shadow, (x: Int) -> Int => x * x}
    print("{} {}\n", f[1](12), f[counter % 2](2))
    t := ifx x > 1 => Array{Int, 2}{1, 2} else => Array{Int, 2}{3, 4} end
    print("{}\n", t)
    u := block
        t[0] = 9
        => t
    end
    t[1] = 0
    print("{} {}\n", u, t)
    return 0
end
