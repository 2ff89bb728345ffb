//! Values compared and hashed by all that they hold, whatever their type: what slices, pointers, lists and maps lead to counts, not where it lies.
//!
//! ```
//! Route :: struct
//!     name: String
//!     stops: Slice{Int}
//!     via: Pointer{Route}
//! end
//!
//! main :: ()
//!     a := Route{"north", {1, 2, 3}, new(Route{"ferry", {9}, null})}
//!     b := Route{"north", {1, 2, 3}, new(Route{"ferry", {9}, null})}
//!     print("{} {}\n", Deep.equals(a, b), Deep.hash_of(a) == Deep.hash_of(b))     // => true true
//!     b.via.stops[0] = 8
//!     print("{}\n", Deep.equals(a, b))                    // => false
//! end
//! ```
//!
//! `==` is different: it compares pointers by address, and slices have none. Here
//!
//! | | is equal |
//! | --- | --- |
//! | a number, `Bool`, `Rune`, an enum, a type, a procedure | by `==`: a NaN equals nothing, both zeros are equal |
//! | `String`, `Slice`, `Array`, `List` | by length and elements |
//! | a struct | field by field |
//! | a union, a `Maybe` | by its member and payload |
//! | a pointer | if both are null, or by what they point to; `Pointer{Void}` and `CString` by address |
//! | `Map`, `Set`, `Ordered_Map` | by keys, in whatever order, and by values |
//!
//! A type says otherwise with `equals` and `hash_of` in its home module. All of it works at compile time. What leads back to itself, as a ring of pointers does, has no end.

#import "List"
#import "Map"
#import "Ordered_Map"
#import "Set"
Hash :: #import "Hash"

/// Whether two values hold the same.
/// ```
/// Deep.equals(Array{Float, 2}{1.0, 0.0}, Array{Float, 2}{1.0, -0.0})         // => true
/// Deep.equals(some("a"), some("b"))                   // => false
/// ```
equals :: {T}(a: T, b: T) -> Bool where is_plain(T) => a == b

equals :: (a: Pointer{Void}, b: Pointer{Void}) -> Bool => a == b

equals :: {T}(a: Pointer{T}, b: Pointer{T}) -> Bool
    return a == b || a != null && b != null && equals(a@, b@)
end

equals :: {T}(a: Slice{T}, b: Slice{T}) -> Bool
    if a.length != b.length
        return false
    end
    for x, i in a
        if !equals(x, b[i])
            return false
        end
    end
    return true
end

equals :: {T, N: Int}(a: Array{T, N}, b: Array{T, N}) -> Bool
    for i in 0..<N
        if !equals(a[i], b[i])
            return false
        end
    end
    return true
end

equals :: {T}(a: Maybe{T}, b: Maybe{T}) -> Bool
    if x := a
        if y := b
            return equals(x, y)
        end
        return false
    end
    return b == none
end

equals :: {T}(a: T, b: T) -> Bool where is_struct(T)
    #for f in fields(T)
        if !equals(field(a, f), field(b, f))
            return false
        end
    #end
    return true
end

equals :: {T}(a: T, b: T) -> Bool where is_union(T) && !is_maybe(T)
    if tag_of(a) != tag_of(b)
        return false
    end
    tag := Int(tag_of(a))
    #for f in fields(T)
        #if f.type != Void
            if tag == f.index
                return equals(field(a, f), field(b, f))
            end
        #end
    #end
    return true
end

equals :: {T}(a: List{T}, b: List{T}) -> Bool => equals(a.data[0..<a.length], b.data[0..<b.length])

equals :: {T}(a: Set{T}, b: Set{T}) -> Bool
    left, right := a, b
    return equal(&left, &right)
end

equals :: {K, V}(a: Map{K, V}, b: Map{K, V}) -> Bool
    left, right := a, b
    if left.length != right.length
        return false
    end
    for key, value in left
        other := right.get(key) or_else block return false end
        if !equals(value, other)
            return false
        end
    end
    return true
end

equals :: {K, V}(a: Ordered_Map{K, V}, b: Ordered_Map{K, V}) -> Bool
    left, right := a, b
    if left.length != right.length
        return false
    end
    for key, value in left
        other := right.get(key) or_else block return false end
        if !equals(value, other)
            return false
        end
    end
    return true
end

/// A hash of all that a value holds: values that are equal, by `equals`, have the same. Like `Hash.hash` it is for tables, not for files.
/// ```
/// a, b: Slice{Int} = {1, 2}, {1, 2}
/// Deep.hash_of(a) == Deep.hash_of(b)                  // => true
/// Deep.hash_of(a) == Deep.hash_of(b[1..])             // => false
/// ```
hash_of :: {T}(x: T, seed: u64 = 0) -> u64 where is_plain(T) => Hash.hash(x, seed)

hash_of :: (x: Pointer{Void}, seed: u64 = 0) -> u64 => Hash.hash(x, seed)

hash_of :: {T}(x: Pointer{T}, seed: u64 = 0) -> u64
    return ifx x == null => Hash.hash(false, seed) else => hash_of(x@, Hash.hash(true, seed)) end
end

hash_of :: {T}(x: Slice{T}, seed: u64 = 0) -> u64
    result := Hash.hash(x.length, seed)
    for element in x
        result = hash_of(element, result)
    end
    return result
end

hash_of :: {T, N: Int}(x: Array{T, N}, seed: u64 = 0) -> u64
    result := seed
    for i in 0..<N
        result = hash_of(x[i], result)
    end
    return result
end

hash_of :: {T}(x: Maybe{T}, seed: u64 = 0) -> u64
    if value := x
        return hash_of(value, Hash.hash(true, seed))
    end
    return Hash.hash(false, seed)
end

hash_of :: {T}(x: T, seed: u64 = 0) -> u64 where is_struct(T)
    result := seed
    #for f in fields(T)
        result = hash_of(field(x, f), result)
    #end
    return result
end

hash_of :: {T}(x: T, seed: u64 = 0) -> u64 where is_union(T) && !is_maybe(T)
    tag := Int(tag_of(x))
    result := Hash.hash(tag, seed)
    #for f in fields(T)
        #if f.type != Void
            if tag == f.index
                result = hash_of(field(x, f), result)
            end
        #end
    #end
    return result
end

hash_of :: {T}(x: List{T}, seed: u64 = 0) -> u64 => hash_of(x.data[0..<x.length], seed)

// The order of a table is its own affair: a sum does not depend on it.

hash_of :: {T}(x: Set{T}, seed: u64 = 0) -> u64
    set := x
    result := Hash.hash(set.map.length, seed)
    for key in set
        result += hash_of(key, seed)
    end
    return result
end

hash_of :: {K, V}(x: Map{K, V}, seed: u64 = 0) -> u64
    table := x
    result := Hash.hash(table.length, seed)
    for key, value in table
        result += hash_of(value, hash_of(key, seed))
    end
    return result
end

hash_of :: {K, V}(x: Ordered_Map{K, V}, seed: u64 = 0) -> u64
    table := x
    result := Hash.hash(table.length, seed)
    for key, value in table
        result += hash_of(value, hash_of(key, seed))
    end
    return result
end

/// Whether values of a type lead nowhere.
is_plain :: (T: Type) -> Bool #private
    return is_integer(T) || is_float(T) || is_bool(T) || is_rune(T) || is_enum(T) || is_string(T) || is_procedure(T) || is_type(T)
end
