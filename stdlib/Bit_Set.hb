//! A set of small numbers, a bit each: it grows with the greatest one.
//!
//! ```
//! primes := Bit_Set.bit_set()
//! defer primes.destroy()
//! primes.insert(2)
//! primes.insert(67)
//! for p in primes
//!     print("{}\n", p)
//! end
//! // => 2
//! // => 67
//! ```

#import "Hash"
#import "Math" (count_ones, trailing_zeros)

Bit_Set :: struct
    words: Pointer{u64}
    word_count: Int
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// An empty set over the current allocator, with room for the numbers below `capacity`.
/// ```
/// numbers := Bit_Set.bit_set(capacity = 1000)
/// numbers.insert(7)               // => true
/// ```
bit_set :: (capacity: Int = 0, location: Pointer{Source_Location} = #caller-location) -> Bit_Set
    s := Bit_Set{allocator = context.allocator, allocator_data = context.allocator_data}
    if capacity > 0
        grow(&s, (capacity - 1) / 64 + 1, location = location)
    end
    return s
end

/// Puts a number in; says whether it is new.
/// ```
/// numbers := Bit_Set.bit_set()
/// numbers.insert(7)               // => true
/// numbers.insert(7)               // => false
/// numbers.insert(-1)              // panic: negative number
/// ```
insert :: (s: Pointer{Bit_Set}, x: Int, location: Pointer{Source_Location} = #caller-location) -> Bool
    assert(x >= 0, "negative number in a bit set", location@)
    if x / 64 >= s.word_count
        grow(s, max(x / 64 + 1, 2 * s.word_count), location = location)
    end
    mask := u64(1) << u64(x % 64)
    is_new := s.words[x / 64] & mask == 0
    s.words[x / 64] |= mask
    return is_new
end

/// Takes a number out; says whether it was there.
/// ```
/// numbers := Bit_Set.bit_set()
/// numbers.insert(7)
/// numbers.remove(7)               // => true
/// numbers.remove(7)               // => false
/// ```
remove :: (s: Pointer{Bit_Set}, x: Int) -> Bool
    if !contains(s, x)
        return false
    end
    s.words[x / 64] &= ~(u64(1) << u64(x % 64))
    return true
end

/// Whether a number is in it.
/// ```
/// numbers := Bit_Set.bit_set()
/// numbers.insert(7)
/// numbers.contains(7)             // => true
/// numbers.contains(1_000_000)     // => false
/// ```
contains :: (s: Pointer{Bit_Set}, x: Int) -> Bool
    return x >= 0 && x / 64 < s.word_count && s.words[x / 64] >> u64(x % 64) & 1 == 1
end

/// How many numbers are in it.
/// ```
/// numbers := Bit_Set.bit_set()
/// numbers.insert(7)
/// numbers.insert(70)
/// numbers.length()                // => 2
/// ```
length :: (s: Pointer{Bit_Set}) -> Int
    count: u64 = 0
    for i in 0..<s.word_count
        count += count_ones(s.words[i])
    end
    return Int(count)
end

/// The smallest number in it that is at least `from`, or -1.
/// ```
/// numbers := Bit_Set.bit_set()
/// numbers.insert(7)
/// numbers.insert(70)
/// numbers.first_from(8)           // => 70
/// numbers.first_from(71)          // => -1
/// ```
first_from :: (s: Pointer{Bit_Set}, from: Int) -> Int
    at := max(from, 0)
    while at / 64 < s.word_count
        rest := s.words[at / 64] >> u64(at % 64)
        if rest != 0
            return at + Int(trailing_zeros(rest))
        end
        at = (at / 64 + 1) * 64
    end
    return -1
end

/// A set with the same numbers over the current allocator.
/// ```
/// numbers := Bit_Set.bit_set()
/// numbers.insert(7)
/// more := numbers.copy()
/// more.insert(8)
/// numbers                         // => {7}
/// ```
copy :: (s: Pointer{Bit_Set}, location: Pointer{Source_Location} = #caller-location) -> Bit_Set
    result := bit_set(64 * s.word_count, location = location)
    unite(&result, s, location = location)
    return result
end

/// Puts in all that the other has.
/// ```
/// odd, small := Bit_Set.bit_set(), Bit_Set.bit_set()
/// odd.insert(1)
/// odd.insert(3)
/// small.insert(2)
/// odd.unite(&small)
/// odd                             // => {1, 2, 3}
/// ```
unite :: (s: Pointer{Bit_Set}, other: Pointer{Bit_Set}, location: Pointer{Source_Location} = #caller-location)
    if other.word_count > s.word_count
        grow(s, other.word_count, location = location)
    end
    for i in 0..<other.word_count
        s.words[i] |= other.words[i]
    end
end

/// Takes out all that the other does not have.
/// ```
/// odd, small := Bit_Set.bit_set(), Bit_Set.bit_set()
/// odd.insert(1)
/// odd.insert(3)
/// small.insert(1)
/// odd.intersect(&small)
/// odd                             // => {1}
/// ```
intersect :: (s: Pointer{Bit_Set}, other: Pointer{Bit_Set})
    for i in 0..<s.word_count
        s.words[i] &= ifx i < other.word_count => other.words[i] else => 0 end
    end
end

/// Takes out all that the other has.
/// ```
/// odd, small := Bit_Set.bit_set(), Bit_Set.bit_set()
/// odd.insert(1)
/// odd.insert(3)
/// small.insert(1)
/// odd.subtract(&small)
/// odd                             // => {3}
/// ```
subtract :: (s: Pointer{Bit_Set}, other: Pointer{Bit_Set})
    for i in 0..<min(s.word_count, other.word_count)
        s.words[i] &= ~other.words[i]
    end
end

/// Takes a number out that is there, and puts one in that is not.
/// ```
/// numbers := Bit_Set.bit_set()
/// numbers.toggle(7)
/// numbers.toggle(8)
/// numbers.toggle(7)
/// numbers                         // => {8}
/// ```
toggle :: (s: Pointer{Bit_Set}, x: Int, location: Pointer{Source_Location} = #caller-location)
    if !insert(s, x, location = location)
        remove(s, x)
    end
end

/// Whether the other has all that this one has.
/// ```
/// odd, small := Bit_Set.bit_set(), Bit_Set.bit_set()
/// odd.insert(1)
/// odd.insert(300)
/// small.insert(1)
/// small.is_subset(&odd)           // => true
/// odd.is_subset(&small)           // => false
/// ```
is_subset :: (s: Pointer{Bit_Set}, other: Pointer{Bit_Set}) -> Bool
    for i in 0..<s.word_count
        if s.words[i] & ~ifx i < other.word_count => other.words[i] else => u64(0) end != 0
            return false
        end
    end
    return true
end

/// Whether both have the same numbers.
/// ```
/// a, b := Bit_Set.bit_set(), Bit_Set.bit_set(capacity = 1000)
/// a.insert(1)
/// b.insert(1)
/// Bit_Set.equal(&a, &b)           // => true
/// ```
equal :: (a: Pointer{Bit_Set}, b: Pointer{Bit_Set}) -> Bool => is_subset(a, b) && is_subset(b, a)

/// Takes all numbers out and keeps the memory.
/// ```
/// numbers := Bit_Set.bit_set()
/// numbers.insert(7)
/// numbers.clear()
/// numbers.length()                // => 0
/// ```
clear :: (s: Pointer{Bit_Set})
    for i in 0..<s.word_count
        s.words[i] = 0
    end
end

/// Frees the memory; the set is empty and can be used again.
/// ```
/// numbers := Bit_Set.bit_set()
/// defer numbers.destroy()
/// ```
destroy :: (s: Pointer{Bit_Set})
    if s.words != null
        s.allocator(.FREE, 0, 8, s.allocator_data, 8 * s.word_count, s.words, 0)
    end
    s.words = null
    s.word_count = 0
end

/// Whether a number is in it.
/// ```
/// numbers := Bit_Set.bit_set()
/// numbers.insert(7)
/// 7 in numbers                    // => true
/// ```
in :: #operator (x: Int, s: Bit_Set) -> Bool
    copy := s
    return contains(&copy, x)
end

/// Whether both have the same numbers.
/// ```
/// a, b := Bit_Set.bit_set(), Bit_Set.bit_set(capacity = 1000)
/// a.insert(1)
/// b.insert(1)
/// a == b                          // => true
/// ```
== :: #operator (a: Bit_Set, b: Bit_Set) -> Bool => equal(&a, &b)

/// The same for sets that are equal, so that they can be keys.
/// ```
/// a, b := Bit_Set.bit_set(), Bit_Set.bit_set(capacity = 1000)
/// a.insert(1)
/// b.insert(1)
/// Bit_Set.hash(a, 7) == Bit_Set.hash(b, 7)                // => true
/// ```
hash :: (s: Bit_Set, seed: u64) -> u64
    // words behind the last number say nothing
    used := s.word_count
    while used > 0 && s.words[used - 1] == 0
        used -= 1
    end
    result := hash(used, seed)
    for i in 0..<used
        result = hash(s.words[i], result)
    end
    return result
end

/// A walk through the numbers, smallest first, behind `for`.
Walk :: struct
    set: Pointer{Bit_Set}
    at: Int
end

/// What `for x in set` goes over.
/// ```
/// numbers := Bit_Set.bit_set()
/// numbers.insert(70)
/// numbers.insert(7)
/// for x in numbers
///     print("{}\n", x)
/// end
/// // => 7
/// // => 70
/// ```
iterate :: (s: Pointer{Bit_Set}) -> Walk => Walk{s, 0}

/// The next number of a walk; the last value says whether there is one.
/// ```
/// numbers := Bit_Set.bit_set()
/// numbers.insert(70)
/// walk := numbers.iterate()
/// while x := walk.next()
///     print("{}\n", x)            // => 70
/// end
/// ```
next :: (walk: Pointer{Walk}) -> (Int, Bool)
    found := first_from(walk.set, walk.at)
    walk.at = found + 1
    return found, found >= 0
end

/// How `print` shows a set.
/// ```
/// numbers := Bit_Set.bit_set()
/// numbers.insert(7)
/// print("{}\n", numbers)          // => {7}
/// ```
format :: (out: Pointer{Writer}, s: Pointer{Bit_Set}, _spec: Format_Spec)
    write(out, "{")
    is_first := true
    for x in s@
        if !is_first
            write(out, ", ")
        end
        is_first = false
        put(out, x)
    end
    write(out, "}")
end

grow :: (s: Pointer{Bit_Set}, word_count: Int, location: Pointer{Source_Location} = #caller-location) #private #no-inline
    if s.allocator == null
        s.allocator = context.allocator
        s.allocator_data = context.allocator_data
    end
    mode := ifx s.words == null => AllocatorMode.ALLOCATE else => AllocatorMode.RESIZE end
    fresh := s.allocator(mode, 8 * word_count, 8, s.allocator_data, 8 * s.word_count, s.words, bit_cast{Int}(location))
    if fresh == null
        out_of_memory(8 * word_count, "a bit set", location = location)
    end
    s.words = Pointer{u64}(fresh)
    for i in s.word_count..<word_count
        s.words[i] = 0
    end
    s.word_count = word_count
end
