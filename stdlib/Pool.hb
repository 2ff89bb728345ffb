//! Blocks of one size, for many objects of one kind that come and go in any order.
//!
//! A pool takes chunks of many blocks from its parent; freed blocks are used again first. It gives null for what does not fit into a block.
//!
//! ```
//! Node :: struct
//!     next: Pointer{Node}
//!     value: Int
//! end
//!
//! pool := Pool.create_for{Node}()
//! defer pool.destroy()
//! with context{allocator = Pool.allocate, allocator_data = &pool}
//!     node := new(Node{null, 7})
//!     node.value                        // => 7
//!     free(node)
//! end
//! ```
//!
//! Cost: ALLOCATE and FREE take constant time, a few instructions; RESIZE is in place as long as the block is large enough, else it gives null; FREE_ALL
//! goes through the chunks. Besides the blocks there is a head for each chunk. A pool belongs to one thread.

Pool :: struct
    free: Pointer{Free}             // blocks that have come back
    at, limit: UInt                 // blocks of the newest chunk that were never used
    newest: Pointer{Chunk}
    block_size: Int
    alignment: Int
    blocks_per_chunk: Int
    parent: Allocator
    parent_data: Pointer{Void}
end

// In a block that is free.
Free :: struct #private
    next: Pointer{Free}
end

// The head of a chunk; its blocks lie behind it.
Chunk :: struct #private
    previous: Pointer{Chunk}
    size: Int
end

/// A pool of blocks of so many bytes, over the current allocator. It takes its first chunk when it needs it. Blocks lie at multiples of the power of two that
/// `alignment` is or that follows it.
/// ```
/// pool := Pool.create(64)
/// defer pool.destroy()
/// ```
create :: (block_size: Int, alignment: Int = 16, blocks_per_chunk: Int = 256) -> Pool
    step := 8
    while step < min(alignment, 1 << 30)
        step *= 2
    end
    size := (max(block_size, size_of(Free)) + step - 1) / step * step
    return Pool{block_size = size, alignment = step, blocks_per_chunk = max(blocks_per_chunk, 1), parent = context.allocator,
                parent_data = context.allocator_data}
end

/// A pool of blocks for values of this type.
/// ```
/// pool := Pool.create_for{Array{Int, 8}}()
/// defer pool.destroy()
/// ```
create_for :: {T}() -> Pool
    return create(size_of(T), align_of(T))
end

/// The allocator procedure; its data is the pool's address.
/// ```
/// pool := Pool.create_for{Int}()
/// defer pool.destroy()
/// with context{allocator = Pool.allocate, allocator_data = &pool}
///     p := new(3)
///     p@                                    // => 3
///     free(p)
/// end
/// ```
allocate :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
             _old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    pool := Pointer{Pool}(allocator_data)
    match mode
    case .ALLOCATE
        if size > pool.block_size || size < 0 || alignment > pool.alignment
            return null
        end
        return take(pool)
    case .RESIZE
        if size > pool.block_size || size < 0 || alignment > pool.alignment
            return null
        end
        if old_memory == null
            return take(pool)
        end
        return old_memory
    case .FREE
        if old_memory != null
            block_of := Pointer{Free}(old_memory)
            block_of.next = pool.free
            pool.free = block_of
        end
    case .FREE_ALL => destroy(pool)
    end
    return null
end

/// Frees all blocks and gives the chunks back; the pool can be used again.
/// ```
/// pool := Pool.create(64)
/// defer pool.destroy()
/// ```
destroy :: (pool: Pointer{Pool})
    while pool.newest != null
        chunk := pool.newest
        pool.newest = chunk.previous
        pool.parent(.FREE, 0, pool.alignment, pool.parent_data, chunk.size, chunk, 0)
    end
    pool.free = null
    pool.at = 0
    pool.limit = 0
end

take :: (pool: Pointer{Pool}) -> Pointer{Void} #private
    first := pool.free
    if first != null
        pool.free = first.next
        return first
    end
    if pool.at == pool.limit && !add_chunk(pool)
        return null
    end
    fresh := pool.at
    pool.at += UInt(pool.block_size)
    return Pointer{Void}(fresh)
end

add_chunk :: (pool: Pointer{Pool}) -> Bool #private #no-inline
    head := (size_of(Chunk) + pool.alignment - 1) / pool.alignment * pool.alignment
    size := head + pool.block_size * pool.blocks_per_chunk
    if pool.block_size <= 0 || pool.blocks_per_chunk > (0x7fff_ffff_ffff_ffff - head) / pool.block_size
        // more than there are addresses
        return false
    end
    chunk := Pointer{Chunk}(pool.parent(.ALLOCATE, size, max(pool.alignment, 16), pool.parent_data, 0, null, from_here()))
    if chunk == null
        return false
    end
    chunk.previous = pool.newest
    chunk.size = size
    pool.newest = chunk
    pool.at = UInt(chunk) + UInt(head)
    pool.limit = UInt(chunk) + UInt(size)
    return true
end
