//! The part of `Map` for what lies in a table of the runtime: the sizes that it has code for, and the entry that a bucket leads to.

#import "Map"

/// Entries that are larger, or aligned to more than 8 bytes, lie in memory of their own, and tables have pointers to them.
LARGEST :: 256

/// Words of a walk's state.
WALK_WORDS :: 6

/// The size of a table's entries that have at least this size: the runtime has code for these. What has no class lies in memory of its own, and the table has a pointer to it.
///
/// ```
/// #import "Map/Table"
/// table_class(3, 1)          // => 4
/// table_class(50, 8)         // => 64
/// table_class(1000, 8)       // => 8
/// ```
table_class :: (size: Int, alignment: Int) -> Int #inline
    if alignment > 8 || size > LARGEST
        return 8
    end
    if size <= 1
        return 1
    end
    if size <= 8
        return ifx size == 2 => 2 else if size <= 4 => 4 else => 8 end
    end
    if size <= 48
        return (size + 7) / 8 * 8
    end
    return ifx size <= 64 => 64 else if size <= 96 => 96 else if size <= 128 => 128 else => 256 end
end

/// The entry that a bucket is, or leads to.
///
/// ```
/// #import "Map"
/// #import "Map/Table"
/// entry := Entry{Int, Int}{1, 2}
/// entry_of{Int, Int}(&entry).value      // => 2
/// ```
entry_of :: {K, V}(raw: Pointer{Void}) -> Pointer{Entry{K, V}} #inline
    #if size_of(Entry{K, V}) > LARGEST || align_of(Entry{K, V}) > 8
        return Pointer{Pointer{Entry{K, V}}}(raw)@
    #else
        return Pointer{Entry{K, V}}(raw)
    #end
end
