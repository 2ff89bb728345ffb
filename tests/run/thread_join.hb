// expect: 500500 80000
// expect: square 49
// expect: 9 nine
// expect: index 0 main; own index true, traced 77, user 5, name worker
// expect: once 1 true
// expect: temporary is another one: true
// expect: 4 results: 10 20 30 40

// threads that are started and joined; in the interpreter each runs when it is started

Thread :: #import "Thread"

sum_to :: (n: Int) -> Int
    total := 0
    for i in 1..=n
        total += i
    end
    return total
end

Shared :: struct
    guard: Thread.Mutex
    total: Int
end

add_many :: (shared: Pointer{Shared})
    for _ in 0..<10_000
        shared.guard.lock()
        defer shared.guard.unlock()
        shared.total += 1
    end
end

squared: Int

square :: ()
    squared = 49
end

Pair :: struct
    number: Int
    text: String
end

make_pair :: (number: Int) -> Pair
    return Pair{number, "nine"}
end

#add-context trace_id: Int = 0

Seen :: struct
    index, user: u32
    trace: Int
    temporary: Pointer{Void}
end

look :: (name: String) -> Seen
    assert(Thread.name() == name)
    return Seen{context.thread_index, context.user_index, context.trace_id, context.temporary_allocator_data}
end

ready: Thread.Once
times: Int

set_up :: ()
    times += 1
end

come :: (_number: Int) -> Bool
    ready.call(set_up)
    return ready.is_done()
end

tenfold :: (n: Int) -> Int
    // memory of the thread's own temporary allocator
    with context{allocator = context.temporary_allocator, allocator_data = context.temporary_allocator_data}
        numbers := make_slice{Int}(1000)
        numbers[999] = n * 10
        return numbers[999]
    end
end

main :: () -> Int
    t := Thread.spawn(sum_to, 1000)
    shared: Shared
    threads: Array{Thread.Thread{Void}, 8}
    for i in 0..<8
        threads[i] = Thread.spawn(add_many, &shared)
    end
    for thread in threads
        thread.join()
    end
    print("{} {}\n", t.join(), shared.total)
    Thread.spawn(square).join()
    print("square {}\n", squared)
    pair := Thread.spawn(make_pair, 9).join()
    print("{} {}\n", pair.number, pair.text)
    seen: Seen
    with context{user_index = 5, trace_id = 77}
        seen = Thread.spawn(look, "worker", "worker").join()
    end
    print("index {} {}; own index {}, traced {}, user {}, name worker\n", Thread.current(), Thread.name(), seen.index > 0, seen.trace, seen.user)
    good := true
    comers: Array{Thread.Thread{Bool}, 8}
    for i in 0..<8
        comers[i] = Thread.spawn(come, i)
    end
    for comer in comers
        good = good && comer.join()
    end
    print("once {} {}\n", times, good)
    print("temporary is another one: {}\n", seen.temporary != context.temporary_allocator_data)
    workers: Array{Thread.Thread{Int}, 4}
    for i in 0..<4
        workers[i] = Thread.spawn(tenfold, i + 1)
    end
    print("{} results:", workers.length)
    for worker in workers
        print(" {}", worker.join())
    end
    print("\n")
    return 0
end
