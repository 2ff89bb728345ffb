// options: --allocator gc
// eval: no, the interpreter has no collector
// expect: 6 threads, 18 lists as they were, collected true
// expect: result 4950

// while others collect and allocate, nothing is lost that a thread's stack, its thread-local variables, its context or its result lead to

Gc :: #import "Gc"
Thread :: #import "Thread"

Node :: struct
    value: Int
    next: Pointer{Node}
end

#add-context kept: Pointer{Node} = null
kept_by_thread: Pointer{Node} #thread-local

chain :: (length: Int) -> Pointer{Node} #no-inline
    first: Pointer{Node} = null
    for i in 0..<length
        first = new(Node{i, first})
    end
    return first
end

sum :: (first: Pointer{Node}) -> Int
    total := 0
    node := first
    while node != null
        total += node.value
        node = node.next
    end
    return total
end

churn :: (rounds: Int) -> Int #no-inline
    count := 0
    for _ in 0..<rounds
        if chain(1000).value == 999
            count += 1
        end
    end
    return count
end

inner :: (length: Int) -> Int #no-inline
    on_stack := chain(length)
    assert(churn(600) == 600)
    right := length * (length - 1) / 2
    good := 0
    if sum(on_stack) == right
        good += 1
    end
    if sum(context.kept) == right
        good += 1
    end
    if sum(kept_by_thread) == right
        good += 1
    end
    return good
end

work :: (length: Int) -> Int
    kept_by_thread = chain(length)
    with context{kept = chain(length)}
        return inner(length)
    end
end

main :: ()
    threads: Array{Thread.Thread{Int}, 6}
    for i in 0..<6
        threads[i] = Thread.spawn(work, 100 + i)
    end
    result := Thread.spawn(chain, 100)
    for _ in 0..<20
        Gc.collect()
        churn(10)
    end
    good := 0
    for thread in threads
        good += thread.join()
    end
    print("{} threads, {} lists as they were, collected {}\n", threads.length, good, Gc.collections() > 20)
    print("result {}\n", sum(result.join()))
end
