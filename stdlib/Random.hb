//! Random numbers: a fast generator with a seed, for games, tests and simulations, and the system's own for secrets.
//!
//! ```
//! r := Random.random(42)                // the same numbers in every run
//! die := r.between(1, 6)
//! die >= 1 && die <= 6                  // => true
//! cards := Array{Int, 4}{1, 2, 3, 4}
//! r.shuffle(cards[..])
//! token: Array{u8, 16}
//! Random.fill_secret(token[..])
//! ```
//!
//! The generator is xoshiro256**, seeded by splitmix64.

Math :: #import "Math"

/// A generator. One that nobody has seeded gives what `random(0)` gives: of nothing but zeros, xoshiro would make nothing but zeros.
Random :: struct
    state: Array{u64, 4} = {0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f, 0xf88bb8a8724c81ec}
end

/// A generator; the same seed gives the same numbers. Without one it is seeded by the system.
/// ```
/// a, b := Random.random(1), Random.random(1)
/// a.next_u64() == b.next_u64()    // => true
/// ```
random :: (seed: u64) -> Random
    r: Random
    x := seed
    for &word in r.state
        x += 0x9e3779b97f4a7c15
        z := (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb
        word = z ^ (z >> 31)
    end
    return r
end

random :: () -> Random
    seed: u64
    hb_random_fill(&seed, 8)
    return random(seed)
end

/// Any 64 bits.
/// ```
/// r := Random.random(1)
/// r.next_u64() == r.next_u64()    // => false
/// ```
next_u64 :: (r: Pointer{Random}) -> u64
    result := rotated(r.state[1] * 5, 7) * 9
    t := r.state[1] << 17
    r.state[2] ^= r.state[0]
    r.state[3] ^= r.state[1]
    r.state[1] ^= r.state[2]
    r.state[0] ^= r.state[3]
    r.state[2] ^= t
    r.state[3] = rotated(r.state[3], 45)
    return result
end

rotated :: (x: u64, count: u64) -> u64 #private => (x << count) | (x >> (64 - count))

/// A number from 0 to before `limit`, each as likely as any other.
/// ```
/// r := Random.random(1)
/// r.below(10) < 10                // => true
/// ```
below :: (r: Pointer{Random}, limit: Int, location: Pointer{Source_Location} = #caller-location) -> Int
    assert(limit > 0, "no number is below that", location@)
    n := u64(limit)
    product := u128(next_u64(r)) * u128(n)
    if u64(product) < n
        // what would be likelier than the others is thrown again
        threshold := (0 - n) % n
        while u64(product) < threshold
            product = u128(next_u64(r)) * u128(n)
        end
    end
    return Int(product >> 64)
end

/// A number from `low` to `high`, both included.
/// ```
/// r := Random.random(1)
/// die := r.between(1, 6)
/// die >= 1 && die <= 6            // => true
/// ```
between :: (r: Pointer{Random}, low: Int, high: Int, location: Pointer{Source_Location} = #caller-location) -> Int
    assert(low <= high, "no number is between these", location@)
    span := u64(high) - u64(low)
    if span >= 0x7fff_ffff_ffff_ffff
        while true
            x := Int(next_u64(r))
            if x >= low && x <= high
                return x
            end
        end
    end
    return low + below(r, Int(span) + 1)
end

/// A float from 0 to before 1, a multiple of 2⁻⁵³.
/// ```
/// r := Random.random(1)
/// x := r.unit()
/// x >= 0.0 && x < 1.0             // => true
/// ```
unit :: (r: Pointer{Random}) -> f64 => f64(next_u64(r) >> 11) * (1.0 / 9007199254740992.0)

/// True with this probability.
/// ```
/// r := Random.random(1)
/// r.chance(0.0)                   // => false
/// r.chance(1.0)                   // => true
/// ```
chance :: (r: Pointer{Random}, probability: f64) -> Bool => unit(r) < probability

/// A number of the normal distribution (the polar method of Marsaglia).
/// ```
/// r := Random.random(1)
/// sum := 0.0
/// for _ in 0..<10_000
///     sum += r.normal(mean = 100.0, deviation = 15.0)
/// end
/// sum > 990_000.0 && sum < 1_010_000.0      // => true
/// ```
normal :: (r: Pointer{Random}, mean: f64 = 0.0, deviation: f64 = 1.0) -> f64
    while true
        x, y := 2.0 * unit(r) - 1.0, 2.0 * unit(r) - 1.0
        square := x * x + y * y
        if square > 0.0 && square < 1.0
            return mean + deviation * x * Math.sqrt(-2.0 * Math.log(square) / square)
        end
    end
end

/// A number of the exponential distribution: how long it is to the next of events of which there are `rate` on average.
/// ```
/// r := Random.random(1)
/// sum := 0.0
/// for _ in 0..<10_000
///     sum += r.exponential(rate = 4.0)
/// end
/// sum > 2_300.0 && sum < 2_700.0            // => true
/// ```
exponential :: (r: Pointer{Random}, rate: f64 = 1.0) -> f64 => -Math.log(1.0 - unit(r)) / rate

/// Brings the elements into any order.
/// ```
/// r := Random.random(1)
/// cards := Array{Int, 4}{1, 2, 3, 4}
/// r.shuffle(cards[..])
/// cards[0] + cards[1] + cards[2] + cards[3] // => 10
/// ```
shuffle :: {T}(r: Pointer{Random}, items: Slice{T})
    left := items.length
    while left > 1
        i := below(r, left)
        left -= 1
        items[i], items[left] = items[left], items[i]
    end
end

/// One of the elements, of which there is at least one.
/// ```
/// r := Random.random(1)
/// names: Slice{String} = {"Ada", "Bob"}
/// r.pick(names).length            // => 3
/// ```
pick :: {T}(r: Pointer{Random}, items: Slice{T}, location: Pointer{Source_Location} = #caller-location) -> T
    assert(items.length > 0, "nothing to pick from", location@)
    return items[below(r, items.length)]
end

/// Random bytes that nobody can guess; panics if the system has none.
/// ```
/// token: Array{u8, 16}
/// Random.fill_secret(token[..])
/// ```
fill_secret :: (bytes: Slice{u8})
    if hb_random_fill(bytes.data, bytes.length) != bytes.length
        panic_text("the system has no random bytes")
    end
end

/// A number that is the same throughout a process and differs from one to the next.
/// ```
/// Random.process_seed() == Random.process_seed()    // => true
/// ```
process_seed :: () -> u64
    if seed_of_process == 0
        hb_random_fill(&seed_of_process, 8)
        seed_of_process |= 1
    end
    return seed_of_process
end

seed_of_process: u64 #private

hb_random_fill :: (data: Pointer{Void}, length: Int) -> Int #foreign #private
