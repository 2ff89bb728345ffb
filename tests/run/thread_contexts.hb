// eval: no, the interpreter has one thread
// expect: 8 threads, 800 nodes each in an arena of its own: true
// expect: shared counter 1600 requests, nothing left: true
// expect: names: worker-0 worker-1 worker-2 worker-3

// every thread under its own policy, then all under one that is locked

Thread :: #import "Thread"
Arena :: #import "Arena"
Counting :: #import "Counting"
Locked :: #import "Locked"
Atomic :: #import "Atomic"

Node :: struct
    left, right: Pointer{Node}
    value: Int
end

insert :: (node: Pointer{Node}, value: Int) -> Pointer{Node}
    if node == null
        return new(Node{null, null, value})
    end
    if value < node.value
        node.left = insert(node.left, value)
    else
        node.right = insert(node.right, value)
    end
    return node
end

count :: (node: Pointer{Node}) -> Int => ifx node == null => 0 else => 1 + count(node.left) + count(node.right) end

drop :: (node: Pointer{Node})
    if node != null
        drop(node.left)
        drop(node.right)
        free(node)
    end
end

grow_tree :: (size: Int) -> Pointer{Node}
    root: Pointer{Node}
    x := 12345
    for _ in 0..<size
        x = (x * 1103515245 + 12345) % 2147483648
        root = insert(root, x)
    end
    return root
end

in_arena :: (size: Int) -> Bool
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        return count(grow_tree(size)) == size
    end
end

shared :: (size: Int) -> Bool
    tree := grow_tree(size)
    good := count(tree) == size
    drop(tree)
    return good
end

named :: (text: Pointer{String}) -> Bool
    text@ = format("{}", Thread.name())
    return true
end

main :: ()
    threads: Array{Thread.Thread{Bool}, 8}
    for &t in threads
        t = Thread.spawn(in_arena, 800)
    end
    good := true
    for t in threads
        good = t.join() && good
    end
    print("8 threads, 800 nodes each in an arena of its own: {}\n", good)
    counter := Counting.create()
    locked := Locked.over(Counting.allocate, &counter)
    with context{allocator = Locked.allocate, allocator_data = &locked}
        for &t in threads
            t = Thread.spawn(shared, 200)
        end
        for t in threads
            good = t.join() && good
        end
    end
    print("shared counter {} requests, nothing left: {}\n", counter.allocations, good && counter.in_use == 0 && counter.frees == 1600)
    names: Array{String, 4}
    for i in 0..<4
        t := Thread.spawn(named, &names[i], name = format("worker-{}", i))
        t.join()
    end
    print("names: {} {} {} {}\n", names[0], names[1], names[2], names[3])
end
