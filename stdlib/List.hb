//! A growing array. It keeps the allocator that it was made with; one that was not made takes that of its first growth.
//!
//! ```
//! squares := List.list{Int}()
//! defer squares.destroy()
//! for i in 0..<5
//!     squares.append(i * i)
//! end
//! squares               // => [0, 1, 4, 9, 16]
//! squares[2]            // => 4
//! squares[5]            // panic: position out of range
//! ```
//!
//! Elements are read and written as `l[i]`, which panics where there is none; `l.items()` is a slice of all of them, for `Sort` and its kin. Slices and
//! pointers to elements last until the list grows.

List :: struct {T}
    data: Pointer{T}
    length: Int
    capacity: Int
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// An empty list over the current allocator, with room for so many elements.
list :: {T}(capacity: Int = 0) -> List{T}
    result := List{T}{allocator = context.allocator, allocator_data = context.allocator_data}
    if capacity > 0
        set_capacity(&result, capacity)
    end
    return result
end

/// A list of these elements.
list_of :: {T}(elements: Slice{T}) -> List{T}
    result := list{T}(elements.length)
    append_all(&result, elements)
    return result
end

/// A list with the same elements over the current allocator.
copy :: {T}(l: Pointer{List{T}}) -> List{T} => list_of(items(l))

append :: {T}(l: Pointer{List{T}}, x: T)
    if l.length == l.capacity
        reserve(l, l.length + 1)
    end
    l.data[l.length] = x
    l.length += 1
end

/// Puts all elements of a slice behind the last one. The slice may be a part of this list.
append_all :: {T}(l: Pointer{List{T}}, elements: Slice{T})
    count := elements.length
    if count == 0
        return
    end
    from := elements.data
    if l.length + count > l.capacity
        // what lies in this list moves with it
        offset := UInt(from) - UInt(l.data)
        is_own := l.data != null && UInt(from) >= UInt(l.data) && offset < UInt(l.capacity * size_of(T))
        reserve(l, l.length + count)
        if is_own
            from = Pointer{T}(UInt(l.data) + offset)
        end
    end
    memory_copy(&l.data[l.length], from, count * size_of(T))
    l.length += count
end

/// Takes the last element off and gives it.
pop :: {T}(l: Pointer{List{T}}) -> T
    assert(l.length > 0, "pop from an empty list")
    l.length -= 1
    return l.data[l.length]
end

/// The same, or `none` of an empty list.
try_pop :: {T}(l: Pointer{List{T}}) -> Maybe{T}
    if l.length == 0
        return none
    end
    l.length -= 1
    return some(l.data[l.length])
end

first :: {T}(l: Pointer{List{T}}) -> Maybe{T} => get(l, 0)
last :: {T}(l: Pointer{List{T}}) -> Maybe{T} => get(l, l.length - 1)

/// The element at a position, or `none`.
get :: {T}(l: Pointer{List{T}}, at: Int) -> Maybe{T}
    if at < 0 || at >= l.length
        return none
    end
    return some(l.data[at])
end

/// Makes room for at least so many elements.
reserve :: {T}(l: Pointer{List{T}}, needed: Int)
    if needed > l.capacity
        set_capacity(l, max(max(2 * l.capacity, needed), 4))
    end
end

/// Gives back the memory that is not in use.
shrink :: {T}(l: Pointer{List{T}})
    if l.length == 0
        destroy(l)
    else if l.length < l.capacity
        set_capacity(l, l.length)
    end
end

set_capacity :: {T}(l: Pointer{List{T}}, capacity: Int) #private #no-inline
    if l.allocator == null
        l.allocator = context.allocator
        l.allocator_data = context.allocator_data
    end
    if capacity < 0 || size_of(T) > 0 && capacity > 0x7fff_ffff_ffff_ffff / max(size_of(T), 1)
        panic_text("impossible length of a list")
    end
    mode := ifx l.data == null => AllocatorMode.ALLOCATE else => AllocatorMode.RESIZE end
    fresh := l.allocator(mode, capacity * size_of(T), align_of(T), l.allocator_data, l.capacity * size_of(T), l.data, from_here())
    if fresh == null
        panic_text("out of memory")
    end
    l.data = Pointer{T}(fresh)
    l.capacity = capacity
end

/// Makes the list so long: new elements get this value.
resize :: {T}(l: Pointer{List{T}}, length: Int, value: T = T{})
    assert(length >= 0, "negative length")
    reserve(l, length)
    for i in l.length..<length
        l.data[i] = value
    end
    l.length = length
end

/// Drops all elements behind the first `length`.
truncate :: {T}(l: Pointer{List{T}}, length: Int)
    l.length = max(min(length, l.length), 0)
end

/// Puts an element in front of position `at`.
insert :: {T}(l: Pointer{List{T}}, at: Int, x: T)
    assert(at >= 0 && at <= l.length, "position out of range")
    reserve(l, l.length + 1)
    memory_move(&l.data[at + 1], &l.data[at], (l.length - at) * size_of(T))
    l.data[at] = x
    l.length += 1
end

/// Puts all elements of a slice in front of position `at`. The slice is not a part of this list.
insert_all :: {T}(l: Pointer{List{T}}, at: Int, elements: Slice{T})
    assert(at >= 0 && at <= l.length, "position out of range")
    reserve(l, l.length + elements.length)
    memory_move(&l.data[at + elements.length], &l.data[at], (l.length - at) * size_of(T))
    memory_copy(&l.data[at], elements.data, elements.length * size_of(T))
    l.length += elements.length
end

/// Takes the element at `at` out; those behind it move up.
remove :: {T}(l: Pointer{List{T}}, at: Int) -> T
    assert(at >= 0 && at < l.length, "position out of range")
    x := l.data[at]
    l.length -= 1
    memory_move(&l.data[at], &l.data[at + 1], (l.length - at) * size_of(T))
    return x
end

/// Takes the element at `at` out; the last one takes its place.
swap_remove :: {T}(l: Pointer{List{T}}, at: Int) -> T
    assert(at >= 0 && at < l.length, "position out of range")
    x := l.data[at]
    l.length -= 1
    l.data[at] = l.data[l.length]
    return x
end

/// Takes the elements from `low` to before `high` out.
remove_range :: {T}(l: Pointer{List{T}}, low: Int, high: Int)
    assert(low >= 0 && low <= high && high <= l.length, "range out of range")
    memory_move(&l.data[low], &l.data[high], (l.length - high) * size_of(T))
    l.length -= high - low
end

/// Takes out all elements that do not satisfy the condition; the others keep their order.
retain :: {T}(l: Pointer{List{T}}, keep: #closure (x: T) -> Bool)
    kept := 0
    for i in 0..<l.length
        if keep(l.data[i])
            l.data[kept] = l.data[i]
            kept += 1
        end
    end
    l.length = kept
end

/// Leaves one of neighbours that are equal.
remove_repeated :: {T}(l: Pointer{List{T}})
    kept := min(l.length, 1)
    for i in 1..<l.length
        if l.data[i] != l.data[kept - 1]
            l.data[kept] = l.data[i]
            kept += 1
        end
    end
    l.length = kept
end

/// The first position of an element, or `none`.
index_of :: {T}(l: Pointer{List{T}}, x: T) -> Maybe{Int}
    for i in 0..<l.length
        if l.data[i] == x
            return some(i)
        end
    end
    return none
end

contains :: {T}(l: Pointer{List{T}}, x: T) -> Bool
    for i in 0..<l.length
        if l.data[i] == x
            return true
        end
    end
    return false
end

/// Turns the order round.
reverse_items :: {T}(l: Pointer{List{T}})
    low, high := 0, l.length - 1
    while low < high
        l.data[low], l.data[high] = l.data[high], l.data[low]
        low += 1
        high -= 1
    end
end

/// What the procedure makes of each element, over the current allocator.
mapped :: {T, R}(l: Pointer{List{T}}, change: #closure (x: T) -> R) -> List{R}
    result := list{R}(l.length)
    for i in 0..<l.length
        append(&result, change(l.data[i]))
    end
    return result
end

/// The elements that satisfy the condition, over the current allocator.
filtered :: {T}(l: Pointer{List{T}}, keep: #closure (x: T) -> Bool) -> List{T}
    result := list{T}()
    for i in 0..<l.length
        if keep(l.data[i])
            append(&result, l.data[i])
        end
    end
    return result
end

/// The elements; valid until the list grows.
items :: {T}(l: Pointer{List{T}}) -> Slice{T}
    return l.data[0..<l.length]
end

clear :: {T}(l: Pointer{List{T}})
    l.length = 0
end

/// Frees the memory; the list is empty and can be used again.
destroy :: {T}(l: Pointer{List{T}})
    if l.data != null
        l.allocator(.FREE, 0, align_of(T), l.allocator_data, l.capacity * size_of(T), l.data, 0)
    end
    l.data = null
    l.length = 0
    l.capacity = 0
end

&[] :: #operator {T}(l: Pointer{List{T}}, i: Int) -> Pointer{T}
    assert(i >= 0 && i < l.length, "position out of range")
    return &l.data[i]
end

== :: #operator {T}(a: List{T}, b: List{T}) -> Bool
    return equal(a.data[0..<a.length], b.data[0..<b.length])
end

/// A walk through the elements, behind `for`. The list may grow meanwhile.
Walk :: struct {T}
    list: Pointer{List{T}}
    at: Int
end

iterate :: {T}(l: Pointer{List{T}}) -> Walk{T} => Walk{T}{l, 0}

next :: {T}(walk: Pointer{Walk{T}}) -> (T, Bool)
    if walk.at >= walk.list.length
        return T{}, false
    end
    walk.at += 1
    return walk.list.data[walk.at - 1], true
end

Places :: struct {T}
    walk: Walk{T}
end

iterate_places :: {T}(l: Pointer{List{T}}) -> Places{T} => Places{T}{iterate(l)}

next :: {T}(places: Pointer{Places{T}}) -> (Pointer{T}, Bool)
    if places.walk.at >= places.walk.list.length
        return null, false
    end
    places.walk.at += 1
    return &places.walk.list.data[places.walk.at - 1], true
end

format :: {T}(out: Pointer{Writer}, l: Pointer{List{T}}, spec: Format_Spec)
    elements := l.data[0..<l.length]
    format(out, &elements, spec)
end
