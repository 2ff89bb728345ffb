//! One module, `Markup`, which has never heard of memory management, under five policies that its caller chooses: pages and everything freed
//! piece by piece; an arena that is emptied at once; a ring of temporary memory that goes round and round; a pool of nodes within an arena;
//! and everything under watch. Standard output has the counts, standard error the times.
// eval: no, it has no clock

Arena :: #import "Arena"
Counting :: #import "Counting"
Markup :: #import "Markup"
Pool :: #import "Pool"
Temporary :: #import "Temporary"
Time :: #import "Time"
Tracking :: #import "Tracking"

ROUNDS :: #config("rounds", 3)
SECTIONS :: #config("sections", 40)

SECTION :: `# One module, *any* memory

A library that is written without a thought for allocation, and its _caller_ decides:
an arena, a pool, a [collector](https://example.org/gc), or plain pages.

- The context travels in a register, so it *costs nothing* to pass on
- Nothing in the library says ` + "`malloc`" + ` or _free_
- Everything can be watched

> Facilities are inherited down the calls and never change under a caller's feet.

`

source: String

/// What all policies do: read, write, count.
work :: () -> (nodes: Int, bytes: Int, document: Pointer{Markup.Node}, html: String)
    document := Markup.parse(source)
    html := Markup.to_html(document)
    return Markup.count(document), html.length, document, html
end

/// Work whose results nobody frees by themselves.
drop :: ()
    work()
end

/// Work after which everything is freed, piece by piece.
work_and_free :: ()
    _, _, document, html := work()
    Markup.destroy(document)
    delete(html)
end

Policy :: enum
    PAGES
    ARENA
    TEMPORARY
    POOLS
    TRACKED
end

/// A round under a policy; `context.allocator` is the parent of whatever the policy sets up.
run :: (policy: Policy)
    match policy
    case .PAGES
        counted(work_and_free)
    case .ARENA
        arena := Arena.create()
        defer arena.destroy()
        with context{allocator = Arena.allocate, allocator_data = &arena}
            counted(drop)
        end
    case .TEMPORARY
        with context{allocator = Temporary.allocate, allocator_data = &ring}
            counted(drop)
            Temporary.free_all(&ring)
        end
    case .POOLS
        pools := Pools{Arena.create(), Pool.create_for{Markup.Node}()}
        defer pools.nodes.destroy()
        defer pools.rest.destroy()
        with context{allocator = allocate_by_size, allocator_data = &pools}
            counted(work_and_free)
        end
    case .TRACKED
        tracker := Tracking.create()
        with context{allocator = Tracking.allocate, allocator_data = &tracker}
            counted(work_and_free)
        end
        assert(tracker.report(), "nothing leaks")
        tracker.destroy()
    end
end

ring: Temporary.Temporary

/// An allocator of this program's own: nodes from a pool, everything else from an arena.
Pools :: struct
    rest: Arena.Arena
    nodes: Pool.Pool
end

allocate_by_size :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
                     old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    pools := Pointer{Pools}(allocator_data)
    node := size_of(Markup.Node)
    if mode == .ALLOCATE && size == node || mode == .FREE && old_size == node
        return Pool.allocate(mode, size, alignment, &pools.nodes, old_size, old_memory, options)
    end
    return Arena.allocate(mode, size, alignment, &pools.rest, old_size, old_memory, options)
end

requests: Counting.Counting

/// Counts what the module asks for.
counted :: (body: ())
    requests.parent = context.allocator
    requests.parent_data = context.allocator_data
    with context{allocator = Counting.allocate, allocator_data = &requests}
        body()
    end
    // what an arena gets back at once
    requests.in_use = 0
end

measure :: (policy: Policy)
    system := Counting.create()
    requests = Counting.Counting{}
    start := Time.now()
    with context{allocator = Counting.allocate, allocator_data = &system}
        if policy == .TEMPORARY
            ring = Temporary.create()
        end
        for _ in 0..<ROUNDS
            run(policy)
        end
        if policy == .TEMPORARY
            ring.destroy()
        end
    end
    time := Time.since(start)
    print("| {:<9} | {:>8} | {:>7} | {:>10} | {:>10} |\n", policy, requests.allocations + requests.resizes, requests.frees, requests.peak,
          system.allocations + system.resizes)
    print_error("{:<9} {:.3} ms\n", policy, Time.milliseconds(time))
    assert(system.in_use == 0, "everything has been given back")
end

main :: ()
    bytes := make_slice{u8}(SECTION.length * SECTIONS)
    for i in 0..<SECTIONS
        memory_copy(&bytes.data[i * SECTION.length], SECTION.data, SECTION.length)
    end
    source = String{data = bytes.data, length = bytes.length}
    nodes, length, document, html := work()
    print("{} bytes of markup, {} nodes, {} bytes of HTML\n\n", source.length, nodes, length)
    Markup.destroy(document)
    delete(html)
    print("| policy    | requests | frees   | most bytes | to parent  |\n")
    print("| --------- | -------: | ------: | ---------: | ---------: |\n")
    for policy in Array{Policy, 5}{.PAGES, .ARENA, .TEMPORARY, .POOLS, .TRACKED}
        measure(policy)
    end
    delete(bytes)
end
