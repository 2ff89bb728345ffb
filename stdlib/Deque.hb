//! A queue with two ends: a growing ring of elements. Adding and taking at either end takes the same time whatever the length.
//!
//! ```
//! queue := Deque.deque{Int}()
//! defer queue.destroy()
//! queue.push_back(1)
//! queue.push_front(0)
//! while x := queue.pop_front()
//!     print("{}\n", x)
//! end
//! // => 0
//! // => 1
//! ```

#import "Hash"

Deque :: struct {T}
    data: Pointer{T}
    first: Int
    length: Int
    capacity: Int                       // a power of two
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// An empty queue over the current allocator.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_back(1)
/// queue.length                    // => 1
/// ```
deque :: {T}() -> Deque{T}
    return Deque{T}{allocator = context.allocator, allocator_data = context.allocator_data}
end

/// Puts an element behind all others.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_back(1)
/// queue.push_back(2)
/// queue                           // => [1, 2]
/// ```
push_back :: {T}(d: Pointer{Deque{T}}, x: T, location: Pointer{Source_Location} = #caller-location)
    if d.length == d.capacity
        grow(d, d.length + 1, location = location)
    end
    d.data[(d.first + d.length) & (d.capacity - 1)] = x
    d.length += 1
end

/// Puts an element in front of all others.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_front(1)
/// queue.push_front(2)
/// queue                           // => [2, 1]
/// ```
push_front :: {T}(d: Pointer{Deque{T}}, x: T, location: Pointer{Source_Location} = #caller-location)
    if d.length == d.capacity
        grow(d, d.length + 1, location = location)
    end
    d.first = (d.first - 1) & (d.capacity - 1)
    d.data[d.first] = x
    d.length += 1
end

/// Takes the first element out, or gives `none`.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_back(1)
/// queue.push_back(2)
/// queue.pop_front()               // => some(1)
/// ```
pop_front :: {T}(d: Pointer{Deque{T}}) -> Maybe{T}
    if d.length == 0
        return none
    end
    x := d.data[d.first]
    d.first = (d.first + 1) & (d.capacity - 1)
    d.length -= 1
    return some(x)
end

/// Takes the last element out, or gives `none`.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_back(1)
/// queue.push_back(2)
/// queue.pop_back()                // => some(2)
/// ```
pop_back :: {T}(d: Pointer{Deque{T}}) -> Maybe{T}
    if d.length == 0
        return none
    end
    d.length -= 1
    return some(d.data[(d.first + d.length) & (d.capacity - 1)])
end

/// The first element, or `none`.
/// ```
/// queue := Deque.deque{Int}()
/// queue.front()                   // => none
/// queue.push_back(1)
/// queue.front()                   // => some(1)
/// ```
front :: {T}(d: Pointer{Deque{T}}) -> Maybe{T}
    if d.length == 0
        return none
    end
    return some(d.data[d.first])
end

/// The last element, or `none`.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_back(1)
/// queue.push_back(2)
/// queue.back()                    // => some(2)
/// ```
back :: {T}(d: Pointer{Deque{T}}) -> Maybe{T}
    if d.length == 0
        return none
    end
    return some(d@[d.length - 1])
end

/// Puts an element at a position, 0 to the length; those on its shorter side move.
/// ```
/// queue := Deque.deque{Int}()
/// queue.append_all({1, 2, 4})
/// queue.insert(2, 3)
/// queue                           // => [1, 2, 3, 4]
/// queue.insert(9, 3)              // panic: index 9 is out of range for length 4
/// ```
insert :: {T}(d: Pointer{Deque{T}}, at: Int, x: T, location: Pointer{Source_Location} = #caller-location)
    if at < 0 || at > d.length
        panic_index(at, d.length, location = location)
    end
    if at < d.length / 2
        push_front(d, x, location = location)
        for i in 0..<at
            d@[i] = d@[i + 1]
        end
    else
        push_back(d, x, location = location)
        for i in 0..<d.length - 1 - at
            d@[d.length - 1 - i] = d@[d.length - 2 - i]
        end
    end
    d@[at] = x
end

/// Takes the element at a position out; those on its shorter side move.
/// ```
/// queue := Deque.deque{Int}()
/// queue.append_all({1, 2, 3})
/// queue.remove(1)                 // => 2
/// queue                           // => [1, 3]
/// ```
remove :: {T}(d: Pointer{Deque{T}}, at: Int, location: Pointer{Source_Location} = #caller-location) -> T
    if at < 0 || at >= d.length
        panic_index(at, d.length, location = location)
    end
    x := d@[at]
    if at < d.length / 2
        for i in 0..<at
            d@[at - i] = d@[at - i - 1]
        end
        d.first = (d.first + 1) & (d.capacity - 1)
    else
        for i in at..<d.length - 1
            d@[i] = d@[i + 1]
        end
    end
    d.length -= 1
    return x
end

/// Puts several elements behind all others.
/// ```
/// queue := Deque.deque{Int}()
/// queue.append_all({1, 2})
/// queue.length                    // => 2
/// ```
append_all :: {T}(d: Pointer{Deque{T}}, items: Slice{T}, location: Pointer{Source_Location} = #caller-location)
    reserve(d, d.length + items.length, location = location)
    for x in items
        push_back(d, x, location = location)
    end
end

/// The elements as they lie in memory: those up to the end of the block, and those behind its start. Valid until the queue changes.
/// ```
/// queue := Deque.deque{Int}()
/// queue.append_all({2, 3})
/// queue.push_front(1)
/// first, second := queue.slices()
/// print("{} {}\n", first, second) // => [1] [2, 3]
/// ```
slices :: {T}(d: Pointer{Deque{T}}) -> (Slice{T}, Slice{T})
    head := min(d.length, d.capacity - d.first)
    return Slice{T}{data = &d.data[d.first], length = head}, Slice{T}{data = d.data, length = d.length - head}
end

/// Whether an element is in it.
/// ```
/// queue := Deque.deque{Int}()
/// queue.append_all({1, 2})
/// queue.contains(2)               // => true
/// ```
contains :: {T}(d: Pointer{Deque{T}}, x: T) -> Bool where has_operator(T, "==")
    for i in 0..<d.length
        if d@[i] == x
            return true
        end
    end
    return false
end

/// Another queue with the same elements, over the current allocator.
/// ```
/// queue := Deque.deque{Int}()
/// queue.append_all({1, 2})
/// other := queue.copy()
/// other.pop_front()
/// queue.length                    // => 2
/// ```
copy :: {T}(d: Pointer{Deque{T}}, location: Pointer{Source_Location} = #caller-location) -> Deque{T}
    result := deque{T}()
    first, second := slices(d)
    append_all(&result, first, location = location)
    append_all(&result, second, location = location)
    return result
end

/// Makes room for so many elements.
/// ```
/// queue := Deque.deque{Int}()
/// queue.reserve(1000)
/// ```
reserve :: {T}(d: Pointer{Deque{T}}, needed: Int, location: Pointer{Source_Location} = #caller-location)
    if needed > d.capacity
        grow(d, needed, location = location)
    end
end

/// Takes all elements out and keeps the memory.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_back(1)
/// queue.clear()
/// queue.length                    // => 0
/// ```
clear :: {T}(d: Pointer{Deque{T}})
    d.first = 0
    d.length = 0
end

/// Frees the memory; the queue is empty and can be used again.
/// ```
/// queue := Deque.deque{Int}()
/// defer queue.destroy()
/// ```
destroy :: {T}(d: Pointer{Deque{T}})
    if d.data != null
        d.allocator(.FREE, 0, align_of(T), d.allocator_data, d.capacity * size_of(T), d.data, 0)
    end
    d.data = null
    d.capacity = 0
    clear(d)
end

/// The element at a position, counted from the front.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_back(1)
/// queue.push_front(0)
/// queue[1]                        // => 1
/// queue[2]                        // panic: index 2 is out of range for length 2
/// ```
&[] :: #operator {T}(d: Pointer{Deque{T}}, i: Int, location: Pointer{Source_Location} = #caller-location) -> Pointer{T}
    if i < 0 || i >= d.length
        panic_index(i, d.length, location = location)
    end
    return &d.data[(d.first + i) & (d.capacity - 1)]
end

/// A walk from front to back, behind `for`.
Walk :: struct {T}
    deque: Pointer{Deque{T}}
    at: Int
end

/// What `for x in deque` goes over.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_back(1)
/// queue.push_front(0)
/// for x in queue
///     print("{}\n", x)
/// end
/// // => 0
/// // => 1
/// ```
iterate :: {T}(d: Pointer{Deque{T}}) -> Walk{T} => Walk{T}{d, 0}

/// The next element of a walk; the last value says whether there is one.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_back(1)
/// walk := queue.iterate()
/// while x := walk.next()
///     print("{}\n", x)            // => 1
/// end
/// ```
next :: {T}(walk: Pointer{Walk{T}}) -> (T, Bool)
    if walk.at >= walk.deque.length
        return T{}, false
    end
    walk.at += 1
    return walk.deque@[walk.at - 1], true
end

Places :: struct {T}
    walk: Walk{T}
end

/// What `for &x in deque` goes over.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_back(1)
/// for &x in queue
///     x += 10
/// end
/// queue                           // => [11]
/// ```
iterate_places :: {T}(d: Pointer{Deque{T}}) -> Places{T} => Places{T}{iterate(d)}

next :: {T}(places: Pointer{Places{T}}) -> (Pointer{T}, Bool)
    walk := &places.walk
    if walk.at >= walk.deque.length
        return null, false
    end
    walk.at += 1
    return &walk.deque@[walk.at - 1], true
end

Backwards :: struct {T}
    walk: Walk{T}
end

/// What `for x in reverse(deque)` goes over.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_back(1)
/// queue.push_front(0)
/// for x, i in reverse(queue)
///     print("{} {}\n", i, x)
/// end
/// // => 1 1
/// // => 0 0
/// ```
iterate_backwards :: {T}(d: Pointer{Deque{T}}) -> Backwards{T} => Backwards{T}{Walk{T}{d, d.length}}

next :: {T}(backwards: Pointer{Backwards{T}}) -> (T, Int, Bool)
    walk := &backwards.walk
    walk.at = min(walk.at, walk.deque.length) - 1
    return ifx walk.at < 0 => T{} else => walk.deque@[walk.at] end, walk.at, walk.at >= 0
end

/// Whether both have equal elements in the same order.
/// ```
/// a, b := Deque.deque{Int}(), Deque.deque{Int}()
/// a.push_back(1)
/// b.push_front(1)
/// a == b                          // => true
/// ```
== :: #operator {T}(a: Deque{T}, b: Deque{T}) -> Bool
    if a.length != b.length
        return false
    end
    left, right := a, b
    for i in 0..<left.length
        if left[i] != right[i]
            return false
        end
    end
    return true
end

/// The same for queues that are equal, so that they can be keys.
/// ```
/// a, b := Deque.deque{Int}(), Deque.deque{Int}()
/// a.push_back(1)
/// b.push_front(1)
/// Deque.hash(a, 7) == Deque.hash(b, 7)                // => true
/// ```
hash :: {T}(d: Deque{T}, seed: u64) -> u64
    queue := d
    result := hash(queue.length, seed)
    for element in queue
        result = hash(element, result)
    end
    return result
end

/// How `print` shows a queue.
/// ```
/// queue := Deque.deque{Int}()
/// queue.push_back(1)
/// print("{}\n", queue)            // => [1]
/// ```
format :: {T}(out: Pointer{Writer}, d: Pointer{Deque{T}}, _spec: Format_Spec)
    write(out, "[")
    for i in 0..<d.length
        if i > 0
            write(out, ", ")
        end
        format(out, &d@[i], Format_Spec{kind = .DEBUG})
    end
    write(out, "]")
end

grow :: {T}(d: Pointer{Deque{T}}, needed: Int, location: Pointer{Source_Location} = #caller-location) #private #no-inline
    if d.allocator == null
        d.allocator = context.allocator
        d.allocator_data = context.allocator_data
    end
    if needed > (1 << 61) / max(size_of(T), 1)
        panic_text("impossible length of a deque", location@)
    end
    capacity := max(d.capacity, 4)
    while capacity < needed
        capacity *= 2
    end
    memory := d.allocator(.ALLOCATE, capacity * size_of(T), align_of(T), d.allocator_data, 0, null, bit_cast{Int}(location))
    if memory == null
        out_of_memory(capacity * size_of(T), "a deque", location = location)
    end
    fresh := Pointer{T}(memory)
    if d.data != null
        head := min(d.length, d.capacity - d.first)
        memory_copy(fresh, &d.data[d.first], head * size_of(T))
        memory_copy(&fresh[head], d.data, (d.length - head) * size_of(T))
        d.allocator(.FREE, 0, align_of(T), d.allocator_data, d.capacity * size_of(T), d.data, 0)
    end
    d.data = fresh
    d.first = 0
    d.capacity = capacity
end
