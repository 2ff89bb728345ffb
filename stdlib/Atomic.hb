//! Atomic operations on variables that several threads share, each with its ordering.
//!
//!     Atomic :: #import "Atomic"
//!     Atomic.add(&hits, 1, .RELAXED)
//!
//! The orderings mean what they mean in C and Rust; where none is given it is the strongest. What changes
//! a place gives what was there before. In the interpreter there is one thread, and all orderings are one.

/// What other threads see of the operations around an atomic one.
Ordering :: enum
    /// Nothing but this operation is ordered.
    RELAXED
    /// What this thread does afterwards is done after it: for loads.
    ACQUIRE
    /// What this thread did before is done before it: for stores.
    RELEASE
    /// Both, for operations that load and store.
    ACQUIRE_RELEASE
    /// Both, and all threads see all such operations in one order.
    SEQUENTIALLY_CONSISTENT
end

/// What is at a place. A load cannot release: `RELEASE` counts as `RELAXED`, `ACQUIRE_RELEASE` as `ACQUIRE`.
/// ```
/// x := 3
/// Atomic.load(&x, .ACQUIRE)                 // => 3
/// ```
load :: {T}(place: Pointer{T}, ordering: Ordering = .SEQUENTIALLY_CONSISTENT) -> T
    where (is_integer(T) || is_pointer(T) || is_bool(T) || is_rune(T) || is_enum(T)) && size_of(T) <= 8 #inline
    match ordering
    case .RELAXED, .RELEASE => return load_relaxed(place)
    case .ACQUIRE, .ACQUIRE_RELEASE => return load_acquire(place)
    case .SEQUENTIALLY_CONSISTENT => return load_sequential(place)
    end
end

/// Puts a value at a place. A store cannot acquire: `ACQUIRE` counts as `RELAXED`, `ACQUIRE_RELEASE` as `RELEASE`.
/// ```
/// x := 3
/// Atomic.store(&x, 4, .RELEASE)
/// x                                         // => 4
/// ```
store :: {T}(place: Pointer{T}, value: T, ordering: Ordering = .SEQUENTIALLY_CONSISTENT)
    where (is_integer(T) || is_pointer(T) || is_bool(T) || is_rune(T) || is_enum(T)) && size_of(T) <= 8 #inline
    match ordering
    case .RELAXED, .ACQUIRE => store_relaxed(place, value)
    case .RELEASE, .ACQUIRE_RELEASE => store_release(place, value)
    case .SEQUENTIALLY_CONSISTENT => store_sequential(place, value)
    end
end

/// Puts a value at a place.
/// ```
/// x := 3
/// Atomic.exchange(&x, 4)                    // => 3
/// x                                         // => 4
/// ```
exchange :: {T}(place: Pointer{T}, value: T, ordering: Ordering = .SEQUENTIALLY_CONSISTENT) -> T
    where (is_integer(T) || is_pointer(T) || is_bool(T) || is_rune(T) || is_enum(T)) && size_of(T) <= 8 #inline
    match ordering
    case .RELAXED => return exchange_relaxed(place, value)
    case .ACQUIRE => return exchange_acquire(place, value)
    case .RELEASE => return exchange_release(place, value)
    case .ACQUIRE_RELEASE => return exchange_acquire_release(place, value)
    case .SEQUENTIALLY_CONSISTENT => return exchange_sequential(place, value)
    end
end

/// Puts `value` at a place if `expected` is there; gives what was there, and whether that was it. Where it was not, the
/// ordering is that of a load.
/// ```
/// x := 3
/// old, is_done := Atomic.compare_exchange(&x, 3, 4)
/// is_done                                   // => true
/// x                                         // => 4
/// ```
compare_exchange :: {T}(place: Pointer{T}, expected: T, value: T, ordering: Ordering = .SEQUENTIALLY_CONSISTENT) -> (old: T, ok: Bool)
    where (is_integer(T) || is_pointer(T) || is_bool(T) || is_rune(T) || is_enum(T)) && size_of(T) <= 8 #inline
    match ordering
    case .RELAXED => return compare_exchange_relaxed(place, expected, value)
    case .ACQUIRE => return compare_exchange_acquire(place, expected, value)
    case .RELEASE => return compare_exchange_release(place, expected, value)
    case .ACQUIRE_RELEASE => return compare_exchange_acquire_release(place, expected, value)
    case .SEQUENTIALLY_CONSISTENT => return compare_exchange_sequential(place, expected, value)
    end
end

/// Adds to a place; the sum wraps.
/// ```
/// x := 3
/// Atomic.add(&x, 4)                         // => 3
/// x                                         // => 7
/// ```
add :: {T}(place: Pointer{T}, value: T, ordering: Ordering = .SEQUENTIALLY_CONSISTENT) -> T
    where is_integer(T) && size_of(T) <= 8 #inline
    match ordering
    case .RELAXED => return add_relaxed(place, value)
    case .ACQUIRE => return add_acquire(place, value)
    case .RELEASE => return add_release(place, value)
    case .ACQUIRE_RELEASE => return add_acquire_release(place, value)
    case .SEQUENTIALLY_CONSISTENT => return add_sequential(place, value)
    end
end

/// Subtracts from a place; the difference wraps.
/// ```
/// x := 3
/// Atomic.sub(&x, 1)
/// x                                         // => 2
/// ```
sub :: {T}(place: Pointer{T}, value: T, ordering: Ordering = .SEQUENTIALLY_CONSISTENT) -> T
    where is_integer(T) && size_of(T) <= 8 #inline
    match ordering
    case .RELAXED => return sub_relaxed(place, value)
    case .ACQUIRE => return sub_acquire(place, value)
    case .RELEASE => return sub_release(place, value)
    case .ACQUIRE_RELEASE => return sub_acquire_release(place, value)
    case .SEQUENTIALLY_CONSISTENT => return sub_sequential(place, value)
    end
end

/// Keeps the bits that are set in `value`.
/// ```
/// x := 0b110
/// Atomic.and(&x, 0b011)
/// x                                         // => 2
/// ```
and :: {T}(place: Pointer{T}, value: T, ordering: Ordering = .SEQUENTIALLY_CONSISTENT) -> T
    where is_integer(T) && size_of(T) <= 8 #inline
    match ordering
    case .RELAXED => return and_relaxed(place, value)
    case .ACQUIRE => return and_acquire(place, value)
    case .RELEASE => return and_release(place, value)
    case .ACQUIRE_RELEASE => return and_acquire_release(place, value)
    case .SEQUENTIALLY_CONSISTENT => return and_sequential(place, value)
    end
end

/// Sets the bits of `value`.
/// ```
/// x := 0b100
/// Atomic.or(&x, 0b011)
/// x                                         // => 7
/// ```
or :: {T}(place: Pointer{T}, value: T, ordering: Ordering = .SEQUENTIALLY_CONSISTENT) -> T
    where is_integer(T) && size_of(T) <= 8 #inline
    match ordering
    case .RELAXED => return or_relaxed(place, value)
    case .ACQUIRE => return or_acquire(place, value)
    case .RELEASE => return or_release(place, value)
    case .ACQUIRE_RELEASE => return or_acquire_release(place, value)
    case .SEQUENTIALLY_CONSISTENT => return or_sequential(place, value)
    end
end

/// Flips the bits of `value`.
/// ```
/// x := 0b110
/// Atomic.xor(&x, 0b011)
/// x                                         // => 5
/// ```
xor :: {T}(place: Pointer{T}, value: T, ordering: Ordering = .SEQUENTIALLY_CONSISTENT) -> T
    where is_integer(T) && size_of(T) <= 8 #inline
    match ordering
    case .RELAXED => return xor_relaxed(place, value)
    case .ACQUIRE => return xor_acquire(place, value)
    case .RELEASE => return xor_release(place, value)
    case .ACQUIRE_RELEASE => return xor_acquire_release(place, value)
    case .SEQUENTIALLY_CONSISTENT => return xor_sequential(place, value)
    end
end

/// Leaves the smaller of what is there and `value`.
/// ```
/// x := 3
/// Atomic.min(&x, 1)
/// x                                         // => 1
/// ```
min :: {T}(place: Pointer{T}, value: T, ordering: Ordering = .SEQUENTIALLY_CONSISTENT) -> T
    where is_integer(T) && size_of(T) <= 8 #inline
    match ordering
    case .RELAXED => return min_relaxed(place, value)
    case .ACQUIRE => return min_acquire(place, value)
    case .RELEASE => return min_release(place, value)
    case .ACQUIRE_RELEASE => return min_acquire_release(place, value)
    case .SEQUENTIALLY_CONSISTENT => return min_sequential(place, value)
    end
end

/// Leaves the larger of what is there and `value`.
/// ```
/// x := 3
/// Atomic.max(&x, 9)
/// x                                         // => 9
/// ```
max :: {T}(place: Pointer{T}, value: T, ordering: Ordering = .SEQUENTIALLY_CONSISTENT) -> T
    where is_integer(T) && size_of(T) <= 8 #inline
    match ordering
    case .RELAXED => return max_relaxed(place, value)
    case .ACQUIRE => return max_acquire(place, value)
    case .RELEASE => return max_release(place, value)
    case .ACQUIRE_RELEASE => return max_acquire_release(place, value)
    case .SEQUENTIALLY_CONSISTENT => return max_sequential(place, value)
    end
end

/// Orders what this thread does before and after, without a place.
/// ```
/// Atomic.fence(.ACQUIRE)
/// ```
fence :: (ordering: Ordering = .SEQUENTIALLY_CONSISTENT) #inline
    match ordering
    case .RELAXED => return
    case .ACQUIRE => fence_acquire()
    case .RELEASE => fence_release()
    case .ACQUIRE_RELEASE => fence_acquire_release()
    case .SEQUENTIALLY_CONSISTENT => fence_sequential()
    end
end

load_relaxed :: {T}(place: Pointer{T}) -> T #intrinsic "atomic_load.relaxed" #private
load_acquire :: {T}(place: Pointer{T}) -> T #intrinsic "atomic_load.acquire" #private
load_sequential :: {T}(place: Pointer{T}) -> T #intrinsic "atomic_load.sequentially_consistent" #private

store_relaxed :: {T}(place: Pointer{T}, value: T) #intrinsic "atomic_store.relaxed" #private
store_release :: {T}(place: Pointer{T}, value: T) #intrinsic "atomic_store.release" #private
store_sequential :: {T}(place: Pointer{T}, value: T) #intrinsic "atomic_store.sequentially_consistent" #private

exchange_relaxed :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_exchange.relaxed" #private
exchange_acquire :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_exchange.acquire" #private
exchange_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_exchange.release" #private
exchange_acquire_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_exchange.acquire_release" #private
exchange_sequential :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_exchange.sequentially_consistent" #private

compare_exchange_relaxed :: {T}(p: Pointer{T}, old: T, new: T) -> (T, Bool) #intrinsic "atomic_compare_exchange.relaxed" #private
compare_exchange_acquire :: {T}(p: Pointer{T}, old: T, new: T) -> (T, Bool) #intrinsic "atomic_compare_exchange.acquire" #private
compare_exchange_release :: {T}(p: Pointer{T}, old: T, new: T) -> (T, Bool) #intrinsic "atomic_compare_exchange.release" #private
compare_exchange_acquire_release :: {T}(p: Pointer{T}, old: T, new: T) -> (T, Bool) #intrinsic "atomic_compare_exchange.acquire_release" #private
compare_exchange_sequential :: {T}(p: Pointer{T}, old: T, new: T) -> (T, Bool) #intrinsic "atomic_compare_exchange.sequentially_consistent" #private

add_relaxed :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_add.relaxed" #private
add_acquire :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_add.acquire" #private
add_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_add.release" #private
add_acquire_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_add.acquire_release" #private
add_sequential :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_add.sequentially_consistent" #private

sub_relaxed :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_sub.relaxed" #private
sub_acquire :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_sub.acquire" #private
sub_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_sub.release" #private
sub_acquire_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_sub.acquire_release" #private
sub_sequential :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_sub.sequentially_consistent" #private

and_relaxed :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_and.relaxed" #private
and_acquire :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_and.acquire" #private
and_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_and.release" #private
and_acquire_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_and.acquire_release" #private
and_sequential :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_and.sequentially_consistent" #private

or_relaxed :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_or.relaxed" #private
or_acquire :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_or.acquire" #private
or_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_or.release" #private
or_acquire_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_or.acquire_release" #private
or_sequential :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_or.sequentially_consistent" #private

xor_relaxed :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_xor.relaxed" #private
xor_acquire :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_xor.acquire" #private
xor_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_xor.release" #private
xor_acquire_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_xor.acquire_release" #private
xor_sequential :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_xor.sequentially_consistent" #private

min_relaxed :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_min.relaxed" #private
min_acquire :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_min.acquire" #private
min_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_min.release" #private
min_acquire_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_min.acquire_release" #private
min_sequential :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_min.sequentially_consistent" #private

max_relaxed :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_max.relaxed" #private
max_acquire :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_max.acquire" #private
max_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_max.release" #private
max_acquire_release :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_max.acquire_release" #private
max_sequential :: {T}(place: Pointer{T}, value: T) -> T #intrinsic "atomic_max.sequentially_consistent" #private

fence_acquire :: () #intrinsic "fence.acquire" #private
fence_release :: () #intrinsic "fence.release" #private
fence_acquire_release :: () #intrinsic "fence.acquire_release" #private
fence_sequential :: () #intrinsic "fence.sequentially_consistent" #private
