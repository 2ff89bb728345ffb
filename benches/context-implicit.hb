// A search tree built, counted and dropped again and again, through an allocator that its user chose: by the implicit context.

ROUNDS :: 600
COUNT :: 10_000

Bump :: struct
    memory: Slice{u8}
    used: Int
end

bump :: (mode: AllocatorMode, size: Int, _alignment: Int, allocator_data: Pointer{Void},
         _old_size: Int, _old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    b := bit_cast{Pointer{Bump}}(allocator_data)
    if mode == .FREE_ALL
        b.used = 0
        return null
    end
    if mode != .ALLOCATE || b.used + size > b.memory.length
        return null
    end
    at := b.used
    b.used += size
    return b.memory.data[at..<at + size].data
end

Node :: struct
    key, value: Int
    left, right: Pointer{Node}
end

make_node :: (key: Int) -> Pointer{Node} #no-inline
    n := Pointer{Node}(context.allocator(.ALLOCATE, size_of(Node), 8, context.allocator_data, 0, null, 0))
    n.key = key
    n.value = Int(context.user_index)
    n.left = null
    n.right = null
    return n
end

insert :: (n: Pointer{Node}, key: Int) -> Pointer{Node} #no-inline
    if n == null
        return make_node(key)
    end
    if key < n.key
        n.left = insert(n.left, key)
    else if key > n.key
        n.right = insert(n.right, key)
    end
    return n
end

total :: (n: Pointer{Node}) -> Int #no-inline
    if n == null
        return 0
    end
    return n.value + total(n.left) + total(n.right)
end

work :: () -> Int #no-inline
    root: Pointer{Node} = null
    key := 1
    for _ in 0..<COUNT
        key = (key * 1103515245 + 12345) % 2147483648
        root = insert(root, key)
    end
    sum := total(root)
    context.allocator(.FREE_ALL, 0, 0, context.allocator_data, 0, null, 0)
    return sum
end

main :: (arguments: Slice{String}) -> Int
    b := Bump{memory = make_slice{u8}(1024 * 1024)}
    sum := 0
    with context{allocator = bump, allocator_data = &b, user_index = u32(arguments.length)}
        for _ in 0..<ROUNDS
            sum += work()
        end
    end
    print("{}\n", sum)
    return 0
end
