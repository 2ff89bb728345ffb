// error-line: 8
// error-code: E0601
// error-mentions: constant data is written
TABLE :: #run table()
table :: () -> Slice{Int}
    return make_slice{Int}(3)
end
V :: #run change()
change :: () -> Int
    TABLE[0] = 5
    return TABLE[0]
end
main :: () => print("{}\n", V)
