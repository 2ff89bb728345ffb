// error-line: 8
// error-code: E0601
// error-mentions: life is over
address :: () -> Pointer{Int}
    x := 5
    return &x
end
V :: #run read()
read :: () -> Int
    p := address()
    return p@
end
main :: () => print("{}\n", V)
