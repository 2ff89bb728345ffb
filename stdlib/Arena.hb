//! Memory that is freed all at once.
//!
//! An arena takes blocks from the allocator that was current when it was made, each twice as large as the one before,
//! and hands out pieces of them by moving a mark. `FREE` does nothing, except that the newest piece can be taken back.
//!
//! ```
//! arena := Arena.create()
//! defer arena.destroy()
//! with context{allocator = Arena.allocate, allocator_data = &arena}
//!     numbers := make_slice{Int}(1000)       // and nobody frees them one by one
//!     numbers.length                         // => 1000
//! end
//! ```

Arena :: struct
    at: UInt                        // the first free byte of the newest chunk
    limit: UInt                     // its end
    newest: Pointer{Block}
    next_size: Int
    parent: Allocator
    parent_data: Pointer{Void}
end

// The head of a block; what is handed out lies behind it.
Block :: struct #private
    previous: Pointer{Block}
    size: Int
end

/// What the arena held at some moment.
Mark :: struct
    chunk: Pointer{Block}
    at: UInt
end

FIRST_SIZE :: 64 * 1024 #private
LARGEST_SIZE :: 16 * 1024 * 1024 #private

/// An empty arena. It takes its first chunk when it needs it.
/// ```
/// arena := Arena.create(first_size = 1024 * 1024)
/// defer arena.destroy()
/// ```
create :: (first_size: Int = FIRST_SIZE) -> Arena
    return Arena{next_size = max(first_size, 64), parent = context.allocator, parent_data = context.allocator_data}
end

/// The allocator procedure; its data is the arena's address.
/// ```
/// arena := Arena.create()
/// defer arena.destroy()
/// with context{allocator = Arena.allocate, allocator_data = &arena}
///     make_slice{Int}(3)                    // => [0, 0, 0]
/// end
/// ```
allocate :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    arena := Pointer{Arena}(allocator_data)
    match mode
    case .ALLOCATE => return allocate_in(arena, size, alignment)
    case .RESIZE   => return resize_in(arena, size, alignment, old_size, old_memory)
    case .FREE
        if UInt(old_memory) + UInt(old_size) == arena.at && old_size > 0
            arena.at = UInt(old_memory)
        end
    case .FREE_ALL => clear(arena)
    end
    return null
end

/// A piece of the arena, with any contents.
/// ```
/// arena := Arena.create()
/// defer arena.destroy()
/// bytes := Pointer{u8}(arena.allocate_in(100, 1))
/// bytes[99] = 7
/// ```
allocate_in :: (arena: Pointer{Arena}, size: Int, alignment: Int) -> Pointer{Void}
    mask := UInt(alignment) - 1
    start := (arena.at + mask) & ~mask
    if start > arena.limit || UInt(size) > arena.limit - start
        return allocate_in_new_block(arena, size, alignment)
    end
    arena.at = start + UInt(size)
    return Pointer{Void}(start)
end

allocate_in_new_block :: (arena: Pointer{Arena}, size: Int, alignment: Int) -> Pointer{Void} #private #no-inline
    needed := size + alignment + size_of(Block)
    if size < 0 || needed < size
        return null
    end
    block_size := max(arena.next_size, needed)
    chunk := Pointer{Block}(arena.parent(.ALLOCATE, block_size, 16, arena.parent_data, 0, null, from_here()))
    if chunk == null
        return null
    end
    arena.next_size = max(arena.next_size, min(2 * arena.next_size, LARGEST_SIZE))
    chunk.previous = arena.newest
    chunk.size = block_size
    arena.newest = chunk
    arena.at = UInt(chunk) + UInt(size_of(Block))
    arena.limit = UInt(chunk) + UInt(block_size)
    return allocate_in(arena, size, alignment)
end

resize_in :: (arena: Pointer{Arena}, size: Int, alignment: Int, old_size: Int, old_memory: Pointer{Void}) -> Pointer{Void} #private
    start := UInt(old_memory)
    is_newest := old_memory != null && start + UInt(old_size) == arena.at
    is_aligned := start & (UInt(alignment) - 1) == 0
    if is_newest && is_aligned && size >= 0 && UInt(size) <= arena.limit - start
        arena.at = start + UInt(size)
        return old_memory
    end
    if old_memory != null && is_aligned && size <= old_size
        return old_memory
    end
    fresh := allocate_in(arena, size, alignment)
    if fresh != null && old_memory != null
        memory_copy(fresh, old_memory, min(old_size, size))
    end
    return fresh
end

/// Where the arena stands now.
/// ```
/// arena := Arena.create()
/// defer arena.destroy()
/// before := arena.mark()
/// arena.allocate_in(100, 1)
/// arena.free_to(before)
/// ```
mark :: (arena: Pointer{Arena}) -> Mark
    return Mark{arena.newest, arena.at}
end

/// Frees everything that was allocated after the mark was made.
/// ```
/// arena := Arena.create()
/// defer arena.destroy()
/// arena.allocate_in(8, 8)
/// before := arena.mark()
/// first := arena.allocate_in(100, 1)
/// arena.free_to(before)
/// arena.allocate_in(100, 1) == first        // => true
/// ```
free_to :: (arena: Pointer{Arena}, to: Mark)
    while arena.newest != to.chunk
        free_newest_block(arena)
    end
    arena.at = to.at
    if arena.newest == null
        arena.limit = 0
    else
        arena.limit = UInt(arena.newest) + UInt(arena.newest.size)
    end
end

/// Frees everything; the arena can be used again.
/// ```
/// arena := Arena.create()
/// defer arena.destroy()
/// arena.allocate_in(100, 1)
/// arena.clear()
/// ```
clear :: (arena: Pointer{Arena})
    arena.free_to(Mark{null, 0})
end

/// Frees everything, at the end of the arena's life.
/// ```
/// arena := Arena.create()
/// defer arena.destroy()
/// ```
destroy :: (arena: Pointer{Arena})
    clear(arena)
end

free_newest_block :: (arena: Pointer{Arena}) #private
    chunk := arena.newest
    arena.newest = chunk.previous
    arena.parent(.FREE, 0, 16, arena.parent_data, chunk.size, chunk, 0)
end
