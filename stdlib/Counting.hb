//! Counts what an allocator is asked for: calls, bytes, the most that was in use at one time.
//!
//! ```
//! counter := Counting.create()
//! with context{allocator = Counting.allocate, allocator_data = &counter}
//!     numbers := make_slice{u8}(1000)
//!     delete(numbers)
//! end
//! counter.peak              // => 1000
//! ```
//!
//! Cost: a few additions for each request. The sizes are those that the program states. One thread at a time.

Counting :: struct
    allocations, resizes, frees: Int    // calls that did something
    failures: Int                       // ALLOCATE and RESIZE that gave null
    bytes: Int                          // asked for in all, growth by RESIZE included
    in_use, peak: Int                   // bytes now, bytes at most
    parent: Allocator
    parent_data: Pointer{Void}
end

/// Counts for the current allocator.
create :: () -> Counting
    return Counting{parent = context.allocator, parent_data = context.allocator_data}
end

/// The allocator procedure; its data is the counter's address.
allocate :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    counter := Pointer{Counting}(allocator_data)
    result := counter.parent(mode, size, alignment, counter.parent_data, old_size, old_memory, options)
    match mode
    case .ALLOCATE, .RESIZE
        if result == null
            counter.failures += 1
            return null
        end
        before := ifx old_memory == null => 0 else => old_size end
        if mode == .RESIZE && old_memory != null
            counter.resizes += 1
        else
            counter.allocations += 1
        end
        counter.bytes += max(size - before, 0)
        counter.in_use += size - before
        counter.peak = max(counter.peak, counter.in_use)
    case .FREE
        if old_memory != null
            counter.frees += 1
            counter.in_use -= old_size
        end
    case .FREE_ALL
        counter.frees += 1
        counter.in_use = 0
    end
    return result
end

/// Prints the counts on standard error, a line.
report :: (counter: Pointer{Counting}, name: String = "memory")
    print_error("{}: {} allocations, {} resizes, {} frees, {} bytes in all, {} at most, {} in use\n", name, counter.allocations,
                counter.resizes, counter.frees, counter.bytes, counter.peak, counter.in_use)
end
