//! Builds a tree in an arena: `build` allocates with whatever allocator its caller chose, and never hears of it.

Arena :: #import "Arena"

Node :: struct
    left, right: Pointer{Node}
end

build :: (depth: Int) -> Pointer{Node}
    node := new{Node}()                       // allocates with whatever allocator the caller chose
    if depth > 0
        node.left = build(depth - 1)
        node.right = build(depth - 1)
    end
    return node
end

count :: (node: Pointer{Node}) -> Int
    if node == null
        return 0
    end
    return 1 + count(node.left) + count(node.right)
end

main :: () -> Int
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        print("{} nodes\n", count(build(20)))
    end
    return 0
end
