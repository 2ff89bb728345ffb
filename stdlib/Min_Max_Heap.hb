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
min_max_heap_of :: {T}(elements: Slice{T}, location: Pointer{Source_Location} = #caller-location) -> Min_Max_Heap{T}
    h := Min_Max_Heap{T}{list_of(elements, location = location)}
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
push :: {T}(h: Pointer{Min_Max_Heap{T}}, x: T, location: Pointer{Source_Location} = #caller-location)
    append(&h.items, x, location = location)
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
replace_min :: {T}(h: Pointer{Min_Max_Heap{T}}, x: T, location: Pointer{Source_Location} = #caller-location) -> Maybe{T}
    old := pop_min(h)
    push(h, x, location = location)
    return old
end

/// Takes the greatest element and puts another one in.
/// ```
/// heap := Min_Max_Heap.min_max_heap_of{Int}({3, 1, 2})
/// heap.replace_max(0)             // => some(3)
/// heap.peek_min()                 // => some(0)
/// ```
replace_max :: {T}(h: Pointer{Min_Max_Heap{T}}, x: T, location: Pointer{Source_Location} = #caller-location) -> Maybe{T}
    old := pop_max(h)
    push(h, x, location = location)
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

/// How `print` shows a heap: its elements in no particular order but the smallest first.
/// ```
/// heap := Min_Max_Heap.min_max_heap_of{Int}({5, 1})
/// print("{}\n", heap)            // => [1, 5]
/// ```
format :: {T}(out: Pointer{Writer}, h: Pointer{Min_Max_Heap{T}}, spec: Format_Spec)
    items := h.items.items()
    format(out, &items, spec)
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
is_above :: {T, IS_MIN: Bool}(a: T, b: T) -> Bool #private #inline
    #if IS_MIN
        return a < b
    #else
        return b < a
    #end
end

// An element that is put in goes up the levels of one kind: of its own, or of its parent's if it belongs beyond that. What it passes moves
// down into the hole that it leaves.
sift_up :: {T}(h: Pointer{Min_Max_Heap{T}}, from: Int) #private
    if from == 0
        return
    end
    data := h.items.data
    x := data[from]
    parent := (from - 1) / 2
    if is_min_level(from)
        if data[parent] < x
            data[from] = data[parent]
            rise{T, false}(data, parent, x)
        else
            rise{T, true}(data, from, x)
        end
    else
        if x < data[parent]
            data[from] = data[parent]
            rise{T, true}(data, parent, x)
        else
            rise{T, false}(data, from, x)
        end
    end
end

rise :: {T, IS_MIN: Bool}(data: Pointer{T}, from: Int, x: T) #private #inline
    at := from
    while at > 2
        above := (at - 3) / 4
        if !is_above{T, IS_MIN}(x, data[above])
            break
        end
        data[at] = data[above]
        at = above
    end
    data[at] = x
end

sift_down :: {T}(h: Pointer{Min_Max_Heap{T}}, from: Int) #private
    if is_min_level(from)
        sink{T, true}(h.items.data, h.items.length, from)
    else
        sink{T, false}(h.items.data, h.items.length, from)
    end
end

sink :: {T, IS_MIN: Bool}(data: Pointer{T}, count: Int, from: Int) #private
    x := data[from]
    at := from
    while 2 * at + 1 < count
        best := best_below{T, IS_MIN}(data, count, at)
        if !is_above{T, IS_MIN}(data[best], x)
            break
        end
        data[at] = data[best]
        is_child := best <= 2 * at + 2
        at = best
        if is_child
            break
        end
        parent := (at - 1) / 2
        if is_above{T, IS_MIN}(data[parent], x)
            x, data[parent] = data[parent], x
        end
    end
    data[at] = x
end

// The element that belongs furthest above among children, of which there is one at least, and their children.
best_below :: {T, IS_MIN: Bool}(data: Pointer{T}, count: Int, at: Int) -> Int #private #inline
    child, grandchild := 2 * at + 1, 4 * at + 3
    if grandchild + 3 < count
        // all four are there, and with them none of the children is better than all of its own
        left := ifx is_above{T, IS_MIN}(data[grandchild + 1], data[grandchild]) => grandchild + 1 else => grandchild end
        right := ifx is_above{T, IS_MIN}(data[grandchild + 3], data[grandchild + 2]) => grandchild + 3 else => grandchild + 2 end
        return ifx is_above{T, IS_MIN}(data[right], data[left]) => right else => left end
    end
    best := child
    if child + 1 < count && is_above{T, IS_MIN}(data[child + 1], data[best])
        best = child + 1
    end
    for i in grandchild..<min(grandchild + 4, count)
        if is_above{T, IS_MIN}(data[i], data[best])
            best = i
        end
    end
    return best
end
