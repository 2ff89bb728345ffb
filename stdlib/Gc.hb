//! The garbage collector of Boehm, Demers and Weiser, as an allocator and by itself.
//!
//! `--allocator gc` makes it the default. Nothing needs to be freed. It finds pointers in registers, stacks, variables, thread-local
//! variables and in its own blocks, but not in memory of other allocators: what only an arena over pages points to is lost.
//! Threads of module `Thread` are registered with it; those that C code starts are not. Programs that use it are linked with libc.

/// The allocator procedure; it needs no data.
allocate :: gc_allocator

/// Collects now.
/// ```
/// with context{allocator = Gc.allocate}
///     for _ in 0..<1000
///         new(3)                            // and nobody frees it
///     end
///     Gc.collect()
/// end
/// ```
collect :: ()
    GC_gcollect()
end

/// How often the collector has run.
/// ```
/// Gc.collect()
/// Gc.collections() > 0                      // => true
/// ```
collections :: () -> Int
    return Int(GC_get_gc_no())
end

/// Bytes of its heap.
/// ```
/// Gc.collect()
/// Gc.heap_size() > 0                        // => true
/// ```
heap_size :: () -> Int
    return Int(GC_get_heap_size())
end

GC_gcollect :: () #foreign #private
GC_get_gc_no :: () -> u64 #foreign #private
GC_get_heap_size :: () -> u64 #foreign #private
