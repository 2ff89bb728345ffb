//! Tables from keys to values that keep the order of insertion, and find an entry by its position as well as by its key.
//!
//! ```
//! m := Ordered_Map.ordered_map{String, Int}()
//! defer m.destroy()
//! m["one"] = 1
//! m["two"] = 2
//! for key, value in m
//!     print("{} {}\n", key, value)
//! end
//! // => one 1
//! // => two 2
//! m.at(0).key                           // => "one"
//! ```
//!
//! Entries lie in one array, in order; beside it an index of 32-bit positions, searched by linear probing. What bits a position does not need
//! are filled with bits of the key's hash, so that hardly any entry is looked at in vain. So a walk is one through an array, and a
//! map that is filled when the program is compiled is static data. Keys are as in `Map`. Start reading at `find_position`.

#import "Hash"
#import "Random" (process_seed)
#import "Sort" (sort)

Ordered_Map :: struct {K, V}
    entries: Pointer{Entry{K, V}}
    length: Int
    capacity: Int
    slots: Pointer{u32}                 // 0, or a `mark`; a power of two of them, at least twice the capacity
    slot_count: Int
    seed: u64                           // of the hash; chosen when the first entry comes
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// A key with its value and the key's hash.
Entry :: struct {K, V}
    key: K
    value: V
    hash: u64
end

// The seed of maps that the interpreter fills. The order does not depend on it.
FROZEN_SEED: u64 : 0x9e3779b97f4a7c15 #private

LENGTH_MAX :: 0x7fff_ffff #private

/// An empty map over the current allocator.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["b"] = 1
/// m["a"] = 2
/// m                               // => {"b": 1, "a": 2}
/// ```
ordered_map :: {K, V}() -> Ordered_Map{K, V}
    return Ordered_Map{K, V}{allocator = context.allocator, allocator_data = context.allocator_data}
end

/// The value of a key, or `none`.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["a"] = 1
/// m.get("a")                      // => some(1)
/// m.get("b")                      // => none
/// ```
get :: {K, V}(m: Pointer{Ordered_Map{K, V}}, key: K) -> Maybe{V}
    position := find_position(m, key)
    if position < 0
        return none
    end
    return some(m.entries[position].value)
end

/// Where the value of a key is, or null. It lasts until something is inserted or removed.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["a"] = 1
/// m.find("a")@ += 10
/// m["a"]                          // => 11
/// ```
find :: {K, V}(m: Pointer{Ordered_Map{K, V}}, key: K) -> Pointer{V}
    position := find_position(m, key)
    if position < 0
        return null
    end
    return &m.entries[position].value
end

/// The position of a key, or -1.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["b"] = 1
/// m["a"] = 2
/// m.find_position("a")            // => 1
/// m.find_position("c")            // => -1
/// ```
find_position :: {K, V}(m: Pointer{Ordered_Map{K, V}}, key: K) -> Int
    if m.length == 0
        return -1
    end
    h := hash(key, m.seed)
    mask := u32(m.slot_count - 1)
    tag := u32(h >> 32)
    slot := u32(h) & mask
    while true
        // two slots at a time: where the search ends is hard to foretell, which of the two it is needs no branch
        first, second := m.slots[slot], m.slots[(slot + 1) & mask]
        is_first := (first ^ tag) & ~mask == 0
        if found := compare(m, key, ifx is_first => first else => second end, tag, mask)
            return found
        end
        if is_first
            if found := compare(m, key, second, tag, mask)
                return found
            end
        end
        if first == 0 || second == 0
            return -1
        end
        slot = (slot + 2) & mask
    end
end

// The position in a slot's mark, if the key stands there.
compare :: {K, V}(m: Pointer{Ordered_Map{K, V}}, key: K, mark: u32, tag: u32, mask: u32) -> Maybe{Int} #private #inline
    if (mark ^ tag) & ~mask == 0
        position := Int(mark & mask) - 1
        if position >= 0 && m.entries[position].key == key
            return some(position)
        end
    end
    return none
end

/// Whether a key is there.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["a"] = 1
/// m.contains("a")                 // => true
/// ```
contains :: {K, V}(m: Pointer{Ordered_Map{K, V}}, key: K) -> Bool => find_position(m, key) >= 0

/// The entry at a position, to read and to change its value; its key stays.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["b"] = 1
/// m["a"] = 2
/// m.at(1).key                     // => "a"
/// m.at(1).value += 5
/// m["a"]                          // => 7
/// m.at(2)                         // panic: index 2 is out of range for length 2
/// ```
at :: {K, V}(m: Pointer{Ordered_Map{K, V}}, position: Int,
             location: Pointer{Source_Location} = #caller-location) -> Pointer{Entry{K, V}}
    if position < 0 || position >= m.length
        panic_index(position, m.length, location = location)
    end
    return &m.entries[position]
end

/// Gives a key its value, behind all others if it is new; says whether it is.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m.insert("a", 1)                // => true
/// m.insert("a", 2)                // => false
/// ```
insert :: {K, V}(m: Pointer{Ordered_Map{K, V}}, key: K, value: V, location: Pointer{Source_Location} = #caller-location) -> Bool
    position := find_position(m, key)
    if position >= 0
        m.entries[position].value = value
        return false
    end
    add(m, key, value, location = location)
    return true
end

/// Where the value of a key is; a new key gets this value first.
/// ```
/// m := Ordered_Map.ordered_map{Rune, Int}()
/// for rune in "banana"
///     m.entry(rune)@ += 1
/// end
/// m                               // => {'b': 1, 'a': 3, 'n': 2}
/// ```
entry :: {K, V}(m: Pointer{Ordered_Map{K, V}}, key: K, value: V = V{}, location: Pointer{Source_Location} = #caller-location) -> Pointer{V}
    position := find_position(m, key)
    if position < 0
        add(m, key, value, location = location)
        position = m.length - 1
    end
    return &m.entries[position].value
end

/// Takes a key out; those behind it move up. Takes time for each of them: `swap_remove` does not.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["a"] = 1
/// m["b"] = 2
/// m["c"] = 3
/// m.remove("a")                   // => some(1)
/// m                               // => {"b": 2, "c": 3}
/// ```
remove :: {K, V}(m: Pointer{Ordered_Map{K, V}}, key: K) -> Maybe{V}
    position := find_position(m, key)
    if position < 0
        return none
    end
    value := m.entries[position].value
    m.length -= 1
    memory_move(&m.entries[position], &m.entries[position + 1], (m.length - position) * size_of(Entry{K, V}))
    index_all(m)
    return some(value)
end

/// Takes a key out; the last entry takes its place.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["a"] = 1
/// m["b"] = 2
/// m["c"] = 3
/// m.swap_remove("a")              // => some(1)
/// m                               // => {"c": 3, "b": 2}
/// ```
swap_remove :: {K, V}(m: Pointer{Ordered_Map{K, V}}, key: K) -> Maybe{V}
    position := find_position(m, key)
    if position < 0
        return none
    end
    value := m.entries[position].value
    forget(m, slot_of(m, position))
    m.length -= 1
    if position < m.length
        m.slots[slot_of(m, m.length)] = mark(m, m.entries[m.length].hash, position)
        m.entries[position] = m.entries[m.length]
    end
    return some(value)
end

/// Takes the last entry out, or gives `none`.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["a"] = 1
/// m["b"] = 2
/// if last := m.pop()
///     last.key                    // => "b"
/// end
/// m.length                        // => 1
/// ```
pop :: {K, V}(m: Pointer{Ordered_Map{K, V}}) -> Maybe{Entry{K, V}}
    if m.length == 0
        return none
    end
    forget(m, slot_of(m, m.length - 1))
    m.length -= 1
    return some(m.entries[m.length])
end

/// Takes out all entries that do not satisfy the condition; the others keep their order.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["a"] = 1
/// m["b"] = 2
/// m["c"] = 3
/// m.retain((_key: String, value: Int) -> Bool => value != 2)
/// m                               // => {"a": 1, "c": 3}
/// ```
retain :: {K, V}(m: Pointer{Ordered_Map{K, V}}, keep: #closure (key: K, value: V) -> Bool)
    kept := 0
    for i in 0..<m.length
        if keep(m.entries[i].key, m.entries[i].value)
            m.entries[kept] = m.entries[i]
            kept += 1
        end
    end
    m.length = kept
    index_all(m)
end

/// Makes room for so many more entries.
/// ```
/// m := Ordered_Map.ordered_map{Int, Int}()
/// m.reserve(1000)
/// ```
reserve :: {K, V}(m: Pointer{Ordered_Map{K, V}}, additional: Int, location: Pointer{Source_Location} = #caller-location)
    if m.length + additional > m.capacity
        grow(m, m.length + additional, location = location)
    end
end

/// Takes all entries out and keeps the memory.
/// ```
/// m := Ordered_Map.ordered_map{Int, Int}()
/// m[1] = 1
/// m.clear()
/// m.length                        // => 0
/// ```
clear :: {K, V}(m: Pointer{Ordered_Map{K, V}})
    m.length = 0
    for i in 0..<m.slot_count
        m.slots[i] = 0
    end
end

/// Frees the memory; the map is empty and can be used again.
/// ```
/// m := Ordered_Map.ordered_map{Int, Int}()
/// defer m.destroy()
/// ```
destroy :: {K, V}(m: Pointer{Ordered_Map{K, V}})
    free_memory(m)
    m.entries = null
    m.slots = null
    m.length = 0
    m.capacity = 0
    m.slot_count = 0
end

/// A map with the same entries in the same order over the current allocator.
/// ```
/// m := Ordered_Map.ordered_map{Int, Int}()
/// m[1] = 10
/// n := m.copy()
/// n[1] = 11
/// m[1]                            // => 10
/// ```
copy :: {K, V}(m: Pointer{Ordered_Map{K, V}}, location: Pointer{Source_Location} = #caller-location) -> Ordered_Map{K, V}
    result := ordered_map{K, V}()
    reserve(&result, m.length, location = location)
    for key, value in m@
        add(&result, key, value, location = location)
    end
    return result
end

/// Same keys with equal values, in any order.
/// ```
/// m := Ordered_Map.ordered_map{Int, Int}()
/// m[1] = 10
/// m[2] = 20
/// n := Ordered_Map.ordered_map{Int, Int}()
/// n[2] = 20
/// n[1] = 10
/// m.equal(&n)                     // => true
/// ```
equal :: {K, V}(a: Pointer{Ordered_Map{K, V}}, b: Pointer{Ordered_Map{K, V}}) -> Bool
    if a.length != b.length
        return false
    end
    for key, value in a@
        other := find(b, key)
        if other == null || other@ != value
            return false
        end
    end
    return true
end

/// Sorts the entries by their keys.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["b"] = 1
/// m["a"] = 2
/// m.sort_keys()
/// m                               // => {"a": 2, "b": 1}
/// ```
sort_keys :: {K, V}(m: Pointer{Ordered_Map{K, V}}, location: Pointer{Source_Location} = #caller-location) where has_operator(K, "<")
    sort(m.entries[0..<m.length], (a: Entry{K, V}, b: Entry{K, V}) -> Bool => a.key < b.key, location = location)
    index_all(m)
end

/// Sorts the entries: `less(a, b)` says that `a` comes first.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["b"] = 1
/// m["a"] = 2
/// m.sort_entries((a: Ordered_Map.Entry{String, Int}, b: Ordered_Map.Entry{String, Int}) -> Bool => b.value < a.value)
/// m                               // => {"a": 2, "b": 1}
/// ```
sort_entries :: {K, V}(m: Pointer{Ordered_Map{K, V}}, less: #closure (a: Entry{K, V}, b: Entry{K, V}) -> Bool, location: Pointer{Source_Location} = #caller-location)
    sort(m.entries[0..<m.length], less, location = location)
    index_all(m)
end

/// The value of a key, or its type's default value if there is none.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["a"] = 1
/// m["a"]                          // => 1
/// m["b"]                          // => 0
/// ```
[] :: #operator {K, V}(m: Pointer{Ordered_Map{K, V}}, key: K) -> V
    position := find_position(m, key)
    if position < 0
        return V{}
    end
    return m.entries[position].value
end

/// Gives a key its value, behind all others if it is new.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["b"] = 1
/// m["a"] = 2
/// m["b"] += 4
/// m                               // => {"b": 5, "a": 2}
/// ```
[]= :: #operator {K, V}(m: Pointer{Ordered_Map{K, V}}, key: K, value: V, location: Pointer{Source_Location} = #caller-location)
    insert(m, key, value, location = location)
end

/// Whether a key is there.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["a"] = 1
/// "a" in m                        // => true
/// ```
in :: #operator {K, V}(key: K, m: Ordered_Map{K, V}) -> Bool
    copy := m
    return contains(&copy, key)
end

/// The same keys with the same values, in any order.
/// ```
/// a, b := Ordered_Map.ordered_map{Int, Int}(), Ordered_Map.ordered_map{Int, Int}()
/// a[1] = 10
/// a[2] = 20
/// b[2] = 20
/// a == b                                    // => false
/// b[1] = 10
/// a == b                                    // => true
/// ```
== :: #operator {K, V}(a: Ordered_Map{K, V}, b: Ordered_Map{K, V}) -> Bool
    if a.length != b.length
        return false
    end
    other := b
    for i in 0..<a.length
        position := find_position(&other, a.entries[i].key)
        if position < 0 || other.entries[position].value != a.entries[i].value
            return false
        end
    end
    return true
end

/// The same for maps that are equal, in whatever order, so that they can be keys.
/// ```
/// a, b := Ordered_Map.ordered_map{Int, Int}(), Ordered_Map.ordered_map{Int, Int}()
/// a[1] = 10
/// a[2] = 20
/// b[2] = 20
/// b[1] = 10
/// Ordered_Map.hash(a, 7) == Ordered_Map.hash(b, 7)        // => true
/// ```
hash :: {K, V}(m: Ordered_Map{K, V}, seed: u64) -> u64
    result := u64(m.length)
    for i in 0..<m.length
        result += hash(m.entries[i].value, hash(m.entries[i].key, seed))
    end
    return hash(result, seed)
end

/// A walk in order, behind `for`. Meanwhile nothing may be removed.
Walk :: struct {K, V}
    map: Pointer{Ordered_Map{K, V}}
    at: Int
end

/// What `for key, value in map` goes over.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["b"] = 1
/// m["a"] = 2
/// for key, value in m
///     print("{} {}\n", key, value)
/// end
/// // => b 1
/// // => a 2
/// ```
iterate :: {K, V}(m: Pointer{Ordered_Map{K, V}}) -> Walk{K, V} => Walk{K, V}{m, 0}

/// The next entry of a walk; the last value says whether there is one.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["b"] = 1
/// walk := m.iterate()
/// key, value, is_there := walk.next()
/// key                             // => "b"
/// value                           // => 1
/// is_there                        // => true
/// ```
next :: {K, V}(walk: Pointer{Walk{K, V}}) -> (K, V, Bool)
    if walk.at >= walk.map.length
        return K{}, V{}, false
    end
    entry := &walk.map.entries[walk.at]
    walk.at += 1
    return entry.key, entry.value, true
end

Places :: struct {K, V}
    walk: Walk{K, V}
end

/// What `for &entry in map` goes over: the entries where they lie. Their values can be changed; their keys must stay what they are.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["b"] = 1
/// for &entry in m
///     entry.value += 10
/// end
/// m["b"]                          // => 11
/// ```
iterate_places :: {K, V}(m: Pointer{Ordered_Map{K, V}}) -> Places{K, V} => Places{K, V}{iterate(m)}

next :: {K, V}(places: Pointer{Places{K, V}}) -> (Pointer{Entry{K, V}}, Bool)
    walk := &places.walk
    if walk.at >= walk.map.length
        return null, false
    end
    walk.at += 1
    return &walk.map.entries[walk.at - 1], true
end

Backwards :: struct {K, V}
    walk: Walk{K, V}
end

/// What `for key, value in reverse(map)` goes over: the last entry first.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["b"] = 1
/// m["a"] = 2
/// for key, value in reverse(m)
///     print("{} {}\n", key, value)
/// end
/// // => a 2
/// // => b 1
/// ```
iterate_backwards :: {K, V}(m: Pointer{Ordered_Map{K, V}}) -> Backwards{K, V} => Backwards{K, V}{Walk{K, V}{m, m.length}}

next :: {K, V}(backwards: Pointer{Backwards{K, V}}) -> (K, V, Bool)
    walk := &backwards.walk
    walk.at = min(walk.at, walk.map.length) - 1
    if walk.at < 0
        return K{}, V{}, false
    end
    entry := &walk.map.entries[walk.at]
    return entry.key, entry.value, true
end

/// How `print` shows a map.
/// ```
/// m := Ordered_Map.ordered_map{String, Int}()
/// m["b"] = 1
/// print("{}\n", m)                // => {"b": 1}
/// ```
format :: {K, V}(out: Pointer{Writer}, m: Pointer{Ordered_Map{K, V}}, _spec: Format_Spec)
    write(out, "{")
    for i in 0..<m.length
        if i > 0
            write(out, ", ")
        end
        format(out, &m.entries[i].key, Format_Spec{kind = .DEBUG})
        write(out, ": ")
        format(out, &m.entries[i].value, Format_Spec{kind = .DEBUG})
    end
    write(out, "}")
end

// ---- The index ---------------------------------------------------------------------------------------------------------------

add :: {K, V}(m: Pointer{Ordered_Map{K, V}}, key: K, value: V, location: Pointer{Source_Location} = #caller-location) #private
    if m.length == m.capacity
        grow(m, m.length + 1, location = location)
    end
    m.entries[m.length] = Entry{K, V}{key, value, hash(key, m.seed)}
    m.length += 1
    index(m, m.length - 1)
end

// What stands in a slot for an entry: its position plus 1 and, in the bits that no position of an index of this size has, bits of the hash.
mark :: {K, V}(m: Pointer{Ordered_Map{K, V}}, h: u64, position: Int) -> u32 #private #inline
    return u32(h >> 32) & ~u32(m.slot_count - 1) | u32(position + 1)
end

index :: {K, V}(m: Pointer{Ordered_Map{K, V}}, position: Int) #private
    h := m.entries[position].hash
    slot := Int(h & u64(m.slot_count - 1))
    while m.slots[slot] != 0
        slot = (slot + 1) & (m.slot_count - 1)
    end
    m.slots[slot] = mark(m, h, position)
end

index_all :: {K, V}(m: Pointer{Ordered_Map{K, V}}) #private
    for i in 0..<m.slot_count
        m.slots[i] = 0
    end
    for i in 0..<m.length
        index(m, i)
    end
end

// The slot that refers to a position, which is there.
slot_of :: {K, V}(m: Pointer{Ordered_Map{K, V}}, position: Int) -> Int #private
    h := m.entries[position].hash
    slot := Int(h & u64(m.slot_count - 1))
    while m.slots[slot] != mark(m, h, position)
        slot = (slot + 1) & (m.slot_count - 1)
    end
    return slot
end

// Empties a slot; those behind it move up as far as their hashes let them.
forget :: {K, V}(m: Pointer{Ordered_Map{K, V}}, emptied: Int) #private
    mask := m.slot_count - 1
    hole, slot := emptied, emptied
    while true
        slot = (slot + 1) & mask
        if m.slots[slot] == 0
            break
        end
        position := (Int(m.slots[slot]) & mask) - 1
        home := Int(m.entries[position].hash & u64(mask))
        if (slot - home) & mask >= (slot - hole) & mask
            m.slots[hole] = m.slots[slot]
            hole = slot
        end
    end
    m.slots[hole] = 0
end

grow :: {K, V}(m: Pointer{Ordered_Map{K, V}}, needed: Int, location: Pointer{Source_Location} = #caller-location) #private #no-inline
    if m.allocator == null
        m.allocator = context.allocator
        m.allocator_data = context.allocator_data
    end
    capacity := max(max(2 * m.capacity, needed), 4)
    if capacity > LENGTH_MAX
        panic_text("impossible capacity of an ordered map", location@)
    end
    slot_count := 8
    while slot_count < 2 * capacity
        slot_count *= 2
    end
    slots := m.allocator(.ALLOCATE, slot_count * 4, 4, m.allocator_data, 0, null, bit_cast{Int}(location))
    if slots == null
        out_of_memory(slot_count * 4, "an ordered map", location = location)
    end
    mode := ifx m.entries == null => AllocatorMode.ALLOCATE else => AllocatorMode.RESIZE end
    old_size, size := m.capacity * size_of(Entry{K, V}), capacity * size_of(Entry{K, V})
    entries := m.allocator(mode, size, align_of(Entry{K, V}), m.allocator_data, old_size, m.entries, bit_cast{Int}(location))
    if entries == null
        m.allocator(.FREE, 0, 4, m.allocator_data, slot_count * 4, slots, 0)
        out_of_memory(size, "an ordered map", location = location)
    end
    if m.slots != null
        m.allocator(.FREE, 0, 4, m.allocator_data, m.slot_count * 4, m.slots, 0)
    end
    m.entries = Pointer{Entry{K, V}}(entries)
    m.capacity = capacity
    m.slots = Pointer{u32}(slots)
    m.slot_count = slot_count
    if m.seed == 0 || m.seed == FROZEN_SEED
        choose_seed(m)
    end
    index_all(m)
end

// Who chooses keys cannot know the seed, and so cannot make them collide. Maps of the interpreter get another one when they grow at run time.
choose_seed :: {K, V}(m: Pointer{Ordered_Map{K, V}}) #private
    m.seed = ifx hb_rt_is_interpreted() => FROZEN_SEED else => process_seed() end
    for i in 0..<m.length
        m.entries[i].hash = hash(m.entries[i].key, m.seed)
    end
end

hb_rt_is_interpreted :: () -> Bool #foreign #private

free_memory :: {K, V}(m: Pointer{Ordered_Map{K, V}}) #private
    if m.entries != null
        m.allocator(.FREE, 0, align_of(Entry{K, V}), m.allocator_data, m.capacity * size_of(Entry{K, V}), m.entries, 0)
        m.allocator(.FREE, 0, 4, m.allocator_data, m.slot_count * 4, m.slots, 0)
    end
end
