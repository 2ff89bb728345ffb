//! A growing array. It keeps the allocator that it was made with.

List :: struct {T}
    data: Pointer{T}
    length: Int
    capacity: Int
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// An empty list over the current allocator.
list :: {T}() -> List{T}
    return List{T}{allocator = context.allocator, allocator_data = context.allocator_data}
end

append :: {T}(l: Pointer{List{T}}, x: T)
    if l.length == l.capacity
        reserve(l, l.length + 1)
    end
    l.data[l.length] = x
    l.length += 1
end

/// Takes the last element off and gives it.
pop :: {T}(l: Pointer{List{T}}) -> T
    assert(l.length > 0, "pop from an empty list")
    l.length -= 1
    return l.data[l.length]
end

/// Makes room for at least so many elements.
reserve :: {T}(l: Pointer{List{T}}, needed: Int)
    if needed <= l.capacity
        return
    end
    if l.allocator == null
        l.allocator = context.allocator
        l.allocator_data = context.allocator_data
    end
    capacity := max(max(2 * l.capacity, needed), 4)
    mode := ifx l.data == null => AllocatorMode.ALLOCATE else => AllocatorMode.RESIZE end
    fresh := l.allocator(mode, capacity * size_of(T), align_of(T), l.allocator_data, l.capacity * size_of(T), l.data, 0)
    if fresh == null
        panic_text("out of memory")
    end
    l.data = Pointer{T}(fresh)
    l.capacity = capacity
end

/// Puts an element in front of position `at`.
insert :: {T}(l: Pointer{List{T}}, at: Int, x: T)
    assert(at >= 0 && at <= l.length, "position out of range")
    reserve(l, l.length + 1)
    memory_move(&l.data[at + 1], &l.data[at], (l.length - at) * size_of(T))
    l.data[at] = x
    l.length += 1
end

/// Takes the element at `at` out; those behind it move up.
remove :: {T}(l: Pointer{List{T}}, at: Int) -> T
    assert(at >= 0 && at < l.length, "position out of range")
    x := l.data[at]
    l.length -= 1
    memory_move(&l.data[at], &l.data[at + 1], (l.length - at) * size_of(T))
    return x
end

/// The elements; valid until the list grows.
items :: {T}(l: Pointer{List{T}}) -> Slice{T}
    return l.data[0..<l.length]
end

clear :: {T}(l: Pointer{List{T}})
    l.length = 0
end

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

format :: {T}(out: Pointer{Writer}, l: Pointer{List{T}}, spec: Format_Spec)
    elements := l.data[0..<l.length]
    format(out, &elements, spec)
end
