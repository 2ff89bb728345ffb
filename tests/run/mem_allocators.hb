// expect: pool: true true 3 chunks 1
// expect: pool refuses: true true
// expect: stack: 55 true true true
// expect: buffer: 6 4 0 true 24 1000
// expect: temporary: 4950 true true
// expect: counting: 3 1 2, 4000 8000, 0, 16000
// expect: zero: 0 0 true
// expect: arena: 45 true 5 true
// expect: aligned: true true true true true

// the standard library's allocators, by their common type

Arena :: #import "Arena"
Counting :: #import "Counting"
Fixed_Buffer :: #import "Fixed_Buffer"
Pool :: #import "Pool"
Stack :: #import "Stack"
Temporary :: #import "Temporary"

Node :: struct
    value: Int
    next: Pointer{Node}
end

pools :: ()
    counter := Counting.create()
    with context{allocator = Counting.allocate, allocator_data = &counter}
        pool := Pool.create_for{Node}()
        defer pool.destroy()
        with context{allocator = Pool.allocate, allocator_data = &pool}
            a := new(Node{1, null})
            b := new(Node{2, a})
            free(a)
            c := new(Node{3, b})
            // a's block is used again; the next one lies behind
            d := new(Node{4, c})
            print("pool: {} {} {} chunks {}\n", a == c, UInt(d) - UInt(b) == 16, d.next.value, counter.allocations)
            print("pool refuses: {} {}\n", Pool.allocate(.ALLOCATE, 17, 8, &pool, 0, null, 0) == null,
                  Pool.allocate(.RESIZE, 8, 8, &pool, 16, d, 0) == Pointer{Void}(d))
        end
    end
end

stacks :: ()
    stack := Stack.create(4096)
    defer stack.destroy()
    with context{allocator = Stack.allocate, allocator_data = &stack}
        start := stack.mark()
        a := make_slice{Int}(10)
        for i in 0..<10
            a[i] = i + 1
        end
        // the topmost piece grows where it is
        grown := resize(a, 20)
        b := new(Node{7, null})
        sum := 0
        for x in grown
            sum += x
        end
        // out of order: a's piece goes when b's has gone
        delete(grown)
        still := stack.mark().at > start.at
        free(b)
        full := Stack.allocate(.ALLOCATE, 5000, 8, &stack, 0, null, 0) == null
        print("stack: {} {} {} {}\n", sum, a.data == grown.data, still && full, stack.mark().at == start.at)
    end
end

buffers :: ()
    room: Array{u8, 1024} = uninit
    buffer := Fixed_Buffer.over(room[..])
    with context{allocator = Fixed_Buffer.allocate, allocator_data = &buffer}
        text := make_slice{u8}(4)
        text = resize(text, 6)
        used := buffer.used()
        text = resize(text, 4)
        print("buffer: {} {} ", used, buffer.used())
        delete(text)
        print("{} ", buffer.used())
        a := new(Node{1, null})
        b := make_slice{u8}(8)
        print("{} {} ", UInt(a) % 8 == 0, UInt(buffer.used()) - (UInt(a) - UInt(&room[0])))
        assert(b.length == 8)
        Fixed_Buffer.allocate(.FREE_ALL, 0, 0, &buffer, 0, null, 0)
        filled := make_slice{u8}(1000)
        print("{}\n", filled.length)
        assert(Fixed_Buffer.allocate(.ALLOCATE, 25, 1, &buffer, 0, null, 0) == null)
    end
end

temporaries :: ()
    counter := Counting.create()
    ring: Temporary.Temporary
    with context{allocator = Counting.allocate, allocator_data = &counter}
        ring = Temporary.create(256)
    end
    total := 0
    after_first := 0
    for _round in 0..<50
        with context{allocator = Temporary.allocate, allocator_data = &ring}
            first: Pointer{Node} = null
            for i in 0..<100
                first = new(Node{i, first})
            end
            sum := 0
            while first != null
                sum += first.value
                first = first.next
            end
            total = sum
        end
        if after_first == 0
            after_first = counter.allocations
        end
        Temporary.allocate(.FREE_ALL, 0, 0, &ring, 0, null, 0)
    end
    // after the first round no more blocks are needed
    print("temporary: {} {} ", total, counter.allocations == after_first && after_first > 1)
    ring.destroy()
    print("{}\n", counter.in_use == 0)
end

countings :: ()
    counter := Counting.create()
    with context{allocator = Counting.allocate, allocator_data = &counter}
        a := make_slice{Int}(500)
        a = resize(a, 1000)
        b := make_slice{Int}(500)
        c := new(Node{1, null})
        delete(a)
        delete(b)
        print("counting: {} {} {}, ", counter.allocations, counter.resizes, counter.frees)
        print("{} {}, ", 4000, a.length * 8)
        free(c)
        print("{}, {}\n", counter.in_use, counter.bytes + 4000 - 16)
        assert(counter.peak == 12016)
    end
end

Nothing :: struct
end

zeroes :: ()
    s := make_slice{Int}(0)
    t := resize(s, 0)
    print("zero: {} {} ", s.length, t.length)
    delete(t)
    n := new{Nothing}()
    free(n)
    room: Array{u8, 16} = uninit
    buffer := Fixed_Buffer.over(room[..])
    with context{allocator = Fixed_Buffer.allocate, allocator_data = &buffer}
        full := make_slice{u8}(16)
        empty := make_slice{u8}(0)
        print("{}\n", empty.length == 0 && full.length == 16)
    end
end

arenas :: ()
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        numbers := make_slice{Int}(5)
        numbers = resize(numbers, 10)
        mark := arena.mark()
        for i in 0..<10
            numbers[i] = i
        end
        for _ in 0..<10_000
            new(Node{1, null}).value = 2
        end
        arena.free_to(mark)
        again := new(Node{5, null})
        sum := 0
        for x in numbers
            sum += x
        end
        print("arena: {} {} {} ", sum, UInt(again) - UInt(numbers.data) == 80, again.value)
        Arena.allocate(.FREE_ALL, 0, 0, &arena, 0, null, 0)
        print("{}\n", arena.newest == null)
    end
end

is_aligned :: (memory: Pointer{Void}) -> Bool
    return memory != null && UInt(memory) % 4096 == 0
end

aligned :: ()
    arena := Arena.create()
    defer arena.destroy()
    stack := Stack.create(64 * 1024)
    defer stack.destroy()
    pool := Pool.create(100, 4096, 3)
    defer pool.destroy()
    ring := Temporary.create()
    defer ring.destroy()
    print("aligned: {} ", is_aligned(context.allocator(.ALLOCATE, 100, 4096, context.allocator_data, 0, null, 0)))
    print("{} ", is_aligned(Arena.allocate(.ALLOCATE, 100, 4096, &arena, 0, null, 0)))
    print("{} ", is_aligned(Stack.allocate(.ALLOCATE, 100, 4096, &stack, 0, null, 0)))
    print("{} ", is_aligned(Pool.allocate(.ALLOCATE, 100, 4096, &pool, 0, null, 0)))
    print("{}\n", is_aligned(Temporary.allocate(.ALLOCATE, 100, 4096, &ring, 0, null, 0)))
end

main :: () -> Int
    pools()
    stacks()
    buffers()
    temporaries()
    countings()
    zeroes()
    arenas()
    aligned()
    return 0
end
