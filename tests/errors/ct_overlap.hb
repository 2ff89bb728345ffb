// error-line: 4
// error-code: E0601
// error-mentions: overlap
V :: #run shift()
shift :: () -> Int
    a := Array{Int, 4}{1, 2, 3, 4}
    memory_copy(&a[1], &a[0], 24)
    return a[3]
end
main :: () => print("{}\n", V)
