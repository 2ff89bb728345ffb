// error-line: 13
// error-code: E0601
// error-mentions: not been initialised
sum :: () -> Int
    a: Array{Int, 4} = uninit
    a[0], a[1], a[3] = 1, 2, 4
    total := 0
    for x in a
        total += x
    end
    return total
end
V :: #run sum()
main :: () => print("{}\n", V)
