// error-line: 12
// error-code: E0601
// error-mentions: has been freed
// error-mentions: it was freed here
twice :: () -> Int
    p := new(5)
    x := p@
    free(p)
    free(p)
    return x
end
V :: #run twice()
main :: () => print("{}\n", V)
