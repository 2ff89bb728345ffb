// expect: [0, 0, 0] [1, 2, 3] 3
// expect: [1, 2, 3] [9, 2, 3]
// expect: [2, 3] [1, 2] [2] [] [1, 2, 3]
// expect: true false true
// expect: 6 10
// expect: [[1, 2], [3, 4]] 3 [3, 4] 2
// expect: [5, 6, 7] 2 1
// expect: [1, 100, 3, 200]
// expect: 4 24 3
// expect: [0, 1, 4, 9, 16]
// expect: [3, 1, 2] [1, 2, 3]
// expect: 10 [7, 8]
// expect: 20 [2, 4, 6, 8]
// expect: [a, b]

N :: 4

sum :: (items: Slice{Int}) -> Int
    total := 0
    for x in items
        total += x
    end
    return total
end

filled :: () -> Array{Int, 5}
    result: Array{Int, 5}
    for i in 0..<result.length
        result[i] = i * i
    end
    return result
end

doubled :: (items: Array{Int, N}) -> Array{Int, N}
    for &x in items
        x *= 2
    end
    return items
end

sorted :: (items: Array{Int, 3}) -> Array{Int, 3}
    for i in 1..<3
        j := i
        while j > 0 && items[j] < items[j - 1]
            items[j], items[j - 1] = items[j - 1], items[j]
            j -= 1
        end
    end
    return items
end

main :: () -> Int
    zeros: Array{Int, 3}
    a := Array{Int, _}{1, 2, 3}
    print("{} {} {}\n", zeros, a, a.length)
    b := a
    b[0] = 9
    print("{} {}\n", a, b)
    print("{} {} {} {} {}\n", a[1..], a[..<2], a[1..=1], a[3..], a[..])
    print("{} {} {}\n", a == Array{Int, 3}{1, 2, 3}, a == b, a != b)
    print("{} {}\n", sum(a), sum({1, 2, 3, 4}))
    grid := Array{Array{Int, 2}, 2}{{1, 2}, {3, 4}}
    row := grid[1]
    grid[1][0] = 30
    print("{} {} {} {}\n", Array{Array{Int, 2}, 2}{{1, 2}, {3, 4}}, row[0], row, grid[0][1])
    s: Slice{Int} = {5, 6, 7}
    print("{} {} {}\n", s, s[0..<2].length, s[1..][1..].length)
    c := Array{Int, 4}{1, 2, 3, 4}
    part := c[1..]
    part[0] = 100
    part[part.length - 1] = 200
    print("{}\n", c)
    print("{} {} {}\n", size_of(Array{u8, N}), size_of(Array{Int, 3}), align_of(Array{u8, N}) + 2)
    print("{}\n", filled())
    mixed := Array{Int, 3}{3, 1, 2}
    ordered := sorted(mixed)
    print("{} {}\n", mixed, ordered)
    i: u8 = 1
    j: i16 = 0
    small := Array{u8, 2}{7, 8}
    print("{} {}\n", small[i] + small[j] - 5, small)
    d := Array{Int, N}{1, 2, 3, 4}
    e := doubled(d)
    print("{} {}\n", sum(d) + sum(d[..]), e)
    names := Array{Rune, _}{'a', 'b'}
    print("[{}, {}]\n", names[0], names[1])
    return 0
end
