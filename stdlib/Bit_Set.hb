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

#import "Math" (count_ones, trailing_zeros)

Bit_Set :: struct
    words: Pointer{u64}
    word_count: Int
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// An empty set over the current allocator, with room for the numbers below `capacity`.
bit_set :: (capacity: Int = 0) -> Bit_Set
    s := Bit_Set{allocator = context.allocator, allocator_data = context.allocator_data}
    if capacity > 0
        grow(&s, (capacity + 63) / 64)
    end
    return s
end

/// Puts a number in; says whether it is new.
insert :: (s: Pointer{Bit_Set}, x: Int) -> Bool
    assert(x >= 0, "negative number in a bit set")
    if x / 64 >= s.word_count
        grow(s, max(x / 64 + 1, 2 * s.word_count))
    end
    mask := u64(1) << u64(x % 64)
    is_new := s.words[x / 64] & mask == 0
    s.words[x / 64] |= mask
    return is_new
end

/// Takes a number out; says whether it was there.
remove :: (s: Pointer{Bit_Set}, x: Int) -> Bool
    if !contains(s, x)
        return false
    end
    s.words[x / 64] &= ~(u64(1) << u64(x % 64))
    return true
end

contains :: (s: Pointer{Bit_Set}, x: Int) -> Bool
    return x >= 0 && x / 64 < s.word_count && s.words[x / 64] >> u64(x % 64) & 1 == 1
end

/// How many numbers are in it.
length :: (s: Pointer{Bit_Set}) -> Int
    count: u64 = 0
    for i in 0..<s.word_count
        count += count_ones(s.words[i])
    end
    return Int(count)
end

/// The smallest number in it that is at least `from`, or -1.
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

/// Puts in all that the other has.
unite :: (s: Pointer{Bit_Set}, other: Pointer{Bit_Set})
    if other.word_count > s.word_count
        grow(s, other.word_count)
    end
    for i in 0..<other.word_count
        s.words[i] |= other.words[i]
    end
end

/// Takes out all that the other does not have.
intersect :: (s: Pointer{Bit_Set}, other: Pointer{Bit_Set})
    for i in 0..<s.word_count
        s.words[i] &= ifx i < other.word_count => other.words[i] else => 0 end
    end
end

/// Takes out all that the other has.
subtract :: (s: Pointer{Bit_Set}, other: Pointer{Bit_Set})
    for i in 0..<min(s.word_count, other.word_count)
        s.words[i] &= ~other.words[i]
    end
end

clear :: (s: Pointer{Bit_Set})
    for i in 0..<s.word_count
        s.words[i] = 0
    end
end

/// Frees the memory; the set is empty and can be used again.
destroy :: (s: Pointer{Bit_Set})
    if s.words != null
        s.allocator(.FREE, 0, 8, s.allocator_data, 8 * s.word_count, s.words, 0)
    end
    s.words = null
    s.word_count = 0
end

in :: #operator (x: Int, s: Bit_Set) -> Bool
    copy := s
    return contains(&copy, x)
end

/// A walk through the numbers, smallest first, behind `for`.
Walk :: struct
    set: Pointer{Bit_Set}
    at: Int
end

iterate :: (s: Pointer{Bit_Set}) -> Walk => Walk{s, 0}

next :: (walk: Pointer{Walk}) -> (Int, Bool)
    found := first_from(walk.set, walk.at)
    walk.at = found + 1
    return found, found >= 0
end

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

grow :: (s: Pointer{Bit_Set}, word_count: Int) #private #no-inline
    if s.allocator == null
        s.allocator = context.allocator
        s.allocator_data = context.allocator_data
    end
    mode := ifx s.words == null => AllocatorMode.ALLOCATE else => AllocatorMode.RESIZE end
    fresh := s.allocator(mode, 8 * word_count, 8, s.allocator_data, 8 * s.word_count, s.words, from_here())
    if fresh == null
        panic_text("out of memory")
    end
    s.words = Pointer{u64}(fresh)
    for i in s.word_count..<word_count
        s.words[i] = 0
    end
    s.word_count = word_count
end
