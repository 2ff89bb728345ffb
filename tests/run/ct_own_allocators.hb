// expect: 4950 100 [0, 1, 4, 9]
Arena :: #import "Arena"
#import "List"
sum_in_arena :: (n: Int) -> Int
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        xs := list{Int}()
        for i in 0..<n
            xs.append(i)
        end
        total := 0
        for x in xs
            total += x
        end
        return total
    end
end
Counter :: struct
    calls: Int
    below: Allocator
    below_data: Pointer{Void}
end
counting :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void}, old_size: Int, old: Pointer{Void}, options: Int) -> Pointer{Void}
    counter := Pointer{Counter}(data)
    counter.calls += 1
    return counter.below(mode, size, alignment, counter.below_data, old_size, old, options)
end
count :: (n: Int) -> Int
    counter := Counter{0, context.allocator, context.allocator_data}
    with context{allocator = counting, allocator_data = &counter}
        for _ in 0..<n
            free(new(1))
        end
    end
    return counter.calls / 2
end
squares :: (n: Int) -> Slice{Int}
    outer := context
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        scratch := make_slice{Int}(n)
        for &x, i in scratch
            x = i * i
        end
        with outer
            kept := make_slice{Int}(n)
            for &x, i in kept
                x = scratch[i]
            end
            return kept
        end
    end
end
A :: #run sum_in_arena(100)
B :: #run count(100)
C :: #run squares(4)
main :: ()
    print("{} {} {}\n", A, B, C)
end
