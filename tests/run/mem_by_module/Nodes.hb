Node :: struct
    next: Pointer{Node}
    value: Int
end

build :: (count: Int) -> Pointer{Node}
    first: Pointer{Node}
    for i in 0..<count
        node := new(Node{first, i})
        first = node
    end
    new{Int}()
    new(1)
    return first
end

give_back :: (first: Pointer{Node})
    node := first
    while node != null
        next := node.next
        free(node)
        node = next
    end
end

ask :: (allocator: Allocator, data: Pointer{Void}, times: Int)
    for _ in 0..<times
        allocator(.ALLOCATE, 8, 8, data, 0, null, from_here())
    end
end
