//! An allocator over memory that is there already: an array on the stack, a part of a file. When it is full it gives null.
//!
//! ```
//! room: Array{u8, 4096} = uninit
//! buffer := Fixed_Buffer.over(room[..])
//! with context{allocator = Fixed_Buffer.allocate, allocator_data = &buffer}
//!     numbers := make_slice{Int}(100)      // in `room`
//!     numbers.length                       // => 100
//! end
//! ```
//!
//! Cost: ALLOCATE is an addition and a comparison; RESIZE of the newest piece is in place, as is making any smaller, else it copies; FREE gives back
//! the newest piece and does nothing for others; FREE_ALL takes constant time. A buffer belongs to one thread.

Fixed_Buffer :: struct
    start, at, limit: UInt
end

/// An allocator that hands out these bytes.
/// ```
/// room: Array{u8, 256} = uninit
/// buffer := Fixed_Buffer.over(room[..])
/// buffer.left()                             // => 256
/// ```
over :: (bytes: Slice{u8}) -> Fixed_Buffer
    start := UInt(bytes.data)
    return Fixed_Buffer{start, start, start + UInt(bytes.length)}
end

/// The allocator procedure; its data is the buffer's address.
/// ```
/// room: Array{u8, 256} = uninit
/// buffer := Fixed_Buffer.over(room[..])
/// with context{allocator = Fixed_Buffer.allocate, allocator_data = &buffer}
///     numbers := make_slice{u8}(100)
///     buffer.used()                         // => 100
/// end
/// ```
allocate :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    buffer := Pointer{Fixed_Buffer}(allocator_data)
    match mode
    case .ALLOCATE => return allocate_in(buffer, size, alignment)
    case .RESIZE
        start := UInt(old_memory)
        is_aligned := start & (UInt(max(alignment, 1)) - 1) == 0
        if old_memory != null && is_aligned && size >= 0
            if start + UInt(old_size) == buffer.at && UInt(size) <= buffer.limit - start
                buffer.at = start + UInt(size)
                return old_memory
            end
            if size <= old_size
                return old_memory
            end
        end
        fresh := allocate_in(buffer, size, alignment)
        if fresh != null && old_memory != null
            memory_copy(fresh, old_memory, min(old_size, size))
        end
        return fresh
    case .FREE
        if old_memory != null && UInt(old_memory) + UInt(old_size) == buffer.at
            buffer.at = UInt(old_memory)
        end
    case .FREE_ALL => buffer.at = buffer.start
    end
    return null
end

/// How many bytes are in use.
/// ```
/// room: Array{u8, 256} = uninit
/// buffer := Fixed_Buffer.over(room[..])
/// buffer.used()                             // => 0
/// ```
used :: (buffer: Pointer{Fixed_Buffer}) -> Int
    return Int(buffer.at - buffer.start)
end

/// How many bytes are left.
/// ```
/// room: Array{u8, 256} = uninit
/// buffer := Fixed_Buffer.over(room[..])
/// buffer.left()                             // => 256
/// ```
left :: (buffer: Pointer{Fixed_Buffer}) -> Int
    return Int(buffer.limit - buffer.at)
end

allocate_in :: (buffer: Pointer{Fixed_Buffer}, size: Int, alignment: Int) -> Pointer{Void} #private
    mask := UInt(max(alignment, 1)) - 1
    start := (buffer.at + mask) & ~mask
    if size < 0 || start > buffer.limit || UInt(size) > buffer.limit - start
        return null
    end
    buffer.at = start + UInt(size)
    return Pointer{Void}(start)
end
