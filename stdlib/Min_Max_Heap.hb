//! A priority queue with two ends: the smallest and the greatest element are at hand. Levels of the tree take turns: on even ones each element
//! is the smallest of its subtree, on odd ones the greatest.
//!
//! ```
//! heap := Min_Max_Heap.min_max_heap_of(Array{Int, 3}{3, 1, 2})
//! defer heap.destroy()
//! heap.pop_min() or_else 0              // => 1
//! heap.pop_max() or_else 0              // => 3
//! ```

#import "List"
#import "Math" (leading_zeros)

Min_Max_Heap :: struct {T}
    items: List{T}
end

/// An empty heap over the current allocator.
/// ```
/// heap := Min_Max_Heap.min_max_heap{Int}()
/// heap.push(3)
/// heap.push(1)
/// heap.pop_max()                  // => some(3)
/// ```
min_max_heap :: {T}() -> Min_Max_Heap{T} => Min_Max_Heap{T}{list{T}()}

/// A heap of these elements, made in linear time.
/// ```
/// heap := Min_Max_Heap.min_max_heap_of{Int}({3, 1, 2})
/// heap.peek_min()                 // => some(1)
/// heap.peek_max()                 // => some(3)
/// ```
min_max_heap_of :: {T}(elements: Slice{T}) -> Min_Max_Heap{T}
    h := Min_Max_Heap{T}{list_of(elements)}
    at := h.items.length / 2
    while at > 0
        at -= 1
        sift_down(&h, at)
    end
    return h
end

/// Puts an element in.
/// ```
/// heap := Min_Max_Heap.min_max_heap{Int}()
/// heap.push(3)
/// heap.length()                   // => 1
/// ```
push :: {T}(h: Pointer{Min_Max_Heap{T}}, x: T)
    append(&h.items, x)
    sift_up(h, h.items.length - 1)
end

/// The smallest element, which stays.
/// ```
/// Min_Max_Heap.min_max_heap_of{Int}({3, 1, 2}).peek_min()     // => some(1)
/// ```
peek_min :: {T}(h: Pointer{Min_Max_Heap{T}}) -> Maybe{T} => first(&h.items)

/// The greatest element, which stays.
/// ```
/// Min_Max_Heap.min_max_heap_of{Int}({3, 1, 2}).peek_max()     // => some(3)
/// ```
peek_max :: {T}(h: Pointer{Min_Max_Heap{T}}) -> Maybe{T}
    if h.items.length == 0
        return none
    end
    return some(h.items.data[greatest(h)])
end

/// Takes the smallest element.
/// ```
/// heap := Min_Max_Heap.min_max_heap_of{Int}({3, 1, 2})
/// heap.pop_min()                  // => some(1)
/// heap.pop_min()                  // => some(2)
/// ```
pop_min :: {T}(h: Pointer{Min_Max_Heap{T}}) -> Maybe{T}
    if h.items.length == 0
        return none
    end
    return some(take(h, 0))
end

/// Takes the greatest element.
/// ```
/// heap := Min_Max_Heap.min_max_heap_of{Int}({3, 1, 2})
/// heap.pop_max()                  // => some(3)
/// heap.pop_max()                  // => some(2)
/// ```
pop_max :: {T}(h: Pointer{Min_Max_Heap{T}}) -> Maybe{T}
    if h.items.length == 0
        return none
    end
    return some(take(h, greatest(h)))
end

/// Takes the smallest element and puts another one in.
/// ```
/// heap := Min_Max_Heap.min_max_heap_of{Int}({3, 1, 2})
/// heap.replace_min(9)             // => some(1)
/// heap.peek_max()                 // => some(9)
/// ```
replace_min :: {T}(h: Pointer{Min_Max_Heap{T}}, x: T) -> Maybe{T}
    old := pop_min(h)
    push(h, x)
    return old
end

/// Takes the greatest element and puts another one in.
/// ```
/// heap := Min_Max_Heap.min_max_heap_of{Int}({3, 1, 2})
/// heap.replace_max(0)             // => some(3)
/// heap.peek_min()                 // => some(0)
/// ```
replace_max :: {T}(h: Pointer{Min_Max_Heap{T}}, x: T) -> Maybe{T}
    old := pop_max(h)
    push(h, x)
    return old
end

/// How many elements are in it.
/// ```
/// Min_Max_Heap.min_max_heap_of{Int}({3, 1, 2}).length()       // => 3
/// ```
length :: {T}(h: Pointer{Min_Max_Heap{T}}) -> Int => h.items.length

/// Takes all elements out and keeps the memory.
/// ```
/// heap := Min_Max_Heap.min_max_heap_of{Int}({3, 1, 2})
/// heap.clear()
/// heap.pop_min()                  // => none
/// ```
clear :: {T}(h: Pointer{Min_Max_Heap{T}})
    clear(&h.items)
end

/// Frees the memory; the heap is empty and can be used again.
/// ```
/// heap := Min_Max_Heap.min_max_heap_of{Int}({3, 1, 2})
/// defer heap.destroy()
/// ```
destroy :: {T}(h: Pointer{Min_Max_Heap{T}})
    destroy(&h.items)
end

take :: {T}(h: Pointer{Min_Max_Heap{T}}, at: Int) -> T #private
    x := h.items.data[at]
    h.items.length -= 1
    if at < h.items.length
        h.items.data[at] = h.items.data[h.items.length]
        sift_down(h, at)
    end
    return x
end

greatest :: {T}(h: Pointer{Min_Max_Heap{T}}) -> Int #private
    if h.items.length < 2
        return 0
    end
    return ifx h.items.length > 2 && h.items.data[1] < h.items.data[2] => 2 else => 1 end
end

is_min_level :: (at: Int) -> Bool #private => leading_zeros(at + 1) & 1 == 1

// Whether an element belongs above another on a level of this kind.
is_above :: {T}(a: T, b: T, is_min: Bool) -> Bool #private => ifx is_min => a < b else => b < a end

sift_up :: {T}(h: Pointer{Min_Max_Heap{T}}, from: Int) #private
    data := h.items.data
    at := from
    if at == 0
        return
    end
    parent := (at - 1) / 2
    is_min := is_min_level(at)
    if is_above(data[parent], data[at], is_min)
        data[at], data[parent] = data[parent], data[at]
        at = parent
        is_min = !is_min
    end
    while at > 2
        above := ((at - 1) / 2 - 1) / 2
        if !is_above(data[at], data[above], is_min)
            return
        end
        data[at], data[above] = data[above], data[at]
        at = above
    end
end

sift_down :: {T}(h: Pointer{Min_Max_Heap{T}}, from: Int) #private
    data := h.items.data
    is_min := is_min_level(from)
    at := from
    while true
        best := best_below(h, at, is_min)
        if best < 0 || !is_above(data[best], data[at], is_min)
            return
        end
        data[at], data[best] = data[best], data[at]
        if best <= 2 * at + 2
            return
        end
        parent := (best - 1) / 2
        if is_above(data[parent], data[best], is_min)
            data[best], data[parent] = data[parent], data[best]
        end
        at = best
    end
end

// The element that belongs furthest above among children and their children, or -1.
best_below :: {T}(h: Pointer{Min_Max_Heap{T}}, at: Int, is_min: Bool) -> Int #private
    data, count := h.items.data, h.items.length
    best := -1
    for i in 2 * at + 1..<min(2 * at + 3, count)
        if best < 0 || is_above(data[i], data[best], is_min)
            best = i
        end
    end
    for i in 4 * at + 3..<min(4 * at + 7, count)
        if is_above(data[i], data[best], is_min)
            best = i
        end
    end
    return best
end
