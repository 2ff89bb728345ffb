//! The part of `Map` for walks through its entries, its keys and its values.

#import "Map"
#import "Map/Table"

/// A walk through all entries.
Walk :: struct {K, V}
    state: Array{u64, WALK_WORDS}
    map: Pointer{Map{K, V}}
    at: Int
end

/// A walk through the entries. Meanwhile nothing may be inserted; the entry that it gave last may be removed.
/// ```
/// squares := Map.map_of{Int, Int}({{1, 1}, {2, 4}, {3, 9}})
/// walk := squares.entries()
/// entry := walk.next_entry()
/// while entry != null
///     entry.value += 100
///     entry = walk.next_entry()
/// end
/// squares[2]                      // => 104
/// ```
entries :: {K, V}(m: Pointer{Map{K, V}}) -> Walk{K, V}
    walk := Walk{K, V}{map = m}
    if m.is_table
        hb_table_walk(&m.table, table_class(size_of(Entry{K, V}), align_of(Entry{K, V})), &walk.state)
    end
    return walk
end

/// The next entry, or null.
/// ```
/// squares := Map.map_of{Int, Int}({{3, 9}})
/// walk := squares.entries()
/// walk.next_entry().key           // => 3
/// walk.next_entry() == null       // => true
/// ```
next_entry :: {K, V}(walk: Pointer{Walk{K, V}}) -> Pointer{Entry{K, V}}
    entry, _ := advance(walk)
    return entry
end

// The next entry, and whether there is one: quicker to ask for than null.
advance :: {K, V}(walk: Pointer{Walk{K, V}}) -> (Pointer{Entry{K, V}}, Bool) #private #inline
    m := walk.map
    if m.is_table
        raw: Pointer{Void}
        if !hb_table_walk_next(table_class(size_of(Entry{K, V}), align_of(Entry{K, V})), &walk.state, &raw)
            return null, false
        end
        return entry_of{K, V}(raw), true
    end
    while walk.at < m.slot_count
        slot := &m.slots[walk.at]
        walk.at += 1
        if slot.mark > 1
            return &slot.entry, true
        end
    end
    return null, false
end

/// What `for key, value in map` goes over.
/// ```
/// sum := 0
/// for key, value in Map.map_of{Int, Int}({{1, 10}, {2, 20}})
///     sum += key + value
/// end
/// sum                             // => 33
/// ```
iterate :: {K, V}(m: Pointer{Map{K, V}}) -> Walk{K, V} => entries(m)

/// The next entry of a walk; the last value says whether there is one.
/// ```
/// squares := Map.map_of{Int, Int}({{3, 9}})
/// walk := squares.entries()
/// while key, value := walk.next()
///     print("{} {}\n", key, value)          // => 3 9
/// end
/// ```
next :: {K, V}(walk: Pointer{Walk{K, V}}) -> (K, V, Bool)
    entry, is_there := advance(walk)
    if !is_there
        return K{}, V{}, false
    end
    return entry.key, entry.value, true
end

Places :: struct {K, V}
    walk: Walk{K, V}
end

/// What `for &entry in map` goes over: the entries where they lie. Their values can be changed; their keys must stay what they are.
/// ```
/// squares := Map.map_of{Int, Int}({{1, 1}, {2, 4}})
/// for &entry in squares
///     entry.value += entry.key * 10
/// end
/// squares[2]                      // => 24
/// ```
iterate_places :: {K, V}(m: Pointer{Map{K, V}}) -> Places{K, V} => Places{K, V}{entries(m)}

next :: {K, V}(places: Pointer{Places{K, V}}) -> (Pointer{Entry{K, V}}, Bool)
    entry, is_there := advance(&places.walk)
    return entry, is_there
end

/// A walk through the keys: `for key in keys(&map)`.
Keys :: struct {K, V}
    walk: Walk{K, V}
end

/// A walk through the keys.
/// ```
/// ages := Map.map_of{String, Int}({{"Ada", 36}})
/// for name in ages.keys()
///     print("{}\n", name)          // => Ada
/// end
/// ```
keys :: {K, V}(m: Pointer{Map{K, V}}) -> Keys{K, V} => Keys{K, V}{entries(m)}

next :: {K, V}(keys: Pointer{Keys{K, V}}) -> (K, Bool)
    entry, is_there := advance(&keys.walk)
    if !is_there
        return K{}, false
    end
    return entry.key, true
end

/// A walk through the values: `for value in values(&map)`.
Values :: struct {K, V}
    walk: Walk{K, V}
end

/// A walk through the values.
/// ```
/// ages := Map.map_of{String, Int}({{"Ada", 36}, {"Bob", 41}})
/// sum := 0
/// for age in ages.values()
///     sum += age
/// end
/// sum                             // => 77
/// ```
values :: {K, V}(m: Pointer{Map{K, V}}) -> Values{K, V} => Values{K, V}{entries(m)}

next :: {K, V}(values: Pointer{Values{K, V}}) -> (V, Bool)
    entry, is_there := advance(&values.walk)
    if !is_there
        return V{}, false
    end
    return entry.value, true
end

hb_table_walk :: (table: Pointer{Void}, class: Int, walk: Pointer{Void}) #foreign #private
hb_table_walk_next :: (class: Int, walk: Pointer{Void}, found: Pointer{Pointer{Void}}) -> Bool #foreign #private
