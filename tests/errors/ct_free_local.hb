// error-line: 4
// error-code: E0601
// error-mentions: does not come from an allocator
V :: #run wrong()
wrong :: () -> Int
    x := 5
    free(&x)
    s := make_slice{Int}(4)
    free(&s[1])
    return x
end
main :: () => print("{}\n", V)
