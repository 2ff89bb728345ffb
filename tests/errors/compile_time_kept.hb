// error-line: 21
// error-code: E0601
// error-mentions: local variable
// error-line: 27
// error-code: E0601
// error-mentions: has been freed
// error-line: 35
// error-code: E0601
// error-mentions: temporary
Node :: struct
    next: Pointer{Node}
    items: Slice{Pointer{Int}}
end
local :: () -> Pointer{Node}
    x := 5
    n := new(Node{next = new{Node}(), items = {}})
    n.next.items = make_slice{Pointer{Int}}(3)
    n.next.items[2] = &x
    return n
end
LOCAL :: #run local()
freed :: () -> Node
    n := Node{next = new{Node}(), items = {}}
    free(n.next)
    return n
end
FREED :: #run freed()
temporary :: () -> Node
    n: Node
    with context{allocator = context.temporary_allocator, allocator_data = context.temporary_allocator_data}
        n.next = new{Node}()
    end
    return n
end
TEMPORARY :: #run temporary()

main :: ()
    print("{}\n", LOCAL == FREED.next && TEMPORARY.next == null)
end
