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
/// ```
/// heap := Heap.heap{Int}()
/// heap.push(3)
/// heap.push(1)
/// heap.pop()                      // => some(1)
/// ```
heap :: {T}() -> Heap{T} => Heap{T}{list{T}()}

/// A heap of these elements, made in linear time.
/// ```
/// heap := Heap.heap_of{Int}({3, 1, 2})
/// heap.peek()                     // => some(1)
/// ```
heap_of :: {T}(elements: Slice{T}, location: Pointer{Source_Location} = #caller-location) -> Heap{T}
    h := Heap{T}{list_of(elements, location = location)}
    at := h.items.length / 2
    while at > 0
        at -= 1
        sift_down(&h, at)
    end
    return h
end

/// Puts an element in. Types of one's own say by `<` what comes first.
/// ```
/// Job :: struct
///     name: String
///     urgency: Int
/// end
///
/// < :: #operator (a: Job, b: Job) -> Bool => a.urgency > b.urgency
///
/// main :: ()
///     jobs := Heap.heap{Job}()
///     jobs.push(Job{"sweep", 1})
///     jobs.push(Job{"mend", 9})
///     print("{}\n", jobs.pop().some.name)       // => mend
/// end
/// ```
push :: {T}(h: Pointer{Heap{T}}, x: T, location: Pointer{Source_Location} = #caller-location)
    append(&h.items, x, location = location)
    sift_up(h, h.items.length - 1, 0, x)
end

/// Takes the smallest element.
/// ```
/// heap := Heap.heap_of{Int}({3, 1})
/// heap.pop()                      // => some(1)
/// heap.pop()                      // => some(3)
/// heap.pop()                      // => none
/// ```
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
/// ```
/// heap := Heap.heap_of{Int}({3, 1})
/// heap.peek()                     // => some(1)
/// heap.length()                   // => 2
/// ```
peek :: {T}(h: Pointer{Heap{T}}) -> Maybe{T} => first(&h.items)

/// Takes the smallest element and puts another one in, which is quicker than one after the other.
/// ```
/// heap := Heap.heap_of{Int}({3, 1})
/// heap.replace(7)                 // => some(1)
/// heap.pop()                      // => some(3)
/// ```
replace :: {T}(h: Pointer{Heap{T}}, x: T, location: Pointer{Source_Location} = #caller-location) -> Maybe{T}
    if h.items.length == 0
        push(h, x, location = location)
        return none
    end
    smallest := h.items.data[0]
    h.items.data[0] = x
    sift_down(h, 0)
    return some(smallest)
end

/// How many elements are in it.
/// ```
/// Heap.heap_of{Int}({3, 1}).length()        // => 2
/// ```
length :: {T}(h: Pointer{Heap{T}}) -> Int => h.items.length

/// Takes all elements out and keeps the memory.
/// ```
/// heap := Heap.heap_of{Int}({3, 1})
/// heap.clear()
/// heap.length()                   // => 0
/// ```
clear :: {T}(h: Pointer{Heap{T}})
    clear(&h.items)
end

/// Frees the memory; the heap is empty and can be used again.
/// ```
/// heap := Heap.heap_of{Int}({3, 1})
/// defer heap.destroy()
/// ```
destroy :: {T}(h: Pointer{Heap{T}})
    destroy(&h.items)
end

/// How `print` shows a heap: its elements in no particular order but the smallest first.
/// ```
/// heap := Heap.heap_of{Int}({5, 1})
/// print("{}\n", heap)            // => [1, 5]
/// ```
format :: {T}(out: Pointer{Writer}, h: Pointer{Heap{T}}, spec: Format_Spec)
    items := h.items.items()
    format(out, &items, spec)
end

// Sinks an element to where it belongs: first all the way down, past the smaller child each time, then up again. What comes from the end
// belongs near the end, so this asks once a level where the other way asks twice; and which child is smaller needs no branch.
sift_down :: {T}(h: Pointer{Heap{T}}, from: Int) #private
    data, count := h.items.data, h.items.length
    x := data[from]
    at := from
    child := 2 * at + 1
    while child + 1 < count
        child += Int(data[child + 1] < data[child])
        data[at] = data[child]
        at = child
        child = 2 * at + 1
    end
    if child < count
        data[at] = data[child]
        at = child
    end
    sift_up(h, at, from, x)
end

// Puts an element at a place or, as far as it is smaller, above it.
sift_up :: {T}(h: Pointer{Heap{T}}, from: Int, top: Int, x: T) #private #inline
    data := h.items.data
    at := from
    while at > top
        parent := (at - 1) >> 1
        if !(x < data[parent])
            break
        end
        data[at] = data[parent]
        at = parent
    end
    data[at] = x
end
