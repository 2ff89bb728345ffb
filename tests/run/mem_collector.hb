// options: --allocator gc
// eval: no, the interpreter has no collector
// expect: 20000000 true
// expect: 4950 true

// what nothing points to any more is collected; what a stack, a variable, a thread-local variable or a context leads to stays

Gc :: #import "Gc"

Node :: struct
    value: Int
    next: Pointer{Node}
end

kept_by_variable: Pointer{Node}
kept_by_thread: Pointer{Node} #thread-local
#add-context kept: Pointer{Node} = null

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

churn :: () -> Int #no-inline
    count := 0
    for _ in 0..<20_000
        list := chain(1000)
        if list.value == 999
            count += 1000
        end
    end
    return count
end

sum_kept :: () -> Int #no-inline
    total := sum(kept_by_variable) + sum(kept_by_thread) + sum(context.kept)
    return total
end

main :: () -> Int
    kept_by_variable = chain(50)
    kept_by_thread = chain(80)
    with context{kept = chain(21)}
        on_stack := chain(20)
        total := churn()
        // 20 million nodes of 16 bytes did not need 320 MB
        print("{} {}\n", total, Gc.heap_size() < 64 * 1024 * 1024)
        print("{} {}\n", sum_kept() + sum(on_stack) + 165, Gc.collections() > 0)
    end
    return 0
end
