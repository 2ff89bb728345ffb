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
//! squares[5]            // panic: index 5 is out of range for length 5
//! ```
//!
//! Elements are read and written as `l[i]`, which panics where there is none; `l.items()` is a slice of all of them, for `Sort` and its kin. Slices and
//! pointers to elements last until the list grows.

#import "Hash"

List :: struct {T}
    data: Pointer{T}
    length: Int
    capacity: Int
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// An empty list over the current allocator, with room for so many elements.
/// ```
/// numbers := List.list{Int}(capacity = 100)
/// numbers.append(3)
/// numbers.length                  // => 1
/// ```
list :: {T}(capacity: Int = 0, location: Pointer{Source_Location} = #caller-location) -> List{T}
    result := List{T}{allocator = context.allocator, allocator_data = context.allocator_data}
    if capacity > 0
        set_capacity(&result, capacity, location = location)
    end
    return result
end

/// A list of these elements.
/// ```
/// List.list_of{Int}({3, 1, 2})    // => [3, 1, 2]
/// ```
list_of :: {T}(elements: Slice{T}, location: Pointer{Source_Location} = #caller-location) -> List{T}
    result := list{T}(elements.length, location = location)
    append_all(&result, elements, location = location)
    return result
end

/// A list with the same elements over the current allocator.
/// ```
/// a := List.list_of{Int}({1, 2})
/// b := a.copy()
/// b[0] = 9
/// a                               // => [1, 2]
/// ```
copy :: {T}(l: Pointer{List{T}}, location: Pointer{Source_Location} = #caller-location) -> List{T} => list_of(items(l), location = location)

/// Puts an element behind the last one.
/// ```
/// numbers := List.list{Int}()
/// numbers.append(3)
/// numbers.append(1)
/// numbers                         // => [3, 1]
/// ```
append :: {T}(l: Pointer{List{T}}, x: T, location: Pointer{Source_Location} = #caller-location)
    if l.length == l.capacity
        reserve(l, l.length + 1, location = location)
    end
    l.data[l.length] = x
    l.length += 1
end

/// Puts all elements of a slice behind the last one. The slice may be a part of this list.
/// ```
/// numbers := List.list_of{Int}({1, 2})
/// numbers.append_all({3, 4})
/// numbers                         // => [1, 2, 3, 4]
/// ```
append_all :: {T}(l: Pointer{List{T}}, elements: Slice{T}, location: Pointer{Source_Location} = #caller-location)
    count := elements.length
    if count == 0
        return
    end
    from := elements.data
    if l.length + count > l.capacity
        // what lies in this list moves with it
        offset := UInt(from) - UInt(l.data)
        is_own := l.data != null && UInt(from) >= UInt(l.data) && offset < UInt(l.capacity * size_of(T))
        reserve(l, l.length + count, location = location)
        if is_own
            from = Pointer{T}(UInt(l.data) + offset)
        end
    end
    memory_copy(&l.data[l.length], from, count * size_of(T))
    l.length += count
end

/// Takes the last element off and gives it.
/// ```
/// numbers := List.list_of{Int}({1, 2})
/// numbers.pop()                   // => 2
/// numbers                         // => [1]
/// ```
pop :: {T}(l: Pointer{List{T}}) -> T
    assert(l.length > 0, "pop from an empty list")
    l.length -= 1
    return l.data[l.length]
end

/// The same, or `none` of an empty list.
/// ```
/// numbers := List.list_of{Int}({1})
/// numbers.try_pop()               // => some(1)
/// numbers.try_pop()               // => none
/// ```
try_pop :: {T}(l: Pointer{List{T}}) -> Maybe{T}
    if l.length == 0
        return none
    end
    l.length -= 1
    return some(l.data[l.length])
end

/// The first element, or `none`.
/// ```
/// List.list_of{Int}({1, 2}).first()         // => some(1)
/// ```
first :: {T}(l: Pointer{List{T}}) -> Maybe{T} => get(l, 0)

/// The last element, or `none`.
/// ```
/// List.list_of{Int}({1, 2}).last()          // => some(2)
/// ```
last :: {T}(l: Pointer{List{T}}) -> Maybe{T} => get(l, l.length - 1)

/// The element at a position, or `none`.
/// ```
/// numbers := List.list_of{Int}({1, 2})
/// numbers.get(1)                  // => some(2)
/// numbers.get(2)                  // => none
/// ```
get :: {T}(l: Pointer{List{T}}, at: Int) -> Maybe{T}
    if at < 0 || at >= l.length
        return none
    end
    return some(l.data[at])
end

/// Makes room for at least so many elements.
/// ```
/// numbers := List.list{Int}()
/// numbers.reserve(1000)           // the next thousand do not move it
/// ```
reserve :: {T}(l: Pointer{List{T}}, needed: Int, location: Pointer{Source_Location} = #caller-location)
    if needed > l.capacity
        set_capacity(l, max(max(2 * l.capacity, needed), 4), location = location)
    end
end

/// Gives back the memory that is not in use.
/// ```
/// numbers := List.list_of{Int}({1, 2})
/// numbers.reserve(1000)
/// numbers.shrink()
/// numbers.capacity                // => 2
/// ```
shrink :: {T}(l: Pointer{List{T}}, location: Pointer{Source_Location} = #caller-location)
    if l.length == 0
        destroy(l)
    else if l.length < l.capacity
        set_capacity(l, l.length, location = location)
    end
end

set_capacity :: {T}(l: Pointer{List{T}}, capacity: Int, location: Pointer{Source_Location} = #caller-location) #private #no-inline
    if l.allocator == null
        l.allocator = context.allocator
        l.allocator_data = context.allocator_data
    end
    if capacity < 0 || size_of(T) > 0 && capacity > 0x7fff_ffff_ffff_ffff / max(size_of(T), 1)
        panic_text("impossible length of a list", location@)
    end
    mode := ifx l.data == null => AllocatorMode.ALLOCATE else => AllocatorMode.RESIZE end
    fresh := l.allocator(mode, capacity * size_of(T), align_of(T), l.allocator_data, l.capacity * size_of(T), l.data, bit_cast{Int}(location))
    if fresh == null
        out_of_memory(capacity * size_of(T), "a list", location = location)
    end
    l.data = Pointer{T}(fresh)
    l.capacity = capacity
end

/// Makes the list so long: new elements get this value.
/// ```
/// numbers := List.list_of{Int}({1, 2})
/// numbers.resize(4, 7)
/// numbers                         // => [1, 2, 7, 7]
/// ```
resize :: {T}(l: Pointer{List{T}}, length: Int, value: T = T{}, location: Pointer{Source_Location} = #caller-location)
    assert(length >= 0, "negative length", location@)
    reserve(l, length, location = location)
    for i in l.length..<length
        l.data[i] = value
    end
    l.length = length
end

/// Drops all elements behind the first `length`.
/// ```
/// numbers := List.list_of{Int}({1, 2, 3})
/// numbers.truncate(1)
/// numbers                         // => [1]
/// ```
truncate :: {T}(l: Pointer{List{T}}, length: Int)
    l.length = max(min(length, l.length), 0)
end

/// Puts an element in front of position `at`.
/// ```
/// numbers := List.list_of{Int}({1, 2})
/// numbers.insert(1, 9)
/// numbers                         // => [1, 9, 2]
/// ```
insert :: {T}(l: Pointer{List{T}}, at: Int, x: T, location: Pointer{Source_Location} = #caller-location)
    if at < 0 || at > l.length
        panic_index(at, l.length, location = location)
    end
    reserve(l, l.length + 1, location = location)
    memory_move(&l.data[at + 1], &l.data[at], (l.length - at) * size_of(T))
    l.data[at] = x
    l.length += 1
end

/// Puts all elements of a slice in front of position `at`. The slice is not a part of this list.
/// ```
/// numbers := List.list_of{Int}({1, 2})
/// numbers.insert_all(1, {8, 9})
/// numbers                         // => [1, 8, 9, 2]
/// ```
insert_all :: {T}(l: Pointer{List{T}}, at: Int, elements: Slice{T}, location: Pointer{Source_Location} = #caller-location)
    if at < 0 || at > l.length
        panic_index(at, l.length, location = location)
    end
    reserve(l, l.length + elements.length, location = location)
    memory_move(&l.data[at + elements.length], &l.data[at], (l.length - at) * size_of(T))
    memory_copy(&l.data[at], elements.data, elements.length * size_of(T))
    l.length += elements.length
end

/// Takes the element at `at` out; those behind it move up.
/// ```
/// numbers := List.list_of{Int}({1, 2, 3})
/// numbers.remove(0)               // => 1
/// numbers                         // => [2, 3]
/// ```
remove :: {T}(l: Pointer{List{T}}, at: Int, location: Pointer{Source_Location} = #caller-location) -> T
    if at < 0 || at >= l.length
        panic_index(at, l.length, location = location)
    end
    x := l.data[at]
    l.length -= 1
    memory_move(&l.data[at], &l.data[at + 1], (l.length - at) * size_of(T))
    return x
end

/// Takes the element at `at` out; the last one takes its place.
/// ```
/// numbers := List.list_of{Int}({1, 2, 3})
/// numbers.swap_remove(0)          // => 1
/// numbers                         // => [3, 2]
/// ```
swap_remove :: {T}(l: Pointer{List{T}}, at: Int, location: Pointer{Source_Location} = #caller-location) -> T
    if at < 0 || at >= l.length
        panic_index(at, l.length, location = location)
    end
    x := l.data[at]
    l.length -= 1
    l.data[at] = l.data[l.length]
    return x
end

/// Takes the elements from `low` to before `high` out.
/// ```
/// numbers := List.list_of{Int}({0, 1, 2, 3})
/// numbers.remove_range(1, 3)
/// numbers                         // => [0, 3]
/// ```
remove_range :: {T}(l: Pointer{List{T}}, low: Int, high: Int)
    assert(low >= 0 && low <= high && high <= l.length, "range out of range")
    memory_move(&l.data[low], &l.data[high], (l.length - high) * size_of(T))
    l.length -= high - low
end

/// Takes out all elements that do not satisfy the condition; the others keep their order.
/// ```
/// numbers := List.list_of{Int}({1, 2, 3, 4})
/// numbers.retain((x: Int) -> Bool => x % 2 == 0)
/// numbers                         // => [2, 4]
/// ```
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
/// ```
/// numbers := List.list_of{Int}({1, 1, 2, 1})
/// numbers.remove_repeated()
/// numbers                         // => [1, 2, 1]
/// ```
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
/// ```
/// numbers := List.list_of{Int}({5, 7, 7})
/// numbers.index_of(7)             // => some(1)
/// numbers.index_of(8)             // => none
/// ```
index_of :: {T}(l: Pointer{List{T}}, x: T) -> Maybe{Int}
    for i in 0..<l.length
        if l.data[i] == x
            return some(i)
        end
    end
    return none
end

/// Whether an element is in it.
/// ```
/// List.list_of{Int}({5, 7}).contains(7)     // => true
/// ```
contains :: {T}(l: Pointer{List{T}}, x: T) -> Bool
    for i in 0..<l.length
        if l.data[i] == x
            return true
        end
    end
    return false
end

/// Turns the order round.
/// ```
/// numbers := List.list_of{Int}({1, 2, 3})
/// numbers.reverse_items()
/// numbers                         // => [3, 2, 1]
/// ```
reverse_items :: {T}(l: Pointer{List{T}})
    low, high := 0, l.length - 1
    while low < high
        l.data[low], l.data[high] = l.data[high], l.data[low]
        low += 1
        high -= 1
    end
end

/// What the procedure makes of each element, over the current allocator.
/// ```
/// numbers := List.list_of{Int}({1, 2, 3})
/// numbers.mapped((x: Int) -> f64 => f64(x) / 2.0)     // => [0.5, 1.0, 1.5]
/// ```
mapped :: {T, R}(l: Pointer{List{T}}, change: #closure (x: T) -> R, location: Pointer{Source_Location} = #caller-location) -> List{R}
    result := list{R}(l.length, location = location)
    for i in 0..<l.length
        append(&result, change(l.data[i]), location = location)
    end
    return result
end

/// The elements that satisfy the condition, over the current allocator.
/// ```
/// numbers := List.list_of{Int}({1, 2, 3})
/// numbers.filtered((x: Int) -> Bool => x > 1)         // => [2, 3]
/// ```
filtered :: {T}(l: Pointer{List{T}}, keep: #closure (x: T) -> Bool, location: Pointer{Source_Location} = #caller-location) -> List{T}
    result := list{T}()
    for i in 0..<l.length
        if keep(l.data[i])
            append(&result, l.data[i], location = location)
        end
    end
    return result
end

/// The elements; valid until the list grows.
/// ```
/// #import "Sort"
/// numbers := List.list_of{Int}({3, 1, 2})
/// sort(numbers.items())
/// numbers                         // => [1, 2, 3]
/// ```
items :: {T}(l: Pointer{List{T}}) -> Slice{T}
    return l.data[0..<l.length]
end

/// Takes all elements out and keeps the memory.
/// ```
/// numbers := List.list_of{Int}({3, 1, 2})
/// numbers.clear()
/// numbers.length                  // => 0
/// ```
clear :: {T}(l: Pointer{List{T}})
    l.length = 0
end

/// Frees the memory; the list is empty and can be used again.
/// ```
/// numbers := List.list_of{Int}({3, 1, 2})
/// defer numbers.destroy()
/// ```
destroy :: {T}(l: Pointer{List{T}})
    if l.data != null
        l.allocator(.FREE, 0, align_of(T), l.allocator_data, l.capacity * size_of(T), l.data, 0)
    end
    l.data = null
    l.length = 0
    l.capacity = 0
end

/// The element at a position; a position that is not there is a panic.
/// ```
/// numbers := List.list_of{Int}({3, 1})
/// numbers[1] += 5
/// numbers[1]                      // => 6
/// numbers[2]                      // panic: index 2 is out of range for length 2
/// ```
&[] :: #operator {T}(l: Pointer{List{T}}, i: Int, location: Pointer{Source_Location} = #caller-location) -> Pointer{T}
    if i < 0 || i >= l.length
        panic_index(i, l.length, location = location)
    end
    return &l.data[i]
end

/// Whether both have equal elements in the same order.
/// ```
/// List.list_of{Int}({3, 1}) == List.list_of{Int}({3, 1})      // => true
/// ```
== :: #operator {T}(a: List{T}, b: List{T}) -> Bool
    return equal(a.data[0..<a.length], b.data[0..<b.length])
end

/// The same for lists that are equal, so that they can be keys.
/// ```
/// List.hash(List.list_of{Int}({3, 1}), 7) == List.hash(List.list_of{Int}({3, 1}), 7)      // => true
/// ```
hash :: {T}(l: List{T}, seed: u64) -> u64
    result := hash(l.length, seed)
    for element in l.data[0..<l.length]
        result = hash(element, result)
    end
    return result
end

/// A walk through the elements, behind `for`. The list may grow meanwhile.
Walk :: struct {T}
    list: Pointer{List{T}}
    at: Int
end

/// What `for x in list` goes over.
/// ```
/// for x, i in List.list_of{Int}({3, 1})
///     print("{} {}\n", i, x)
/// end
/// // => 0 3
/// // => 1 1
/// ```
iterate :: {T}(l: Pointer{List{T}}) -> Walk{T} => Walk{T}{l, 0}

/// The next element of a walk; the last value says whether there is one.
/// ```
/// numbers := List.list_of{Int}({3})
/// walk := numbers.iterate()
/// while x := walk.next()
///     print("{}\n", x)            // => 3
/// end
/// ```
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

/// What `for &x in list` goes over.
/// ```
/// numbers := List.list_of{Int}({3, 1})
/// for &x in numbers
///     x *= 10
/// end
/// numbers                         // => [30, 10]
/// ```
iterate_places :: {T}(l: Pointer{List{T}}) -> Places{T} => Places{T}{iterate(l)}

next :: {T}(places: Pointer{Places{T}}) -> (Pointer{T}, Bool)
    if places.walk.at >= places.walk.list.length
        return null, false
    end
    places.walk.at += 1
    return &places.walk.list.data[places.walk.at - 1], true
end

Backwards :: struct {T}
    walk: Walk{T}
end

/// What `for x in reverse(list)` goes over.
/// ```
/// for x, i in reverse(List.list_of{Int}({3, 1}))
///     print("{} {}\n", i, x)
/// end
/// // => 1 1
/// // => 0 3
/// ```
iterate_backwards :: {T}(l: Pointer{List{T}}) -> Backwards{T} => Backwards{T}{Walk{T}{l, l.length}}

next :: {T}(backwards: Pointer{Backwards{T}}) -> (T, Int, Bool)
    at := step_back(&backwards.walk)
    return ifx at < 0 => T{} else => backwards.walk.list.data[at] end, at, at >= 0
end

Places_Backwards :: struct {T}
    walk: Walk{T}
end

/// What `for &x in reverse(list)` goes over.
/// ```
/// numbers := List.list_of{Int}({3, 1})
/// for &x, i in reverse(numbers)
///     x += 10 * i
/// end
/// numbers                         // => [3, 11]
/// ```
iterate_places_backwards :: {T}(l: Pointer{List{T}}) -> Places_Backwards{T} => Places_Backwards{T}{Walk{T}{l, l.length}}

next :: {T}(backwards: Pointer{Places_Backwards{T}}) -> (Pointer{T}, Int, Bool)
    at := step_back(&backwards.walk)
    return ifx at < 0 => null else => &backwards.walk.list.data[at] end, at, at >= 0
end

// The position in front of the last one, or -1. What has been taken out meanwhile is left out.
step_back :: {T}(walk: Pointer{Walk{T}}) -> Int #private
    walk.at = min(walk.at, walk.list.length) - 1
    return walk.at
end

/// How `print` shows a list.
/// ```
/// print("{}\n", List.list_of{String}({"a"}))          // => ["a"]
/// ```
format :: {T}(out: Pointer{Writer}, l: Pointer{List{T}}, spec: Format_Spec)
    elements := l.data[0..<l.length]
    format(out, &elements, spec)
end
