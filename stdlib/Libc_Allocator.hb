//! Memory from the C library: what programs built with `--allocator libc` begin with, and for whoever shares memory with C.

/// `malloc` and its kin. Alignments above 16 bytes cost a copy when such a block grows.
libc_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                   old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    match mode
    case .ALLOCATE => return libc_allocate(size, alignment)
    case .RESIZE
        if alignment <= 16
            return libc_realloc(old_memory, UInt(size))
        end
        fresh := libc_allocate(size, alignment)
        if fresh != null
            libc_memcpy(fresh, old_memory, UInt(ifx old_size < size => old_size else => size end))
            libc_free(old_memory)
        end
        return fresh
    case .FREE     => libc_free(old_memory)
    case .FREE_ALL => return null
    end
    return null
end

libc_allocate :: (size: Int, alignment: Int) -> Pointer{Void} #private
    if alignment <= 16
        return libc_malloc(UInt(size))
    end
    memory: Pointer{Void}
    if libc_posix_memalign(&memory, UInt(alignment), UInt(size)) != 0
        return null
    end
    return memory
end

libc_malloc :: (size: UInt) -> Pointer{Void} #foreign "malloc" #private
libc_realloc :: (memory: Pointer{Void}, size: UInt) -> Pointer{Void} #foreign "realloc" #private
libc_free :: (memory: Pointer{Void}) #foreign "free" #private
libc_posix_memalign :: (memory: Pointer{Pointer{Void}}, alignment: UInt, size: UInt) -> i32 #foreign "posix_memalign" #private
libc_memcpy :: (to: Pointer{Void}, from: Pointer{Void}, size: UInt) -> Pointer{Void} #foreign "memcpy" #private
