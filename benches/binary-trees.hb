// Many small trees, built and freed one node at a time through the context's allocator.

DEPTH_MIN :: 4
DEPTH_MAX :: 16

Node :: struct
    left, right: Pointer{Node}
end

build :: (depth: Int) -> Pointer{Node}
    node := new{Node}()
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

release :: (node: Pointer{Node})
    if node == null
        return
    end
    release(node.left)
    release(node.right)
    free(node)
end

main :: () -> Int
    stretch := build(DEPTH_MAX + 1)
    print("stretch tree of depth {}\t check: {}\n", DEPTH_MAX + 1, count(stretch))
    release(stretch)
    long_lived := build(DEPTH_MAX)
    depth := DEPTH_MIN
    while depth <= DEPTH_MAX
        rounds := 1 << (DEPTH_MAX - depth + DEPTH_MIN)
        check := 0
        for _ in 0..<rounds
            tree := build(depth)
            check += count(tree)
            release(tree)
        end
        print("{}\t trees of depth {}\t check: {}\n", rounds, depth, check)
        depth += 2
    end
    print("long lived tree of depth {}\t check: {}\n", DEPTH_MAX, count(long_lived))
    return 0
end
