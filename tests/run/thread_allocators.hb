// eval: no, the interpreter has one thread
// expect: page: 8 threads, 5 rounds, all as it was
// expect: libc: 8 threads, 5 rounds, all as it was
// expect: mimalloc: 8 threads, 5 rounds, all as it was
// expect: gc: 8 threads, 5 rounds, all as it was
// expect: collected: true

// Threads in a ring: in each round every one builds something, hands it to the next, gets something from the one before, looks whether
// all of it is as it was made, and frees it. Small blocks, large ones, ones that grow and ones that are aligned; by every allocator.
// `scripts/check allocators` runs this with more threads and rounds, and with every allocator as the default.

Channel :: #import "Channel"
Gc :: #import "Gc"
Thread :: #import "Thread"

THREADS :: #config("threads", 8)
ROUNDS :: #config("rounds", 5)
OBJECTS :: #config("objects", 300)
ONLY_DEFAULT :: #config("only_default", false)

Node :: struct
    seed, count: Int
    next: Pointer{Node}
    bytes: Slice{u8}
end

Seat :: struct
    input: Channel.Channel{Pointer{Node}}
    next: Pointer{Seat}
    number: Int
end

local_seed: Int #thread-local

random :: () -> Int
    local_seed = (local_seed * 1103515245 + 12345) & 0x7fff_ffff
    return local_seed >> 8
end

byte_of :: (seed: Int, i: Int) -> u8
    return u8((seed * 31 + i * 7) & 0xff)
end

fill :: (bytes: Slice{u8}, seed: Int, from: Int)
    for i in from..<bytes.length
        bytes[i] = byte_of(seed, i)
    end
end

size_of_bytes :: () -> Int
    r := random()
    if r % 64 == 0
        return 200_000 + r % 100_000
    end
    return r % 300
end

build :: () -> Pointer{Node}
    list: Pointer{Node} = null
    for i in 0..<OBJECTS
        seed := random()
        bytes := make_slice{u8}(size_of_bytes())
        fill(bytes, seed, 0)
        if i % 5 == 0
            from := bytes.length
            bytes = resize(bytes, from + random() % 2000)
            fill(bytes, seed, from)
        end
        list = new(Node{seed, i + 1, list, bytes})
        // something that nobody sees
        if i % 3 == 0
            delete(make_slice{u8}(random() % 5000))
        end
    end
    return list
end

consume :: (list: Pointer{Node})
    node := list
    expected := OBJECTS
    while node != null
        assert(node.count == expected, "a node has changed")
        for byte, i in node.bytes
            assert(byte == byte_of(node.seed, i), "a byte has changed")
        end
        expected -= 1
        next := node.next
        delete(node.bytes)
        free(node)
        node = next
    end
    assert(expected == 0, "a list is too short")
end

play :: (seat: Pointer{Seat})
    local_seed = seat.number * 7919 + 1
    for _ in 0..<ROUNDS
        kept := build()
        aligned := allocate(1000, 4096)
        assert(UInt(aligned) % 4096 == 0, "a block is not aligned")
        seat.next.input.send(build())
        list, ok := seat.input.receive()
        assert(ok)
        consume(list)
        consume(kept)
        release(aligned, 1000, 4096)
    end
end

run :: (name: String)
    seats: Array{Seat, THREADS}
    threads: Array{Thread.Thread{Void}, THREADS}
    for i in 0..<THREADS
        seats[i].input = Channel.create{Pointer{Node}}(2)
        seats[i].next = &seats[(i + 1) % THREADS]
        seats[i].number = i
    end
    for i in 0..<THREADS
        threads[i] = Thread.spawn(play, &seats[i])
    end
    for thread in threads
        thread.join()
    end
    for &seat in seats
        seat.input.destroy()
    end
    print("{}: {} threads, {} rounds, all as it was\n", name, THREADS, ROUNDS)
    #if ONLY_DEFAULT && Build.ALLOCATOR == "gc"
        assert(Gc.collections() > 0, "nothing was collected")
        print("{} collections\n", Gc.collections())
    #end
end

main :: ()
    #if ONLY_DEFAULT
        run("default")
    #else
        run_all()
    #end
end

run_all :: ()
    with context{allocator = page_allocator}
        run("page")
    end
    with context{allocator = libc_allocator}
        run("libc")
    end
    with context{allocator = mimalloc_allocator}
        run("mimalloc")
    end
    with context{allocator = gc_allocator}
        run("gc")
        print("collected: {}\n", Gc.collections() > 0)
    end
end
