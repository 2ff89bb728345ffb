// error-line: 18
// error-code: E0601
// error-mentions: has been freed
// error-mentions: it was freed here
Node :: struct
    value: Int
    next: Pointer{Node}
end
walk :: (n: Pointer{Node}) -> Int
    sum, at := 0, n
    while at != null
        sum += at.value
        free(at)
        at = at.next
    end
    return sum
end
V :: #run walk(new(Node{1, new(Node{2, null})}))
main :: () => print("{}\n", V)
