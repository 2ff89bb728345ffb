// eval: no, the interpreter has one thread
// expect: 54 panics, then it works: 1216
// expect-error: panic: out of memory: 16 bytes
// expect-error: panic: out of memory: 64 bytes

// an allocator that fails at the first allocation, at the second …: each is a panic that says so, and nothing else happens

Thread :: #import "Thread"

Failing :: struct
    left: Int
    parent: Allocator
end

allocate_failing :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
                     old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    failing := Pointer{Failing}(allocator_data)
    if mode == .ALLOCATE || mode == .RESIZE
        if failing.left == 0
            return null
        end
        failing.left -= 1
    end
    return failing.parent(mode, size, alignment, null, old_size, old_memory, options)
end

Node :: struct
    value: Int
    next: Pointer{Node}
end

// allocates 54 times
work :: (count: Int) -> Int
    first: Pointer{Node} = null
    for i in 0..<count
        first = new(Node{i, first})
    end
    numbers := make_slice{Int}(8)
    for round in 1..=10
        numbers = resize(numbers, 8 + round)
        numbers[7 + round] = round
    end
    sum := format("{:>300}", "x").length
    for x in numbers
        sum += x
    end
    while first != null
        sum += first.value
        first = first.next
    end
    return sum
end

main :: ()
    panics := 0
    done := false
    while !done
        failing := Failing{panics, page_allocator}
        with context{allocator = allocate_failing, allocator_data = &failing}
            thread := Thread.spawn(work, 42)
            if result := thread.try_join()
                print("{} panics, then it works: {}\n", panics, result)
                done = true
            else
                panics += 1
            end
        end
    end
end
