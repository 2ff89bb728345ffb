//! Threads that wait until something holds which a mutex guards.
//!
//! ```
//! #import "Mutex"
//! #import "Thread"
//!
//! Box :: struct
//!     guard: Mutex
//!     changed: Condition.Condition
//!     is_full: Bool
//! end
//!
//! fill :: (box: Pointer{Box})
//!     box.guard.lock()
//!     box.is_full = true
//!     box.guard.unlock()
//!     box.changed.broadcast()
//! end
//!
//! box: Box
//! filler := spawn(fill, &box)
//! box.guard.lock()
//! while !box.is_full
//!     box.changed.wait(&box.guard)
//! end
//! box.is_full               // => true
//! box.guard.unlock()
//! filler.join()
//! ```
//!
//! `wait` may come back without a reason, so it stands in a loop. The default value is ready for use.

#import "Mutex" (Mutex, lock, unlock)

Condition :: struct
    changes: u32
end

/// Lets go of the mutex, waits for a signal, and takes the mutex again.
/// ```
/// #import "Mutex"
/// #import "Thread"
///
/// Box :: struct
///     guard: Mutex
///     changed: Condition.Condition
///     value: Int
/// end
///
/// fill :: (box: Pointer{Box})
///     box.guard.lock()
///     box.value = 7
///     box.changed.signal()
///     box.guard.unlock()
/// end
///
/// box: Box
/// filler := spawn(fill, &box)
/// box.guard.lock()
/// while box.value == 0
///     box.changed.wait(&box.guard)
/// end
/// box.value                                 // => 7
/// box.guard.unlock()
/// filler.join()
/// ```
wait :: (c: Pointer{Condition}, m: Pointer{Mutex})
    seen := load(&c.changes)
    m.unlock()
    hb_rt_wait(&c.changes, seen, -1)
    m.lock()
end

/// The same for so many nanoseconds at most; false when the time is over.
/// ```
/// #import "Mutex"
/// guard: Mutex
/// changed: Condition.Condition
/// guard.lock()
/// changed.wait_for(&guard, 1_000_000)       // => false
/// guard.unlock()
/// ```
wait_for :: (c: Pointer{Condition}, m: Pointer{Mutex}, nanoseconds: Int) -> Bool
    seen := load(&c.changes)
    m.unlock()
    woken := hb_rt_wait(&c.changes, seen, max(nanoseconds, 0))
    m.lock()
    return woken
end

/// Wakes one thread that waits.
/// ```
/// changed: Condition.Condition
/// changed.signal()                          // nobody waits
/// ```
signal :: (c: Pointer{Condition})
    add(&c.changes, 1)
    hb_rt_wake(&c.changes, 1)
end

/// Wakes all threads that wait.
/// ```
/// changed: Condition.Condition
/// changed.broadcast()                       // nobody waits
/// ```
broadcast :: (c: Pointer{Condition})
    add(&c.changes, 1)
    hb_rt_wake(&c.changes, 0x7fff_ffff)
end

add :: (p: Pointer{u32}, x: u32) -> u32 #intrinsic "atomic_add" #private
load :: (p: Pointer{u32}) -> u32 #intrinsic "atomic_load" #private

hb_rt_wait :: (word: Pointer{u32}, expected: u32, nanoseconds: Int) -> Bool #foreign #private
hb_rt_wake :: (word: Pointer{u32}, count: u32) #foreign #private
