//! Makes an allocator that belongs to one thread serve several: one call at a time.
//!
//! ```
//! #import "Thread"
//! Arena :: #import "Arena"
//!
//! fill :: (count: Int) -> Int => make_slice{Int}(count).length
//!
//! arena := Arena.create()
//! defer arena.destroy()
//! locked := Locked.over(Arena.allocate, &arena)
//! with context{allocator = Locked.allocate, allocator_data = &locked}
//!     first, second := spawn(fill, 100), spawn(fill, 200)      // both ask the one arena
//!     first.join() + second.join()                             // => 300
//! end
//! ```
//!
//! Cost: a mutex for each request, a few instructions where nobody else is at it.

#import "Mutex" (Mutex, lock, unlock)

Locked :: struct
    guard: Mutex
    parent: Allocator
    parent_data: Pointer{Void}
end

/// A lock around an allocator.
/// ```
/// Arena :: #import "Arena"
/// arena := Arena.create()
/// defer arena.destroy()
/// locked := Locked.over(Arena.allocate, &arena)
/// with context{allocator = Locked.allocate, allocator_data = &locked}
///     new(3)@                               // => 3
/// end
/// ```
over :: (parent: Allocator, parent_data: Pointer{Void}) -> Locked
    return Locked{parent = parent, parent_data = parent_data}
end

/// The allocator procedure; its data is the lock's address.
/// ```
/// Arena :: #import "Arena"
/// arena := Arena.create()
/// defer arena.destroy()
/// locked := Locked.over(Arena.allocate, &arena)
/// with context{allocator = Locked.allocate, allocator_data = &locked}
///     make_slice{Int}(2)                    // => [0, 0]
/// end
/// ```
allocate :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    locked := Pointer{Locked}(allocator_data)
    locked.guard.lock()
    defer locked.guard.unlock()
    return locked.parent(mode, size, alignment, locked.parent_data, old_size, old_memory, options)
end
