// error-line: 8
// error-code: E0601
// error-mentions: 8 bytes at offset 24 lie outside of an object of 24 bytes
// error-line: 9
// error-code: E0601
// error-mentions: 8 bytes at offset 24 lie outside of an object of 24 bytes
third :: (p: Pointer{Int}) -> Int => p[3]
V :: #run third(Array{Int, 3}{1, 2, 3}.data)
W :: #run past()
past :: () -> Int
    s := make_slice{Int}(3)
    return third(s.data)
end
main :: () => print("{}\n", W)
