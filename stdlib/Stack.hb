//! Memory that is freed in the opposite order: last come, first gone.
//!
//! A stack takes one block from its parent and hands out pieces of it, each behind a small head. What is freed out of order is noted and goes when
//! all that lies above it has gone. When it is full it gives null.
//!
//! ```
//! stack := Stack.create(1024 * 1024)
//! defer stack.destroy()
//! with context{allocator = Stack.allocate, allocator_data = &stack}
//!     first := make_slice{Int}(10)
//!     second := make_slice{Int}(20)
//!     delete(second)                    // last come, first gone
//!     delete(first)
//! end
//! ```
//!
//! Cost: ALLOCATE and FREE take constant time (FREE over all pieces, each once); RESIZE of the topmost piece is in place, as is making any smaller;
//! 16 bytes for each piece besides. A stack belongs to one thread.

Stack :: struct
    start, at, limit: UInt
    top: Pointer{Head}              // of the topmost piece
    parent: Allocator
    parent_data: Pointer{Void}
end

// In front of each piece.
Head :: struct #private
    below: Pointer{Head}            // of the piece below
    begin: u32                      // how many bytes in front of this head were skipped for its alignment
    is_free: Bool
end

/// What the stack held at some moment.
Mark :: struct
    at: UInt
    top: Pointer{Head}
end

/// A stack of so many bytes, taken from the current allocator.
/// ```
/// stack := Stack.create(4096)
/// defer stack.destroy()
/// ```
create :: (size: Int, location: Pointer{Source_Location} = #caller-location) -> Stack
    start := UInt(allocate(max(size, 64), 16, location = location))
    return Stack{start = start, at = start, limit = start + UInt(max(size, 64)), parent = context.allocator,
                 parent_data = context.allocator_data}
end

/// The allocator procedure; its data is the stack's address.
/// ```
/// stack := Stack.create(4096)
/// defer stack.destroy()
/// with context{allocator = Stack.allocate, allocator_data = &stack}
///     make_slice{Int}(2)                    // => [0, 0]
/// end
/// ```
allocate :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    stack := Pointer{Stack}(allocator_data)
    match mode
    case .ALLOCATE => return push(stack, size, alignment)
    case .RESIZE   => return resize_in(stack, size, alignment, old_size, old_memory)
    case .FREE     => free_in(stack, old_memory)
    case .FREE_ALL => clear(stack)
    end
    return null
end

/// Where the stack stands now.
/// ```
/// stack := Stack.create(4096)
/// defer stack.destroy()
/// before := stack.mark()
/// with context{allocator = Stack.allocate, allocator_data = &stack}
///     new(3)
/// end
/// stack.free_to(before)
/// ```
mark :: (stack: Pointer{Stack}) -> Mark
    return Mark{stack.at, stack.top}
end

/// Frees everything that was allocated after the mark was made.
/// ```
/// stack := Stack.create(4096)
/// defer stack.destroy()
/// before := stack.mark()
/// with context{allocator = Stack.allocate, allocator_data = &stack}
///     new(3)
/// end
/// stack.free_to(before)
/// ```
free_to :: (stack: Pointer{Stack}, to: Mark)
    stack.at = to.at
    stack.top = to.top
end

/// Frees everything; the stack can be used again.
/// ```
/// stack := Stack.create(4096)
/// defer stack.destroy()
/// stack.clear()
/// ```
clear :: (stack: Pointer{Stack})
    stack.at = stack.start
    stack.top = null
end

/// Gives the memory back, at the end of the stack's life.
/// ```
/// stack := Stack.create(4096)
/// defer stack.destroy()
/// ```
destroy :: (stack: Pointer{Stack})
    stack.parent(.FREE, 0, 16, stack.parent_data, Int(stack.limit - stack.start), Pointer{Void}(stack.start), 0)
    stack@ = Stack{}
end

push :: (stack: Pointer{Stack}, size: Int, alignment: Int) -> Pointer{Void} #private
    mask := UInt(max(alignment, 8)) - 1
    begin := stack.at + UInt(size_of(Head))
    start := (begin + mask) & ~mask
    if size < 0 || start > stack.limit || UInt(size) > stack.limit - start
        return null
    end
    head := head_of(Pointer{Void}(start))
    head@ = Head{below = stack.top, begin = u32(start - begin), is_free = false}
    stack.top = head
    stack.at = start + UInt(size)
    return Pointer{Void}(start)
end

head_of :: (memory: Pointer{Void}) -> Pointer{Head} #private
    return Pointer{Head}(UInt(memory) - UInt(size_of(Head)))
end

free_in :: (stack: Pointer{Stack}, memory: Pointer{Void}) #private
    if memory == null
        return
    end
    head_of(memory).is_free = true
    while stack.top != null && stack.top.is_free
        stack.at = UInt(stack.top) - UInt(stack.top.begin)
        stack.top = stack.top.below
    end
end

resize_in :: (stack: Pointer{Stack}, size: Int, alignment: Int, old_size: Int, old_memory: Pointer{Void}) -> Pointer{Void} #private
    start := UInt(old_memory)
    is_aligned := start & (UInt(max(alignment, 1)) - 1) == 0
    if old_memory != null && is_aligned && size >= 0
        if head_of(old_memory) == stack.top && UInt(size) <= stack.limit - start
            stack.at = start + UInt(size)
            return old_memory
        end
        if size <= old_size
            return old_memory
        end
    end
    fresh := push(stack, size, alignment)
    if fresh != null && old_memory != null
        memory_copy(fresh, old_memory, min(old_size, size))
        free_in(stack, old_memory)
    end
    return fresh
end
