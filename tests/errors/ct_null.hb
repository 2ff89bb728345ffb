// error-line: 9
// error-code: E0601
// error-mentions: null pointer
Node :: struct
    value: Int
    next: Pointer{Node}
end
second :: (n: Pointer{Node}) -> Int => n.next.value
V :: #run second(new(Node{1, null}))
main :: () => print("{}\n", V)
