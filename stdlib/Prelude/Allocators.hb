//! A part of the Prelude: the allocators that a build can choose (`--allocator`), and the temporary one.
//!
//! Modules `Arena`, `Pool`, `Stack`, `Fixed_Buffer`, `Temporary` and `Tracking` have others, which a program makes current itself.

/// The allocator of a program that has chosen none: the build's (`--allocator`).
#if Build.TRACK
    default_allocator :: tracking_allocator
#else
    default_allocator :: build_allocator
#end

/// The same, but never watched: what the library keeps for itself, as long as it likes.
#if Build.ALLOCATOR == "libc"
    build_allocator :: libc_allocator
#else
    #if Build.ALLOCATOR == "mimalloc"
        build_allocator :: mimalloc_allocator
    #else
        #if Build.ALLOCATOR == "gc"
            build_allocator :: gc_allocator
        #else
            build_allocator :: page_allocator
        #end
    #end
#end

#if Build.TRACK
    Tracking :: #import "Tracking"

    /// The build's allocator, watched (`--track`): see module `Tracking`.
    /// ```
    /// p := new(3)                               // under `--track`
    /// free(p)
    /// ```
    tracking_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                           old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
        return Tracking.allocate(mode, size, alignment, &tracker, old_size, old_memory, options)
    end

    tracker: Tracking.Tracking = Tracking.Tracking{parent = build_allocator} #private

    // The last word before the process ends: what has leaked makes success a failure.

    /// What the process ends with under `--track`: what has leaked makes success a failure.
    /// ```
    /// p := new(3)
    /// free(p)                                   // so that nothing has
    /// ```
    program_end :: (status: i32) -> i32
        clean := Tracking.report(&tracker)
        return ifx clean || status != 0 => status else => 1 end
    end
#end

/// Size classes over pages from the system.
/// ```
/// with context{allocator = page_allocator}
///     p := new(3)
///     free(p)
/// end
/// ```
page_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                   old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    match mode
    case .ALLOCATE => return hb_rt_page_allocate(size, alignment)
    case .RESIZE   => return hb_rt_page_resize(old_memory, old_size, size, alignment)
    case .FREE     => hb_rt_page_free(old_memory, old_size)
    case .FREE_ALL => return null
    end
    return null
end

/// The allocator of compile time, seen from the program that runs. What it gave then is static data: freeing that does nothing, and
/// growing it copies it into memory of the build's default allocator, which does everything else.
/// ```
/// with context{allocator = static_allocator}
///     new(3)@                               // => 3
/// end
/// ```
static_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                     old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    if old_memory == null || !hb_rt_is_static(old_memory)
        return default_allocator(mode, size, alignment, null, old_size, old_memory, options)
    end
    return leave_static(mode, size, alignment, old_size, old_memory, default_allocator)
end

/// What compile-time execution runs instead of the allocators of a build.
compile_time_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                           old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void} #private
    if old_memory == null || !hb_rt_is_static(old_memory)
        return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
    end
    return leave_static(mode, size, alignment, old_size, old_memory, page_allocator)
end

leave_static :: (mode: AllocatorMode, size: Int, alignment: Int, old_size: Int, old_memory: Pointer{Void},
                 allocator: Allocator) -> Pointer{Void} #private
    if mode != .RESIZE
        return null
    end
    fresh := allocator(.ALLOCATE, size, alignment, null, 0, null, 0)
    if fresh != null
        memory_copy(fresh, old_memory, ifx old_size < size => old_size else => size end)
    end
    return fresh
end

/// C's malloc, realloc and free. Programs that use it are linked with libc.
/// ```
/// with context{allocator = libc_allocator}
///     p := new(3)
///     free(p)
/// end
/// ```
libc_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                   old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    match mode
    case .ALLOCATE => return libc_allocate(size, alignment)
    case .RESIZE
        // what is aligned more than malloc does it by itself would lose that
        if alignment <= LIBC_ALIGNMENT && !hb_rt_is_static(old_memory)
            return realloc(old_memory, u64(max(size, 1)))
        end
        fresh := libc_allocate(size, alignment)
        if fresh != null && old_memory != null
            memory_copy(fresh, old_memory, min(size, old_size))
            if !hb_rt_is_static(old_memory) c_free(old_memory); end
        end
        return fresh
    case .FREE
        if !hb_rt_is_static(old_memory) c_free(old_memory); end
    case .FREE_ALL => return null
    end
    return null
end

/// Microsoft's mimalloc: fast where many threads allocate and free what others have made. Programs that use it are linked with libc.
/// ```
/// with context{allocator = mimalloc_allocator}
///     p := new(3)
///     free(p)
/// end
/// ```
mimalloc_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                       old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    if hb_rt_is_static(old_memory)
        return leave_static(mode, size, alignment, old_size, old_memory, mimalloc_allocator)
    end
    match mode
    case .ALLOCATE => return mi_malloc_aligned(u64(size), u64(max(alignment, 1)))
    case .RESIZE   => return mi_realloc_aligned(old_memory, u64(size), u64(max(alignment, 1)))
    case .FREE     => mi_free(old_memory)
    case .FREE_ALL => return null
    end
    return null
end

/// The garbage collector of Boehm, Demers and Weiser: nothing needs to be freed, though what is freed is used again at once. It finds
/// pointers in registers, stacks, variables and in its own blocks, not in those of other allocators. Programs that use it are
/// linked with libc.
/// ```
/// with context{allocator = gc_allocator}
///     new(3)@                               // => 3
/// end
/// ```
gc_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                 old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    match mode
    case .ALLOCATE => return gc_allocate(size, alignment)
    case .RESIZE
        if alignment <= LIBC_ALIGNMENT && (old_memory == null || GC_base(old_memory) == old_memory)
            return GC_realloc(old_memory, u64(max(size, 1)))
        end
        fresh := gc_allocate(size, alignment)
        if fresh != null && old_memory != null
            memory_copy(fresh, old_memory, min(size, old_size))
        end
        return fresh
    case .FREE
        // what is aligned more than usual may lie within a block
        if old_memory != null && GC_base(old_memory) == old_memory
            GC_free(old_memory)
        end
    case .FREE_ALL => return null
    end
    return null
end

gc_allocate :: (size: Int, alignment: Int) -> Pointer{Void} #private
    if alignment <= LIBC_ALIGNMENT
        return GC_malloc(u64(max(size, 1)))
    end
    return GC_memalign(u64(alignment), u64(max(size, 1)))
end

LIBC_ALIGNMENT :: 16 #private

libc_allocate :: (size: Int, alignment: Int) -> Pointer{Void} #private
    if alignment <= LIBC_ALIGNMENT
        return malloc(u64(max(size, 1)))
    end
    return aligned_alloc(u64(alignment), (u64(size) + u64(alignment) - 1) & ~(u64(alignment) - 1))
end

malloc :: (size: u64) -> Pointer{Void} #foreign #private
aligned_alloc :: (alignment: u64, size: u64) -> Pointer{Void} #foreign #private
realloc :: (old: Pointer{Void}, size: u64) -> Pointer{Void} #foreign #private
c_free :: (old: Pointer{Void}) #foreign "free" #private
mi_malloc_aligned :: (size: u64, alignment: u64) -> Pointer{Void} #foreign #private
mi_realloc_aligned :: (old: Pointer{Void}, size: u64, alignment: u64) -> Pointer{Void} #foreign #private
mi_free :: (old: Pointer{Void}) #foreign #private
GC_malloc :: (size: u64) -> Pointer{Void} #foreign #private
GC_memalign :: (alignment: u64, size: u64) -> Pointer{Void} #foreign #private
GC_realloc :: (old: Pointer{Void}, size: u64) -> Pointer{Void} #foreign #private
GC_base :: (address: Pointer{Void}) -> Pointer{Void} #foreign #private
GC_free :: (old: Pointer{Void}) #foreign #private

/// A ring of the first thread's own: what it gives lives until somebody asks it to `FREE_ALL`. Threads of module `Thread` begin with another one.
/// ```
/// with context{allocator = context.temporary_allocator, allocator_data = context.temporary_allocator_data}
///     format("{} and {}", 1, 2)             // => "1 and 2"
/// end
/// context.temporary_allocator(.FREE_ALL, 0, 1, context.temporary_allocator_data, 0, null, 0)
/// ```
default_temporary_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                                old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    return Temporary.allocate(mode, size, alignment, &temporary_ring, old_size, old_memory, options)
end

temporary_ring: Temporary.Temporary = Temporary.Temporary{parent = build_allocator} #private
