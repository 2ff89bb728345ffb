// Without memory a container says what it is, how much it wanted, and who asked.

// expect-status: 134
// expect: 3
// expect-error: panic: out of memory: 32 bytes for a list
// expect-error: container_no_memory.hb:26:13
#import "List"

left := 3

scarce :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void}, old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    if mode == .ALLOCATE
        if left == 0
            return null
        end
        left -= 1
    end
    return build_allocator(mode, size, alignment, allocator_data, old_size, old_memory, options)
end

main :: ()
    print("{}\n", left)
    with context{allocator = scarce}
        for _ in 0..<4
            l := list{Int}()
            l.append(1)
        end
    end
end
