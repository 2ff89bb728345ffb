//! Tables whose keys are known when the program is compiled: a look-up computes one hash and reads two places.
//!
//! ```
//! COLOURS :: #run Perfect_Hash.build{String, u32}({{"red", 0xff0000}, {"green", 0x00ff00}, {"blue", 0x0000ff}})
//!
//! if colour := COLOURS.get("green")
//!     print("{:06x}\n", colour)         // => 00ff00
//! end
//! ```
//!
//! The hash of a key says in which bucket it lies, the bucket's displacement at which place. `build` finds displacements with which no
//! two keys meet, the fullest buckets first (hash and displace: Belazzougui, Botelho, Dietzfelbinger 2009). It runs at compile time and
//! at run time; a table comes from the current allocator. A key is anything with `==` and `hash`; two equal keys are a panic.

#import "Hash"

Perfect_Hash :: struct {K, V}
    displacements: Slice{u32}
    entries: Slice{Pair{K, V}}          // a place each; places that no key has hold the first pair again
    seed: u64
    length: Int
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// A key with its value.
Pair :: struct {K, V}
    key: K
    value: V
end

/// Displacements that are tried for a bucket before all begins again with another seed.
TRIES :: 1 << 16 #private

/// Where the keys of each bucket are, while a table is built.
Plan :: struct #private
    hashes: Slice{u64}                  // of each key
    starts: Slice{Int}                  // where a bucket begins in `order`; one more than there are buckets
    order: Slice{Int}                   // keys, bucket by bucket
    taken: Slice{Bool}                  // places
end

/// A table of these pairs.
/// ```
/// sizes := Perfect_Hash.build{String, Int}({{"small", 1}, {"large", 9}})
/// defer sizes.destroy()
/// sizes.get("large")                        // => some(9)
/// ```
build :: {K, V}(pairs: Slice{Pair{K, V}}, location: Pointer{Source_Location} = #caller-location) -> Perfect_Hash{K, V}
    table: Perfect_Hash{K, V}
    if pairs.length == 0
        return table
    end
    table.length = pairs.length
    table.allocator = context.allocator
    table.allocator_data = context.allocator_data
    table.entries = make_slice{Pair{K, V}}(power_of_two(pairs.length + pairs.length / 4), location = location)
    table.displacements = make_slice{u32}(power_of_two(pairs.length / 2 + 1), location = location)
    plan := Plan{make_slice{u64}(pairs.length, location = location), make_slice{Int}(table.displacements.length + 1, location = location), make_slice{Int}(pairs.length, location = location),
                 make_slice{Bool}(table.entries.length, location = location)}
    defer block
        delete(plan.hashes)
        delete(plan.starts)
        delete(plan.order)
        delete(plan.taken)
    end
    while !place_all(&table, pairs, &plan)
        table.seed += 1
    end
    for &entry, place in table.entries
        if !plan.taken[place]
            entry = pairs[0]
        end
    end
    return table
end

/// The value of a key, or `none`.
/// ```
/// SIZES :: #run Perfect_Hash.build{String, Int}({{"small", 1}, {"large", 9}})
///
/// SIZES.get("small")                        // => some(1)
/// SIZES.get("huge")                         // => none
/// ```
get :: {K, V}(table: Perfect_Hash{K, V}, key: K) -> Maybe{V}
    if table.length == 0
        return none
    end
    h := hash(key, table.seed)
    displacement := table.displacements[bucket_of(h, table.displacements.length)]
    place := place_of(h, displacement, table.entries.length)
    if table.entries[place].key == key
        return some(table.entries[place].value)
    end
    return none
end

/// Whether a key is there.
/// ```
/// sizes := Perfect_Hash.build{String, Int}({{"small", 1}, {"large", 9}})
/// sizes.contains("huge")                    // => false
/// ```
contains :: {K, V}(table: Perfect_Hash{K, V}, key: K) -> Bool
    return get(table, key) != none
end

/// Frees a table that was built at run time.
/// ```
/// sizes := Perfect_Hash.build{String, Int}({{"small", 1}, {"large", 9}})
/// defer sizes.destroy()
/// ```
destroy :: {K, V}(table: Pointer{Perfect_Hash{K, V}})
    if table.allocator != null
        with context{allocator = table.allocator, allocator_data = table.allocator_data}
            delete(table.displacements)
            delete(table.entries)
        end
    end
    table@ = Perfect_Hash{K, V}{}
end

bucket_of :: (h: u64, buckets: Int) -> Int #private #inline => Int(h >> 40) & (buckets - 1)

place_of :: (h: u64, displacement: u32, places: Int) -> Int #private #inline
    mixed := (h ^ u64(displacement) * 0x9e37_79b9_7f4a_7c15) * 0xd6e8_feb8_6659_fd93
    return Int(mixed >> 32) & (places - 1)
end

power_of_two :: (least: Int) -> Int #private
    n := 1
    while n < least
        n *= 2
    end
    return n
end

/// Places all keys with the table's seed; false when a bucket finds no displacement.
place_all :: {K, V}(table: Pointer{Perfect_Hash{K, V}}, pairs: Slice{Pair{K, V}}, plan: Pointer{Plan}) -> Bool #private
    for pair, i in pairs
        plan.hashes[i] = hash(pair.key, table.seed)
    end
    size := sort_into_buckets(plan, table.displacements.length)
    refuse_equal_keys(pairs, plan)
    for &place in plan.taken
        place = false
    end
    while size > 0
        for bucket in 0..<table.displacements.length
            if plan.starts[bucket + 1] - plan.starts[bucket] == size && !place_bucket(table, pairs, plan, bucket)
                return false
            end
        end
        size -= 1
    end
    return true
end

/// Fills `starts` and `order`; gives the number of keys in the fullest bucket.
sort_into_buckets :: (plan: Pointer{Plan}, buckets: Int) -> Int #private
    for &start in plan.starts
        start = 0
    end
    for h in plan.hashes
        plan.starts[bucket_of(h, buckets)] += 1
    end
    largest, sum := 0, 0
    for &start in plan.starts
        if start > largest
            largest = start
        end
        sum += start
        start = sum
    end
    // each start is now its bucket's end, and moves to its beginning as the bucket fills from behind
    for h, i in plan.hashes
        bucket := bucket_of(h, buckets)
        plan.starts[bucket] -= 1
        plan.order[plan.starts[bucket]] = i
    end
    return largest
end

refuse_equal_keys :: {K, V}(pairs: Slice{Pair{K, V}}, plan: Pointer{Plan}) #private
    for bucket in 0..<plan.starts.length - 1
        members := plan.order[plan.starts[bucket]..<plan.starts[bucket + 1]]
        for a, i in members
            for b in members[i + 1..]
                if pairs[a].key == pairs[b].key
                    panic("two pairs have the key {}", pairs[a].key)
                end
            end
        end
    end
end

/// Finds a displacement with which the keys of a bucket take free places.
place_bucket :: {K, V}(table: Pointer{Perfect_Hash{K, V}}, pairs: Slice{Pair{K, V}}, plan: Pointer{Plan}, bucket: Int) -> Bool #private
    members := plan.order[plan.starts[bucket]..<plan.starts[bucket + 1]]
    for displacement in 0..<TRIES
        if take_places(members, plan, u32(displacement), table.entries.length)
            table.displacements[bucket] = u32(displacement)
            for i in members
                table.entries[place_of(plan.hashes[i], u32(displacement), table.entries.length)] = pairs[i]
            end
            return true
        end
    end
    return false
end

/// Takes the places of these keys, or none of them.
take_places :: (members: Slice{Int}, plan: Pointer{Plan}, displacement: u32, places: Int) -> Bool #private
    for key, n in members
        place := place_of(plan.hashes[key], displacement, places)
        if plan.taken[place]
            for earlier in members[..<n]
                plan.taken[place_of(plan.hashes[earlier], displacement, places)] = false
            end
            return false
        end
        plan.taken[place] = true
    end
    return true
end
