//! Memory for a moment: a ring of blocks that `FREE_ALL` makes free and keeps.
//!
//! `context.temporary_allocator` is one of these, and each thread has its own. What it gives lives until somebody asks it to `FREE_ALL`;
//! then its blocks are used again, round and round, so that a program that frees once a frame or once a request soon takes no memory
//! from its parent any more.
//!
//! Cost: ALLOCATE is an addition and a comparison; RESIZE of the newest piece is in place, else it copies; FREE gives back the newest piece
//! and does nothing for others; FREE_ALL takes constant time. A ring belongs to one thread.

Temporary :: struct
    at: UInt                        // the first free byte of the current block
    limit: UInt                     // its end
    current: Pointer{Block}
    first: Pointer{Block}           // the block that was current at the last FREE_ALL
    next_size: Int = FIRST_SIZE
    parent: Allocator
    parent_data: Pointer{Void}
end

// The head of a block; what is handed out lies behind it. Blocks form a circle.
Block :: struct #private
    next: Pointer{Block}
    size: Int
end

FIRST_SIZE :: 64 * 1024 #private
LARGEST_SIZE :: 16 * 1024 * 1024 #private

/// An empty ring over the current allocator. It takes its first block when it needs it.
/// ```
/// ring := Temporary.create()
/// defer ring.destroy()
/// ```
create :: (first_size: Int = FIRST_SIZE) -> Temporary
    return Temporary{next_size = max(first_size, 64), parent = context.allocator, parent_data = context.allocator_data}
end

/// The allocator procedure; its data is the ring's address.
/// ```
/// ring := Temporary.create()
/// defer ring.destroy()
/// with context{allocator = Temporary.allocate, allocator_data = &ring}
///     make_slice{Int}(2)                    // => [0, 0]
/// end
/// ```
allocate :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    ring := Pointer{Temporary}(allocator_data)
    match mode
    case .ALLOCATE => return allocate_in(ring, size, alignment)
    case .RESIZE   => return resize_in(ring, size, alignment, old_size, old_memory)
    case .FREE
        if UInt(old_memory) + UInt(old_size) == ring.at && old_size > 0
            ring.at = UInt(old_memory)
        end
    case .FREE_ALL => free_all(ring)
    end
    return null
end

/// A piece of the ring, with any contents.
/// ```
/// ring := Temporary.create()
/// defer ring.destroy()
/// bytes := Pointer{u8}(ring.allocate_in(100, 1))
/// bytes[99] = 7
/// ```
allocate_in :: (ring: Pointer{Temporary}, size: Int, alignment: Int) -> Pointer{Void}
    mask := UInt(max(alignment, 1)) - 1
    start := (ring.at + mask) & ~mask
    if start > ring.limit || UInt(size) > ring.limit - start || ring.current == null
        return allocate_behind(ring, size, alignment)
    end
    ring.at = start + UInt(size)
    return Pointer{Void}(start)
end

/// Makes everything free; blocks are kept for what comes.
/// ```
/// ring := Temporary.create()
/// defer ring.destroy()
/// ring.allocate_in(100, 1)
/// ring.free_all()
/// ```
free_all :: (ring: Pointer{Temporary})
    ring.first = ring.current
    if ring.current != null
        enter(ring, ring.current)
    end
end

/// Gives the blocks back, at the end of the ring's life.
/// ```
/// ring := Temporary.create()
/// defer ring.destroy()
/// ```
destroy :: (ring: Pointer{Temporary})
    at := ring.current
    while at != null
        next := at.next
        ring.parent(.FREE, 0, 16, ring.parent_data, at.size, at, 0)
        at = ifx next == ring.current => null else => next end
    end
    ring.current = null
    ring.first = null
    ring.at = 0
    ring.limit = 0
end

enter :: (ring: Pointer{Temporary}, chunk: Pointer{Block}) #private
    ring.current = chunk
    ring.at = UInt(chunk) + UInt(size_of(Block))
    ring.limit = UInt(chunk) + UInt(chunk.size)
end

// The current block is full: the next one of the ring that is free and large enough, else a new one.
allocate_behind :: (ring: Pointer{Temporary}, size: Int, alignment: Int) -> Pointer{Void} #private #no-inline
    needed := size + max(alignment, 1) + size_of(Block)
    if size < 0 || needed < size
        return null
    end
    if ring.current != null && ring.current.next != ring.first && ring.current.next.size >= needed
        enter(ring, ring.current.next)
        return allocate_in(ring, size, alignment)
    end
    block_size := max(ring.next_size, needed)
    chunk := Pointer{Block}(ring.parent(.ALLOCATE, block_size, 16, ring.parent_data, 0, null, from_here()))
    if chunk == null
        return null
    end
    ring.next_size = max(ring.next_size, min(2 * ring.next_size, LARGEST_SIZE))
    chunk.size = block_size
    if ring.current == null
        chunk.next = chunk
        ring.first = chunk
    else
        chunk.next = ring.current.next
        ring.current.next = chunk
    end
    enter(ring, chunk)
    return allocate_in(ring, size, alignment)
end

resize_in :: (ring: Pointer{Temporary}, size: Int, alignment: Int, old_size: Int, old_memory: Pointer{Void}) -> Pointer{Void} #private
    start := UInt(old_memory)
    is_aligned := start & (UInt(max(alignment, 1)) - 1) == 0
    is_newest := old_memory != null && start + UInt(old_size) == ring.at
    if is_newest && is_aligned && size >= 0 && UInt(size) <= ring.limit - start
        ring.at = start + UInt(size)
        return old_memory
    end
    if old_memory != null && is_aligned && size <= old_size && size >= 0
        return old_memory
    end
    fresh := allocate_in(ring, size, alignment)
    if fresh != null && old_memory != null
        memory_copy(fresh, old_memory, min(old_size, size))
    end
    return fresh
end
