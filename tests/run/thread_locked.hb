// expect: 8 threads, 80000 nodes, sum 3999600000

// one arena for many threads, behind a lock

Arena :: #import "Arena"
Locked :: #import "Locked"
Thread :: #import "Thread"

Node :: struct
    value: Int
    next: Pointer{Node}
end

build :: (count: Int) -> Pointer{Node}
    first: Pointer{Node} = null
    for i in 0..<count
        first = new(Node{i * 10, first})
    end
    return first
end

main :: ()
    arena := Arena.create()
    defer arena.destroy()
    locked := Locked.over(Arena.allocate, &arena)
    with context{allocator = Locked.allocate, allocator_data = &locked}
        threads: Array{Thread.Thread{Pointer{Node}}, 8}
        for &thread in threads
            thread = Thread.spawn(build, 10_000)
        end
        nodes, sum: Int
        for thread in threads
            node := thread.join()
            while node != null
                nodes += 1
                sum += node.value
                node = node.next
            end
        end
        print("{} threads, {} nodes, sum {}\n", threads.length, nodes, sum)
    end
end
