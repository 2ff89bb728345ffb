//! A priority queue: the smallest element comes out first. It needs `<`; for an order of one's own, give the element's type one.
//!
//! ```
//! heap := Heap.heap_of(Array{Int, 3}{3, 1, 2})
//! defer heap.destroy()
//! heap.push(0)
//! while x := heap.pop()
//!     print("{} ", x)
//! end
//! // => 0 1 2 3
//! ```

#import "List"

Heap :: struct {T}
    items: List{T}
end

/// An empty heap over the current allocator.
heap :: {T}() -> Heap{T} => Heap{T}{list{T}()}

/// A heap of these elements, made in linear time.
heap_of :: {T}(elements: Slice{T}) -> Heap{T}
    h := Heap{T}{list_of(elements)}
    at := h.items.length / 2
    while at > 0
        at -= 1
        sift_down(&h, at)
    end
    return h
end

push :: {T}(h: Pointer{Heap{T}}, x: T)
    append(&h.items, x)
    at := h.items.length - 1
    while at > 0
        parent := (at - 1) / 2
        if !(x < h.items.data[parent])
            break
        end
        h.items.data[at] = h.items.data[parent]
        at = parent
    end
    h.items.data[at] = x
end

/// Takes the smallest element.
pop :: {T}(h: Pointer{Heap{T}}) -> Maybe{T}
    if h.items.length == 0
        return none
    end
    smallest := h.items.data[0]
    h.items.length -= 1
    if h.items.length > 0
        h.items.data[0] = h.items.data[h.items.length]
        sift_down(h, 0)
    end
    return some(smallest)
end

/// The smallest element, which stays.
peek :: {T}(h: Pointer{Heap{T}}) -> Maybe{T} => first(&h.items)

/// Takes the smallest element and puts another one in, which is quicker than one after the other.
replace :: {T}(h: Pointer{Heap{T}}, x: T) -> Maybe{T}
    if h.items.length == 0
        push(h, x)
        return none
    end
    smallest := h.items.data[0]
    h.items.data[0] = x
    sift_down(h, 0)
    return some(smallest)
end

length :: {T}(h: Pointer{Heap{T}}) -> Int => h.items.length

clear :: {T}(h: Pointer{Heap{T}})
    clear(&h.items)
end

destroy :: {T}(h: Pointer{Heap{T}})
    destroy(&h.items)
end

sift_down :: {T}(h: Pointer{Heap{T}}, from: Int) #private
    data, count := h.items.data, h.items.length
    x := data[from]
    at := from
    while true
        child := 2 * at + 1
        if child >= count
            break
        end
        if child + 1 < count && data[child + 1] < data[child]
            child += 1
        end
        if !(data[child] < x)
            break
        end
        data[at] = data[child]
        at = child
    end
    data[at] = x
end
