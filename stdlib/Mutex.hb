//! A lock that one thread holds at a time. The others sleep.
//!
//! ```
//! guard: Mutex.Mutex
//! total := 0
//! for i in 0..<3
//!     guard.lock()
//!     defer guard.unlock()
//!     total += i
//! end
//! total                                 // => 3
//! ```
//!
//! It is not recursive, is not handed over in any order, and must not be moved while a thread uses it. Its default value is free.

Mutex :: struct
    state: u32                      // 0 free, 1 held, 2 held and perhaps waited for
end

/// Waits until the mutex is free, and takes it.
/// ```
/// guard: Mutex.Mutex
/// guard.lock()
/// guard.unlock()
/// ```
lock :: (m: Pointer{Mutex})
    _, was_free := compare_exchange(&m.state, 0, 1)
    if !was_free
        lock_slowly(m)
    end
end

/// Takes the mutex if it is free; says whether it did.
/// ```
/// guard: Mutex.Mutex
/// guard.try_lock()                          // => true
/// guard.try_lock()                          // => false
/// ```
try_lock :: (m: Pointer{Mutex}) -> Bool
    _, was_free := compare_exchange(&m.state, 0, 1)
    return was_free
end

/// Lets go of the mutex, which the thread holds.
/// ```
/// guard: Mutex.Mutex
/// guard.lock()
/// guard.unlock()
/// guard.try_lock()                          // => true
/// ```
unlock :: (m: Pointer{Mutex})
    if exchange_release(&m.state, 0) == 2
        hb_rt_wake(&m.state, 1)
    end
end

lock_slowly :: (m: Pointer{Mutex}) #private #no-inline
    // whoever holds it may be about to let go
    for _ in 0..<ROUNDS
        if load(&m.state) == 0
            _, was_free := compare_exchange(&m.state, 0, 1)
            if was_free
                return
            end
        end
    end
    while exchange(&m.state, 2) != 0
        hb_rt_wait(&m.state, 2, -1)
    end
end

ROUNDS :: 100 #private

compare_exchange :: (p: Pointer{u32}, expected: u32, new: u32) -> (u32, Bool) #intrinsic "atomic_compare_exchange.acquire" #private
exchange :: (p: Pointer{u32}, new: u32) -> u32 #intrinsic "atomic_exchange.acquire" #private
exchange_release :: (p: Pointer{u32}, new: u32) -> u32 #intrinsic "atomic_exchange.release" #private
load :: (p: Pointer{u32}) -> u32 #intrinsic "atomic_load.relaxed" #private

hb_rt_wait :: (word: Pointer{u32}, expected: u32, nanoseconds: Int) -> Bool #foreign #private
hb_rt_wake :: (word: Pointer{u32}, count: u32) #foreign #private
