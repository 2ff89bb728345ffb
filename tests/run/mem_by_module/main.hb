// expect: Nodes: 12 allocations, 0 resizes, 10 frees, 176 bytes, 176 at most, 16 left, 0 failures
// expect: main: 2 allocations, 1 resizes, 2 frees, 136 bytes, 136 at most, 0 left, 0 failures
// expect: unknown: 1 allocations, 0 resizes, 1 frees, 7 bytes, 7 at most, 0 left, 0 failures
// expect: in all: 15 allocations, 1 resizes, 13 frees, 319 bytes, 16 left
// expect: main has failed 1 times, Nodes 2 times
// expect: main: true

// who asks for memory is known by the place that `new` and its kin hand on

Counting :: #import "Counting"
List :: #import "List"
#import "Nodes"

nothing :: (_mode: AllocatorMode, _size: Int, _alignment: Int, _data: Pointer{Void}, _old_size: Int, _old: Pointer{Void}, _options: Int) -> Pointer{Void}
    return null
end

work :: ()
    chain := build(10)
    mine := make_slice{Int}(2)
    mine = resize(mine, 3)
    kept := new(Array{Int, 14}{})
    delete(mine)
    give_back(chain)
    free(kept)
    bytes := context.allocator(.ALLOCATE, 7, 1, context.allocator_data, 0, null, 0)
    context.allocator(.FREE, 0, 1, context.allocator_data, 7, bytes, 0)
end

main :: ()
    counter := Counting.by_module()
    defer counter.destroy()
    with context{allocator = Counting.allocate_by_module, allocator_data = &counter}
        work()
    end
    for m in counter.modules.items()
        print("{}: {} allocations, {} resizes, {} frees, {} bytes, {} at most, {} left, {} failures\n", m.name, m.allocations, m.resizes,
              m.frees, m.bytes, m.peak, m.in_use, m.failures)
    end
    print("in all: {} allocations, {} resizes, {} frees, {} bytes, {} left\n", counter.allocations, counter.resizes, counter.frees,
          counter.bytes, counter.in_use)
    with context{allocator = nothing}
        failing := Counting.by_module()
        failing.modules.allocator = default_allocator
        failing.blocks.allocator = default_allocator
        ask(Counting.allocate_by_module, &failing, 2)
        Counting.allocate_by_module(.ALLOCATE, 8, 8, &failing, 0, null, from_here())
        print("{} has failed {} times, {} {} times\n", failing.modules[1].name, failing.modules[1].failures, failing.modules[0].name,
              failing.modules[0].failures)
        failing.destroy()
    end
    // what a container has counts for whoever makes it grow
    again := Counting.by_module()
    with context{allocator = Counting.allocate_by_module, allocator_data = &again}
        numbers := List.list{Int}()
        for i in 0..<100
            numbers.append(i)
        end
        numbers.destroy()
    end
    print("{}: {}\n", again.modules[0].name, again.modules[0].resizes > 0 && again.in_use == 0 && again.modules.length == 1)
    again.destroy()
end
