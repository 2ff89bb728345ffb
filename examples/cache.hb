//! A cache that forgets what was used least recently: a hash map and a doubly linked list through its slots. It works for every key that
//! has a `hash`; `for key, value in cache` walks from the newest to the oldest.

hash :: (n: Int) -> u64 => u64(n) * 0x9e37_79b9_7f4a_7c15

hash :: (text: String) -> u64
    h: u64 = 0xcbf2_9ce4_8422_2325
    for i in 0..<text.length
        h = (h ^ text[i]) * 0x100_0000_01b3
    end
    return h
end

NOBODY :: -1

Slot :: struct {K, V}
    key: K
    value: V
    newer, older: Int                    // slots, or NOBODY
    following: Int                       // in the same bucket
end

Cache :: struct {K, V, SIZE: Int}
    slots: Array{Slot{K, V}, SIZE}
    buckets: Array{Int, SIZE * 2}
    count: Int
    newest: Int = NOBODY
    oldest: Int = NOBODY
    hits, misses: Int
end

#assert(size_of(Cache{u8, u8, 4}) < 256, "slots are small")

make_cache :: {K, V, SIZE: Int}() -> Cache{K, V, SIZE}
    cache: Cache{K, V, SIZE}
    for &bucket in cache.buckets
        bucket = NOBODY
    end
    return cache
end

bucket_of :: {K, V, SIZE: Int}(cache: Pointer{Cache{K, V, SIZE}}, key: K) -> Pointer{Int}
    return &cache.buckets[hash(key) % u64(SIZE * 2)]
end

find :: {K, V, SIZE: Int}(cache: Pointer{Cache{K, V, SIZE}}, key: K) -> Maybe{Int}
    at := bucket_of(cache, key)@
    while at != NOBODY
        if cache.slots[at].key == key
            return at
        end
        at = cache.slots[at].following
    end
    return none
end

/// What belongs to the key, which becomes the newest.
get :: {K, V, SIZE: Int}(cache: Pointer{Cache{K, V, SIZE}}, key: K) -> Maybe{V}
    if slot := find(cache, key)
        cache.hits += 1
        unlink(cache, slot)
        link_as_newest(cache, slot)
        return cache.slots[slot].value
    end
    cache.misses += 1
    return none
end

/// `cache[key] = value`
[]= :: #operator {K, V, SIZE: Int}(cache: Pointer{Cache{K, V, SIZE}}, key: K, value: V)
    if slot := find(cache, key)
        cache.slots[slot].value = value
        unlink(cache, slot)
        link_as_newest(cache, slot)
        return
    end
    slot := cache.count
    if cache.count < SIZE
        cache.count += 1
    else
        slot = cache.oldest
        unlink(cache, slot)
        leave_bucket(cache, slot)
    end
    bucket := bucket_of(cache, key)
    cache.slots[slot] = {key = key, value = value, following = bucket@}
    bucket@ = slot
    link_as_newest(cache, slot)
end

unlink :: {K, V, SIZE: Int}(cache: Pointer{Cache{K, V, SIZE}}, slot: Int)
    gone := cache.slots[slot]
    if gone.newer == NOBODY
        cache.newest = gone.older
    else
        cache.slots[gone.newer].older = gone.older
    end
    if gone.older == NOBODY
        cache.oldest = gone.newer
    else
        cache.slots[gone.older].newer = gone.newer
    end
end

link_as_newest :: {K, V, SIZE: Int}(cache: Pointer{Cache{K, V, SIZE}}, slot: Int)
    cache.slots[slot].newer = NOBODY
    cache.slots[slot].older = cache.newest
    if cache.newest == NOBODY
        cache.oldest = slot
    else
        cache.slots[cache.newest].newer = slot
    end
    cache.newest = slot
end

leave_bucket :: {K, V, SIZE: Int}(cache: Pointer{Cache{K, V, SIZE}}, slot: Int)
    at := bucket_of(cache, cache.slots[slot].key)
    while at@ != slot
        at = &cache.slots[at@].following
    end
    at@ = cache.slots[slot].following
end

// ---- for key, value in cache

Walk :: struct {K, V, SIZE: Int}
    cache: Pointer{Cache{K, V, SIZE}}
    at: Int
end

iterate :: {K, V, SIZE: Int}(cache: Pointer{Cache{K, V, SIZE}}) -> Walk{K, V, SIZE} => {cache, cache.newest}

next :: {K, V, SIZE: Int}(walk: Pointer{Walk{K, V, SIZE}}) -> (K, V, Bool)
    if walk.at == NOBODY
        key: K
        value: V
        return key, value, false
    end
    slot := &walk.cache.slots[walk.at]
    walk.at = slot.older
    return slot.key, slot.value, true
end

// ---- Something slow that is worth a cache

collatz :: (n: Int) -> Int
    steps, x := 0, n
    while x != 1
        x = ifx x % 2 == 0 => x / 2 else => 3 * x + 1 end
        steps += 1
    end
    return steps
end

cached_collatz :: (cache: Pointer{Cache{Int, Int, 4}}, n: Int) -> Int
    return cache.get(n) or_else block
        steps := collatz(n)
        cache@[n] = steps
        => steps
    end
end

main :: () -> Int
    cache := make_cache{Int, Int, 4}()
    sum := 0
    for n in Array{Int, _}{27, 97, 27, 871, 27, 6171, 97, 77031, 871, 27}
        sum += cached_collatz(&cache, n)
    end
    print("sum {}, {} hits, {} misses\n", sum, cache.hits, cache.misses)
    for key, value in &cache
        print("{} -> {}\n", key, value)
    end

    ages := make_cache{String, Int, 3}()
    ages["Ada"] = 36
    ages["Alan"] = 41
    ages["Grace"] = 85
    print("Ada was {}\n", ages.get("Ada") or_else 0)
    ages["Kurt"] = 71                                        // Alan goes
    for name in Array{String, _}{"Ada", "Alan", "Grace", "Kurt"}
        if age := ages.get(name)
            print("{} {}, ", name, age)
        else
            print("{} is forgotten, ", name)
        end
    end
    print("{} hits\n", ages.hits)
    return 0
end
