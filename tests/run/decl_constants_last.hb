// expect: [1, 2, 3, 4] [1, 2, 3, 4] [6, 7] [0, 0, 0] 7
// expect: true 4 [3, 4]
// expect: 9 4

// Constants lie in read-only memory: slices of them last, and nothing is copied.

TABLE :: Array{Int, 4}{1, 2, 3, 4}
ROW :: Row{{5, 6, 7}}
NOTHING :: Array{Int, 3}{}
ROWS :: Array{Row, 2}{{{1, 2, 3}}, {{4, 5, 6}}}

Row :: struct
    cells: Array{Int, 3}
end

sliced :: () -> Slice{Int} => TABLE[..]
converted :: () -> Slice{Int} => TABLE
of_field :: () -> Slice{Int} => ROW.cells[1..]
of_zeros :: () -> Slice{Int} => NOTHING
address :: () -> Pointer{Int} => TABLE.data

clobber :: (n: Int) -> Int #no-inline
    room: Array{Int, 64}
    for &x in room
        x = n
    end
    return room[n]
end

main :: () -> Int
    a, b, c, d := sliced(), converted(), of_field(), of_zeros()
    n := clobber(7)
    print("{} {} {} {} {}\n", a, b, c, d, n)
    print("{} {} {}\n", a.data == address(), address()[3], a[2..])
    sum, last := 0, 0
    for row, i in ROWS
        sum += row.cells[i] + i * 3
        last = row.cells[0]
    end
    print("{} {}\n", sum, last)
    return 0
end
