//! Tables from keys to values, over hashbrown's.
//!
//! ```
//! ages := Map.map{String, Int}()
//! defer ages.destroy()
//! ages["Ada"] = 36
//! ages["Ada"] += 1
//! if age := ages.get("Ada")
//!     print("{}\n", age)               // => 37
//! end
//! for name, age in ages
//!     print("{} {}\n", name, age)      // => Ada 37
//! end
//! ```
//!
//! Any type with `==` and `hash` (see `Hash`) is a key. The order is none, and differs from run to run, because the seed of the hash does:
//! who chooses keys cannot make them collide. `map{K, V}(seed = 1)` fixes it. A map keeps the allocator that it was made with, `Map{K, V}{}`
//! that of its first insertion. Pointers to values last until something is inserted or removed.
//!
//! A map that the interpreter fills is a table of Hubbub's own, open addressing in one block, so that it can become static data; compiled code
//! reads it as it is, and makes a real one of it when a key is first inserted or removed, in memory of its allocator; until then the values that `find` and `for &entry` lead to are those of the static data, which a constant's are to be read only. One behind a constant is asked through a variable, `squares := SQUARES`, for a constant has no address. Start reading at `find_entry`.

#import "Hash"
#import "Map/Table"
#import "Map/Walking" #public
#import "Math" (trailing_zeros)
#import "Random" (process_seed)

Map :: struct {K, V}
    table: Array{u64, TABLE_WORDS}      // hashbrown's, if `is_table`
    is_table: Bool
    length: Int
    slots: Pointer{Slot{K, V}}          // the interpreter's, else
    slot_count: Int
    slots_used: Int                     // entries and traces of removed ones
    seed: u64
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// A key with its value.
Entry :: struct {K, V}
    key: K
    value: V
end

Slot :: struct {K, V}
    mark: u64                           // 0: never used, 1: removed, else the hash
    entry: Entry{K, V}
end

TABLE_WORDS :: 5 #private
BLOCK_ALIGNMENT :: 16 #private

// Tables of so many bytes grow where they stand: see `widen`.
WIDENED_FROM :: 262_144 #private

/// An empty map over the current allocator. A seed other than 0 makes its order the same in every run.
/// ```
/// scores := Map.map{String, Int}(seed = 1)
/// scores["Ada"] = 3
/// scores.length                   // => 1
/// ```
map :: {K, V}(seed: u64 = 0) -> Map{K, V}
    return Map{K, V}{seed = seed, allocator = context.allocator, allocator_data = context.allocator_data}
end

/// A map with these entries over the current allocator; of equal keys the last one counts.
/// ```
/// prices := Map.map_of{String, Int}({{"tea", 3}, {"milk", 2}})
/// prices["milk"]                  // => 2
/// ```
map_of :: {K, V}(entries: Slice{Entry{K, V}}, seed: u64 = 0, location: Pointer{Source_Location} = #caller-location) -> Map{K, V}
    result := map{K, V}(seed)
    reserve(&result, entries.length, location = location)
    for entry in entries
        insert(&result, entry.key, entry.value, location = location)
    end
    return result
end

/// The value of a key, or `none`.
/// ```
/// ages := Map.map_of{String, Int}({{"Ada", 36}})
/// ages.get("Ada")                 // => some(36)
/// ages.get("Bob")                 // => none
/// ages.get("Bob") or_else 0       // => 0
/// ```
get :: {K, V}(m: Pointer{Map{K, V}}, key: K) -> Maybe{V}
    entry, is_there := find_entry(m, key, hash(key, m.seed))
    if !is_there
        return none
    end
    return some(entry.value)
end

/// Where the value of a key is, or null.
/// ```
/// ages := Map.map_of{String, Int}({{"Ada", 36}})
/// age := ages.find("Ada")
/// if age != null
///     age@ += 1
/// end
/// ages["Ada"]                     // => 37
/// ```
find :: {K, V}(m: Pointer{Map{K, V}}, key: K) -> Pointer{V}
    entry, is_there := find_entry(m, key, hash(key, m.seed))
    if !is_there
        return null
    end
    return &entry.value
end

/// Whether a key is there.
/// ```
/// ages := Map.map_of{String, Int}({{"Ada", 36}})
/// ages.contains("Ada")            // => true
/// ```
contains :: {K, V}(m: Pointer{Map{K, V}}, key: K) -> Bool
    _, is_there := find_entry(m, key, hash(key, m.seed))
    return is_there
end

/// Gives a key its value; says whether the key is new.
/// ```
/// ages := Map.map{String, Int}()
/// ages.insert("Ada", 36)          // => true
/// ages.insert("Ada", 37)          // => false
/// ages["Ada"]                     // => 37
/// ```
insert :: {K, V}(m: Pointer{Map{K, V}}, key: K, value: V, location: Pointer{Source_Location} = #caller-location) -> Bool
    entry, is_new := find_or_add(m, key, location = location)
    entry.value = value
    return is_new
end

/// Gives all keys of another map the values that they have there.
/// ```
/// prices := Map.map_of{String, Int}({{"tea", 3}, {"milk", 2}})
/// news := Map.map_of{String, Int}({{"tea", 4}})
/// prices.insert_all(&news)
/// prices["tea"]                   // => 4
/// ```
insert_all :: {K, V}(m: Pointer{Map{K, V}}, other: Pointer{Map{K, V}}, location: Pointer{Source_Location} = #caller-location)
    for key, value in other@
        insert(m, key, value, location = location)
    end
end

/// Where the value of a key is; a new key gets this value first.
/// ```
/// counts := Map.map{Rune, Int}()
/// for rune in "banana"
///     counts.entry(rune)@ += 1
/// end
/// counts['a']                     // => 3
/// ```
entry :: {K, V}(m: Pointer{Map{K, V}}, key: K, value: V = V{}, location: Pointer{Source_Location} = #caller-location) -> Pointer{V}
    found, is_new := find_or_add(m, key, location = location)
    if is_new
        found.value = value
    end
    return &found.value
end

/// Takes a key out; gives the value that it had.
/// ```
/// ages := Map.map_of{String, Int}({{"Ada", 36}})
/// ages.remove("Ada")              // => some(36)
/// ages.remove("Ada")              // => none
/// ```
remove :: {K, V}(m: Pointer{Map{K, V}}, key: K, location: Pointer{Source_Location} = #caller-location) -> Maybe{V}
    entry, is_there := find_entry(m, key, hash(key, m.seed))
    if !is_there
        return none
    end
    if !m.is_table
        make_own(m, location)
        entry, _ = find_entry(m, key, hash(key, m.seed))
    end
    value := entry.value
    remove_entry(m, entry, key)
    return some(value)
end

/// Makes room for so many more entries.
/// ```
/// squares := Map.map{Int, Int}()
/// squares.reserve(1000)           // what follows does not grow it
/// for i in 0..<1000
///     squares[i] = i * i
/// end
/// ```
reserve :: {K, V}(m: Pointer{Map{K, V}}, additional: Int, location: Pointer{Source_Location} = #caller-location)
    if hb_rt_is_interpreted()
        return
    end
    if !m.is_table || hb_table_room(&m.table) < additional
        rebuild(m, m.length + additional, location = location)
    end
end

/// Takes all entries out and keeps the memory.
/// ```
/// ages := Map.map_of{String, Int}({{"Ada", 36}})
/// ages.clear()
/// ages.length                     // => 0
/// ```
clear :: {K, V}(m: Pointer{Map{K, V}})
    if m.is_table
        #if size_of(Entry{K, V}) > LARGEST || align_of(Entry{K, V}) > 8
            free_boxes(m)
        #end
        hb_table_clear(&m.table, table_class(size_of(Entry{K, V}), align_of(Entry{K, V})))
        m.length = 0
    else
        free_slots(m)
    end
end

/// Frees the memory; the map is empty and can be used again.
/// ```
/// ages := Map.map{String, Int}()
/// defer ages.destroy()
/// ```
destroy :: {K, V}(m: Pointer{Map{K, V}})
    if m.is_table
        #if size_of(Entry{K, V}) > LARGEST || align_of(Entry{K, V}) > 8
            free_boxes(m)
        #end
        free_table(m, &m.table)
        m.is_table = false
        m.length = 0
    else
        free_slots(m)
    end
end

/// A map with the same entries over the current allocator.
/// ```
/// ages := Map.map_of{String, Int}({{"Ada", 36}})
/// others := ages.copy()
/// others["Ada"] = 40
/// ages["Ada"]                     // => 36
/// ```
copy :: {K, V}(m: Pointer{Map{K, V}}, location: Pointer{Source_Location} = #caller-location) -> Map{K, V}
    result := map{K, V}()
    reserve(&result, m.length, location = location)
    for key, value in m@
        insert(&result, key, value, location = location)
    end
    return result
end

/// Takes out all entries that do not satisfy the condition.
/// ```
/// squares := Map.map_of{Int, Int}({{1, 1}, {2, 4}, {3, 9}})
/// squares.retain((_key: Int, value: Int) -> Bool => value > 3)
/// squares.length                  // => 2
/// ```
retain :: {K, V}(m: Pointer{Map{K, V}}, keep: #closure (key: K, value: V) -> Bool, location: Pointer{Source_Location} = #caller-location)
    if !m.is_table && m.length > 0
        make_own(m, location)
    end
    walk := entries(m)
    while true
        entry := next_entry(&walk)
        if entry == null
            return
        end
        if !keep(entry.key, entry.value)
            remove_entry(m, entry, entry.key)
        end
    end
end

/// The value of a key, or its type's default value if there is none.
/// ```
/// ages := Map.map_of{String, Int}({{"Ada", 36}})
/// ages["Ada"]                     // => 36
/// ages["Bob"]                     // => 0
/// ```
[] :: #operator {K, V}(m: Pointer{Map{K, V}}, key: K) -> V
    entry, is_there := find_entry(m, key, hash(key, m.seed))
    if !is_there
        return V{}
    end
    return entry.value
end

/// Gives a key its value.
/// ```
/// ages := Map.map{String, Int}()
/// ages["Ada"] = 36
/// ages["Ada"] += 1
/// ages["Ada"]                     // => 37
/// ```
[]= :: #operator {K, V}(m: Pointer{Map{K, V}}, key: K, value: V, location: Pointer{Source_Location} = #caller-location)
    entry, _ := find_or_add(m, key, location = location)
    entry.value = value
end

/// Whether a key is there.
/// ```
/// ages := Map.map_of{String, Int}({{"Ada", 36}})
/// "Ada" in ages                   // => true
/// ```
in :: #operator {K, V}(key: K, m: Map{K, V}) -> Bool
    copy := m
    return contains(&copy, key)
end

/// Same keys with equal values.
/// ```
/// a := Map.map_of{Int, Int}({{1, 10}, {2, 20}})
/// b := Map.map_of{Int, Int}({{2, 20}, {1, 10}})
/// a.equal(&b)                     // => true
/// ```
equal :: {K, V}(a: Pointer{Map{K, V}}, b: Pointer{Map{K, V}}) -> Bool
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

/// The same keys with equal values.
/// ```
/// Map.map_of{Int, Int}({{1, 2}, {3, 4}}) == Map.map_of{Int, Int}({{3, 4}, {1, 2}})      // => true
/// ```
== :: #operator {K, V}(a: Map{K, V}, b: Map{K, V}) -> Bool => equal(&a, &b)

/// The same for maps that are equal, in whatever order, so that they can be keys.
/// ```
/// a, b := Map.map_of{Int, Int}({{1, 2}, {3, 4}}), Map.map_of{Int, Int}({{3, 4}, {1, 2}})
/// Map.hash(a, 7) == Map.hash(b, 7)        // => true
/// ```
hash :: {K, V}(m: Map{K, V}, seed: u64) -> u64
    map := m
    result := u64(m.length)
    for key, value in map
        result += hash(value, hash(key, seed))
    end
    return hash(result, seed)
end

/// How `print` shows a map.
/// ```
/// print("{}\n", Map.map_of{String, Int}({{"Ada", 36}}))     // => {"Ada": 36}
/// ```
format :: {K, V}(out: Pointer{Writer}, m: Pointer{Map{K, V}}, _spec: Format_Spec)
    write(out, "{")
    first := true
    for key, value in m@
        if !first
            write(out, ", ")
        end
        first = false
        format(out, &key, Format_Spec{kind = .DEBUG})
        write(out, ": ")
        format(out, &value, Format_Spec{kind = .DEBUG})
    end
    write(out, "}")
end

// ---- Searching and adding ----------------------------------------------------------------------------------------------------

find_entry :: {K, V}(m: Pointer{Map{K, V}}, key: K, h: u64) -> (Pointer{Entry{K, V}}, Bool) #private #inline
    if !m.is_table
        slot := find_slot(m, key, h)
        return slot, slot != null
    end
    found, is_there := find_in_table(m, key, h)
    return found, is_there
end

find_in_table :: {K, V}(m: Pointer{Map{K, V}}, key: K, h: u64) -> (Pointer{Entry{K, V}}, Bool) #private #inline
    search: Search                      // not `uninit`: what has unspecified contents stays in memory
    raw: Pointer{Void}
    hb_table_find(&m.table, table_class(size_of(Entry{K, V}), align_of(Entry{K, V})), h, &search)
    // one place that finds candidates, the first as well: of two LLVM would make one that computes the entry's address again
    while hb_table_find_next(table_class(size_of(Entry{K, V}), align_of(Entry{K, V})), &search, &raw)
        entry := entry_of{K, V}(raw)
        if entry.key == key
            return entry, true
        end
    end
    return null, false
end

// The entry of a key, and whether it has just been made: then it has a key but no value yet.
find_or_add :: {K, V}(m: Pointer{Map{K, V}}, key: K, location: Pointer{Source_Location} = #caller-location) -> (Pointer{Entry{K, V}}, Bool) #private #inline
    h := hash(key, m.seed)
    if !m.is_table
        make_own(m, location)
        if hb_rt_is_interpreted()
            slot := find_slot(m, key, h)
            return ifx slot == null => add_slot(m, key, h, location = location) else => slot end, slot == null
        end
        h = hash(key, m.seed)
    end
    found, is_there := find_in_table(m, key, h)
    if is_there
        return found, false
    end
    if hb_table_room(&m.table) == 0
        grow(m, location = location)
        h = hash(key, m.seed)
    end
    return add(m, key, h, location = location), true
end

add :: {K, V}(m: Pointer{Map{K, V}}, key: K, h: u64, location: Pointer{Source_Location} = #caller-location) -> Pointer{Entry{K, V}} #private #inline
    raw := hb_table_insert(&m.table, table_class(size_of(Entry{K, V}), align_of(Entry{K, V})), h)
    #if size_of(Entry{K, V}) > LARGEST || align_of(Entry{K, V}) > 8
        box := m.allocator(.ALLOCATE, size_of(Entry{K, V}), align_of(Entry{K, V}), m.allocator_data, 0, null, bit_cast{Int}(location))
        if box == null
            hb_table_remove(&m.table, table_class(size_of(Entry{K, V}), align_of(Entry{K, V})), h, raw)
            out_of_memory(size_of(Entry{K, V}), "an entry of a map", location = location)
        end
        Pointer{Pointer{Void}}(raw)@ = box
    #end
    entry := entry_of{K, V}(raw)
    entry.key = key
    m.length += 1
    return entry
end

remove_entry :: {K, V}(m: Pointer{Map{K, V}}, entry: Pointer{Entry{K, V}}, key: K) #private
    m.length -= 1
    if !m.is_table
        Pointer{Slot{K, V}}(UInt(entry) - UInt(offset_of(Slot{K, V}, entry))).mark = 1
        return
    end
    h := hash(key, m.seed)
    #if size_of(Entry{K, V}) > LARGEST || align_of(Entry{K, V}) > 8
        search: Search                      // not `uninit`: what has unspecified contents stays in memory
        raw: Pointer{Void}
        hb_table_find(&m.table, 8, h, &search)
        while hb_table_find_next(8, &search, &raw) && Pointer{Pointer{Entry{K, V}}}(raw)@ != entry
        end
        hb_table_remove(&m.table, 8, h, raw)
        m.allocator(.FREE, 0, align_of(Entry{K, V}), m.allocator_data, size_of(Entry{K, V}), entry, 0)
    #else
        hb_table_remove(&m.table, table_class(size_of(Entry{K, V}), align_of(Entry{K, V})), h, entry)
    #end
end

// ---- Growing ---------------------------------------------------------------------------------------------------------------------

// Makes room for one more entry. Where many have been removed, a table of the same size has it.
grow :: {K, V}(m: Pointer{Map{K, V}}, location: Pointer{Source_Location} = #caller-location) #private #no-inline
    if !m.is_table
        rebuild(m, m.length + 1, location = location)
        return
    end
    buckets := hb_table_buckets(&m.table)
    full := ifx buckets < 8 => buckets - 1 else => buckets / 8 * 7 end
    rebuild(m, ifx 2 * (m.length + 1) <= full => full else => full + 1 end, location = location)
end

// Copies what may be a constant's before it is changed: in compiled code that becomes a table, in the interpreter a block of its own.
make_own :: {K, V}(m: Pointer{Map{K, V}}, location: Pointer{Source_Location}) #private #no-inline #cold
    if !hb_rt_is_interpreted()
        grow(m, location = location)
    else if m.slots != null && hb_rt_is_static(m.slots)
        grow_slots(m, location = location)
    end
end

// Moves all entries into a new table.
rebuild :: {K, V}(m: Pointer{Map{K, V}}, capacity: Int, location: Pointer{Source_Location} = #caller-location) #private #no-inline
    if m.allocator == null
        m.allocator = context.allocator
        m.allocator_data = context.allocator_data
    end
    class := table_class(size_of(Entry{K, V}), align_of(Entry{K, V}))
    size := hb_table_size(class, max(capacity, 1))
    whole := size + marks_size(size, class)
    if size == 0 || whole < 0
        panic_text("impossible capacity of a map", location@)
    end
    if m.is_table && widen(m, capacity, size, location = location)
        return
    end
    memory := m.allocator(.ALLOCATE, whole, BLOCK_ALIGNMENT, m.allocator_data, 0, null, bit_cast{Int}(location))
    if memory == null
        out_of_memory(whole, "a map", location = location)
    end
    fresh: Array{u64, TABLE_WORDS} = uninit
    hb_table_make(&fresh, class, max(capacity, 1), memory)
    if m.is_table
        move_entries(m, &fresh)
        free_table(m, &m.table)
        m.table = fresh
    else
        thaw(m, &fresh, location = location)
    end
end

// How many bytes lie behind a table of this size: a bit for each bucket, which `widen` uses.
marks_size :: (size: Int, class: Int) -> Int #private => ifx size < WIDENED_FROM => 0 else => buckets_within(size, class) / 8 end

buckets_within :: (size: Int, class: Int) -> Int #private => (size - BLOCK_ALIGNMENT) / (class + 1)

// Makes a large table larger in its own block: half as much memory is touched for the first time as with a second block, and a third less is in use at once.
// False, and nothing done, where that does not go.
widen :: {K, V}(m: Pointer{Map{K, V}}, capacity: Int, size: Int, location: Pointer{Source_Location} = #caller-location) -> Bool #private
    class := table_class(size_of(Entry{K, V}), align_of(Entry{K, V}))
    buckets := hb_table_buckets(&m.table)
    old_size := 0
    memory := hb_table_block(&m.table, class, &old_size)
    old_marks, new_marks := marks_size(old_size, class), marks_size(size, class)
    if old_marks == 0 || new_marks <= old_marks
        return false
    end
    hb_table_marks(&m.table, class, &Pointer{u8}(memory)[old_size])
    memory = m.allocator(.RESIZE, size + new_marks, BLOCK_ALIGNMENT, m.allocator_data, old_size + old_marks, memory, bit_cast{Int}(location))
    if memory == null
        return false
    end
    // the old buckets are the new table's last
    marks := &Pointer{u8}(memory)[size]
    memory_set(marks, 0, new_marks - old_marks)
    memory_copy(&marks[new_marks - old_marks], &Pointer{u8}(memory)[old_size], old_marks)
    fresh: Array{u64, TABLE_WORDS} = uninit
    hb_table_make(&fresh, class, max(capacity, 1), memory)
    // a `hash` that panics and does not come back leaves an empty map
    length := m.length
    m.is_table = false
    m.length = 0
    #if size_of(Entry{K, V}) > LARGEST || align_of(Entry{K, V}) > 8
        spread{K, V, Pointer{Void}}(&fresh, m.seed, Pointer{u8}(memory), Pointer{u64}(marks), new_marks - old_marks)
    #else
        spread{K, V, Entry{K, V}}(&fresh, m.seed, Pointer{u8}(memory), Pointer{u64}(marks), new_marks - old_marks)
    #end
    m.table = fresh
    m.is_table = true
    m.length = length
    return true
end

// Brings the marked entries of a block to their places in the table that has it now. Their buckets are its last, and an entry goes to one of these or to a part that
// is new, for its place is a remainder of its hash. Buckets are passed in their order, so what an entry finds occupied it has found so in the old table as well, and it goes
// no further than it was. Only one that had gone on from the table's end to its beginning may hit upon an entry that is not passed yet, which is taken in hand next.
spread :: {K, V, C}(fresh: Pointer{Array{u64, TABLE_WORDS}}, seed: u64, memory: Pointer{u8}, marks: Pointer{u64}, unmarked: Int) #private
    class := table_class(size_of(Entry{K, V}), align_of(Entry{K, V}))
    table := fresh@
    buckets := hb_table_buckets(&table)
    top := UInt(memory) + UInt(buckets * class)
    for word in unmarked / 8..<buckets / 64
        while marks[word] != 0
            at := UInt(word) << 6 | UInt(trailing_zeros(marks[word]))
            marks[word] &= marks[word] - 1
            hand := Pointer{C}(top - (at + 1) * UInt(class))@
            while true
                to := hb_table_insert(&table, class, hash(entry_of{K, V}(&hand).key, seed))
                at = (top - UInt(to)) / UInt(class) - 1
                bit := u64(1) << (at & 63)
                if marks[at >> 6] & bit == 0
                    Pointer{C}(to)@ = hand
                    break
                end
                marks[at >> 6] ^= bit
                next_hand := Pointer{C}(to)@
                Pointer{C}(to)@ = hand
                hand = next_hand
            end
        end
    end
    fresh@ = table
end

move_entries :: {K, V}(m: Pointer{Map{K, V}}, fresh: Pointer{Array{u64, TABLE_WORDS}}) #private
    state: Array{u64, WALK_WORDS}
    class := table_class(size_of(Entry{K, V}), align_of(Entry{K, V}))
    hb_table_walk(&m.table, class, &state)
    raw: Pointer{Void}
    while hb_table_walk_next(class, &state, &raw)
        h := hash(entry_of{K, V}(raw).key, m.seed)
        to := hb_table_insert(fresh, class, h)
        #if size_of(Entry{K, V}) > LARGEST || align_of(Entry{K, V}) > 8
            Pointer{Pointer{Void}}(to)@ = Pointer{Pointer{Void}}(raw)@
        #else
            Pointer{Entry{K, V}}(to)@ = Pointer{Entry{K, V}}(raw)@
        #end
    end
end

// What the interpreter has filled, or nothing, becomes a table.
thaw :: {K, V}(m: Pointer{Map{K, V}}, fresh: Pointer{Array{u64, TABLE_WORDS}}, location: Pointer{Source_Location} = #caller-location) #private
    slots, slot_count := m.slots, m.slot_count
    m.table = fresh@
    m.is_table = true
    m.length = 0
    m.slots = null
    m.slot_count = 0
    m.slots_used = 0
    if m.seed == 0
        m.seed = process_seed() ^ u64(UInt(m)) | 1
    end
    for i in 0..<slot_count
        if slots[i].mark > 1
            add(m, slots[i].entry.key, hash(slots[i].entry.key, m.seed), location = location).value = slots[i].entry.value
        end
    end
    free_slot_block(m, slots, slot_count)
end

free_table :: {K, V}(m: Pointer{Map{K, V}}, table: Pointer{Array{u64, TABLE_WORDS}}) #private
    size := 0
    class := table_class(size_of(Entry{K, V}), align_of(Entry{K, V}))
    memory := hb_table_block(table, class, &size)
    m.allocator(.FREE, 0, BLOCK_ALIGNMENT, m.allocator_data, size + marks_size(size, class), memory, 0)
end

free_boxes :: {K, V}(m: Pointer{Map{K, V}}) #private
    walk := entries(m)
    while true
        entry := next_entry(&walk)
        if entry == null
            return
        end
        m.allocator(.FREE, 0, align_of(Entry{K, V}), m.allocator_data, size_of(Entry{K, V}), entry, 0)
    end
end

// ---- The interpreter's table -----------------------------------------------------------------------------------------------------

// A hash that is no mark.
slot_mark :: (h: u64) -> u64 #private => ifx h < 2 => h + 2 else => h end

find_slot :: {K, V}(m: Pointer{Map{K, V}}, key: K, h: u64) -> Pointer{Entry{K, V}} #private #no-inline #cold
    if m.slot_count == 0
        return null
    end
    mark := slot_mark(h)
    at := Int(mark & u64(m.slot_count - 1))
    while m.slots[at].mark != 0
        if m.slots[at].mark == mark && m.slots[at].entry.key == key
            return &m.slots[at].entry
        end
        at = (at + 1) & (m.slot_count - 1)
    end
    return null
end

add_slot :: {K, V}(m: Pointer{Map{K, V}}, key: K, h: u64, location: Pointer{Source_Location} = #caller-location) -> Pointer{Entry{K, V}} #private #no-inline
    mark := slot_mark(h)
    if m.seed == 0
        m.seed = 1
        mark = slot_mark(hash(key, m.seed))
    end
    if 4 * (m.slots_used + 1) > 3 * m.slot_count
        grow_slots(m, location = location)
    end
    slot := free_slot(m, mark)
    if slot.mark == 0
        m.slots_used += 1
    end
    slot.mark = mark
    slot.entry.key = key
    m.length += 1
    return &slot.entry
end

/// Where a key with this mark goes.
free_slot :: {K, V}(m: Pointer{Map{K, V}}, mark: u64) -> Pointer{Slot{K, V}} #private
    at := Int(mark & u64(m.slot_count - 1))
    while m.slots[at].mark > 1
        at = (at + 1) & (m.slot_count - 1)
    end
    return &m.slots[at]
end

grow_slots :: {K, V}(m: Pointer{Map{K, V}}, location: Pointer{Source_Location} = #caller-location) #private
    if m.allocator == null
        m.allocator = context.allocator
        m.allocator_data = context.allocator_data
    end
    old, old_count := m.slots, m.slot_count
    count := 8
    while count < 2 * (m.length + 1)
        count *= 2
    end
    size := count * size_of(Slot{K, V})
    memory := m.allocator(.ALLOCATE, size, align_of(Slot{K, V}), m.allocator_data, 0, null, bit_cast{Int}(location))
    if memory == null
        out_of_memory(size, "a map", location = location)
    end
    m.slots = Pointer{Slot{K, V}}(memory)
    memory_set(m.slots, 0, size)
    m.slot_count = count
    m.slots_used = m.length
    for i in 0..<old_count
        if old[i].mark > 1
            free_slot(m, old[i].mark)@ = old[i]
        end
    end
    free_slot_block(m, old, old_count)
end

free_slots :: {K, V}(m: Pointer{Map{K, V}}) #private
    free_slot_block(m, m.slots, m.slot_count)
    m.slots = null
    m.slot_count = 0
    m.slots_used = 0
    m.length = 0
end

free_slot_block :: {K, V}(m: Pointer{Map{K, V}}, slots: Pointer{Slot{K, V}}, count: Int) #private
    if slots != null
        m.allocator(.FREE, 0, align_of(Slot{K, V}), m.allocator_data, count * size_of(Slot{K, V}), slots, 0)
    end
end

// ---- The runtime's table -----------------------------------------------------------------------------------------------------------

Search :: struct #private #align(16)
    words: Array{u64, 12}
end

hb_rt_is_interpreted :: () -> Bool #foreign #private
hb_rt_is_static :: (address: Pointer{Void}) -> Bool #foreign #private
hb_table_size :: (class: Int, capacity: Int) -> Int #foreign #private
hb_table_make :: (table: Pointer{Void}, class: Int, capacity: Int, memory: Pointer{Void}) #foreign #private
hb_table_block :: (table: Pointer{Void}, class: Int, size: Pointer{Int}) -> Pointer{Void} #foreign #private
hb_table_room :: (table: Pointer{Void}) -> Int #foreign #private
hb_table_buckets :: (table: Pointer{Void}) -> Int #foreign #private
hb_table_marks :: (table: Pointer{Void}, class: Int, marks: Pointer{Void}) #foreign #private
hb_table_find :: (table: Pointer{Void}, class: Int, hash: u64, search: Pointer{Void}) #foreign #private
hb_table_find_next :: (class: Int, search: Pointer{Void}, found: Pointer{Pointer{Void}}) -> Bool #foreign #private
hb_table_insert :: (table: Pointer{Void}, class: Int, hash: u64) -> Pointer{Void} #foreign #private
hb_table_remove :: (table: Pointer{Void}, class: Int, hash: u64, entry: Pointer{Void}) #foreign #private
hb_table_clear :: (table: Pointer{Void}, class: Int) #foreign #private
hb_table_walk :: (table: Pointer{Void}, class: Int, walk: Pointer{Void}) #foreign #private
hb_table_walk_next :: (class: Int, walk: Pointer{Void}, found: Pointer{Pointer{Void}}) -> Bool #foreign #private
