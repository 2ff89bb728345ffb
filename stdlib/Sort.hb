//! Sorting slices, and searching sorted ones.
//!
//! ```
//! numbers := Array{Int, 4}{3, 1, 4, 1}
//! Sort.sort(numbers[..])
//! Sort.sort(people, (a: Person, b: Person) -> Bool => a.age < b.age)
//! Sort.sort_by_key(people, (p: Person) -> String => p.name)
//! ```
//!
//! `sort` is stable: equal elements keep their order. Integers, floats and strings are sorted by Rust's core (floats in IEEE's total order, so NaN
//! has its place). Everything else is sorted here, so that the comparison is inlined: `sort` merges, with a buffer from the current allocator,
//! `sort_unstable` works in place. Start reading at `merge_sort`.

/// Sorts by `<`. Equal elements keep their order.
sort :: {T}(items: Slice{T}) where has_operator(T, "<")
    if hb_rt_is_interpreted() || !sort_natively(items)
        merge_sort(items, (a: T, b: T) -> Bool => before(a, b))
    end
end

/// Sorts by an order of one's own: `less(a, b)` says that `a` comes first. Equal elements keep their order.
sort :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool) #inline
    merge_sort(items, less)
end

/// Sorts by what `key` gives, smallest first. Equal elements keep their order.
sort_by_key :: {T, K}(items: Slice{T}, key: #closure (x: T) -> K) #inline
    merge_sort(items, [&key] (a: T, b: T) -> Bool => before(key(a), key(b)))
end

/// Sorts by `<`, in place. Equal elements come in any order.
sort_unstable :: {T}(items: Slice{T}) where has_operator(T, "<")
    if hb_rt_is_interpreted() || !sort_natively(items)
        quick_sort(items, (a: T, b: T) -> Bool => before(a, b))
    end
end

/// Sorts by an order of one's own, in place. Equal elements come in any order.
sort_unstable :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool) #inline
    quick_sort(items, less)
end

/// Puts the `count` smallest elements in front, sorted; the others follow in any order.
partial_sort :: {T}(items: Slice{T}, count: Int) where has_operator(T, "<")
    partial_sort(items, count, (a: T, b: T) -> Bool => before(a, b))
end

partial_sort :: {T}(items: Slice{T}, count: Int, less: #closure (a: T, b: T) -> Bool) #inline
    wanted := max(min(count, items.length), 0)
    if wanted == 0
        return
    end
    at := wanted / 2
    while at > 0
        at -= 1
        sift_down(items[..<wanted], at, less)
    end
    for i in wanted..<items.length
        if less(items[i], items[0])
            items[i], items[0] = items[0], items[i]
            sift_down(items[..<wanted], 0, less)
        end
    end
    left := wanted
    while left > 1
        left -= 1
        items[0], items[left] = items[left], items[0]
        sift_down(items[..<left], 0, less)
    end
end

is_sorted :: {T}(items: Slice{T}) -> Bool where has_operator(T, "<")
    return is_sorted(items, (a: T, b: T) -> Bool => before(a, b))
end

is_sorted :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool) -> Bool
    for i in 1..<items.length
        if less(items[i], items[i - 1])
            return false
        end
    end
    return true
end

/// The position of `x` in a sorted slice, or `none`. Of several equal ones it is the first.
binary_search :: {T}(items: Slice{T}, x: T) -> Maybe{Int} where has_operator(T, "<")
    at := lower_bound(items, x)
    if at < items.length && !before(x, items[at])
        return some(at)
    end
    return none
end

/// How many elements of a sorted slice come before `x`: where it belongs, in front of equal ones.
lower_bound :: {T}(items: Slice{T}, x: T) -> Int where has_operator(T, "<")
    return partition_point(items, [&x] (y: T) -> Bool => before(y, x))
end

/// How many elements of a sorted slice don't come behind `x`: where it belongs, behind equal ones.
upper_bound :: {T}(items: Slice{T}, x: T) -> Int where has_operator(T, "<")
    return partition_point(items, [&x] (y: T) -> Bool => !before(x, y))
end

/// How many elements satisfy the condition, where those that do stand in front of all others.
partition_point :: {T}(items: Slice{T}, condition: #closure (x: T) -> Bool) -> Int
    low, high := 0, items.length
    while low < high
        middle := low + (high - low) / 2
        if condition(items.data[middle])
            low = middle + 1
        else
            high = middle
        end
    end
    return low
end

/// Turns the order round.
reverse_items :: {T}(items: Slice{T})
    low, high := 0, items.length - 1
    while low < high
        items.data[low], items.data[high] = items.data[high], items.data[low]
        low += 1
        high -= 1
    end
end

// ---- Orders -----------------------------------------------------------------------------------------------------------------

// `<`, but for floats the total order of IEEE 754: -NaN, -inf … -0.0, 0.0 … inf, NaN.
before :: {T}(a: T, b: T) -> Bool #private #inline
    #if is_float(T)
        return total_order(a) < total_order(b)
    #else
        return a < b
    #end
end

total_order :: {T}(x: T) -> i64 #private #inline
    #if size_of(T) == 8
        bits := bit_cast{i64}(x)
        return bits ^ i64(u64(bits >> 63) >> 1)
    #else
        #if size_of(T) == 4
            bits := bit_cast{i32}(x)
            return i64(bits ^ i32(u32(bits >> 31) >> 1))
        #else
            bits := bit_cast{i16}(x)
            return i64(bits ^ i16(u16(bits >> 15) >> 1))
        #end
    #end
end

// ---- Merging ------------------------------------------------------------------------------------------------------------------

RUN_LENGTH :: 16 #private

// Short runs by insertion, then runs of twice the length, from the slice into the buffer and back.
merge_sort :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool) #private #inline
    if is_in_order(items, less)
        return
    end
    length := items.length
    start := 0
    while start < length
        insertion_sort(items.data, start, min(start + RUN_LENGTH, length), less)
        start += RUN_LENGTH
    end
    if length <= RUN_LENGTH
        return
    end
    buffer := Pointer{T}(allocate(length * size_of(T), align_of(T)))
    from, to := items.data, buffer
    width := RUN_LENGTH
    while width < length
        start = 0
        while start < length
            merge(from, to, start, min(start + width, length), min(start + 2 * width, length), less)
            start += 2 * width
        end
        from, to = to, from
        width *= 2
    end
    if from == buffer
        memory_copy(items.data, buffer, length * size_of(T))
    end
    release(buffer, length * size_of(T), align_of(T))
end

// Whether there is nothing to do; what falls strictly is turned round.
is_in_order :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool) -> Bool #private #inline
    if items.length < 2
        return true
    end
    at := 1
    if less(items.data[1], items.data[0])
        while at < items.length && less(items.data[at], items.data[at - 1])
            at += 1
        end
        if at == items.length
            reverse_items(items)
        end
    else
        while at < items.length && !less(items.data[at], items.data[at - 1])
            at += 1
        end
    end
    return at == items.length
end

insertion_sort :: {T}(data: Pointer{T}, start: Int, end_: Int, less: #closure (a: T, b: T) -> Bool) #private #inline
    for i in start + 1..<end_
        x := data[i]
        at := i
        while at > start && less(x, data[at - 1])
            data[at] = data[at - 1]
            at -= 1
        end
        data[at] = x
    end
end

merge :: {T}(from: Pointer{T}, to: Pointer{T}, start: Int, middle: Int, end_: Int, less: #closure (a: T, b: T) -> Bool) #private #inline
    left, right, at := start, middle, start
    if middle < end_ && less(from[middle], from[middle - 1])
        while left < middle && right < end_
            is_right := less(from[right], from[left])
            source := ifx is_right => right else => left end
            to[at] = from[source]
            right += Int(is_right)
            left += Int(!is_right)
            at += 1
        end
    end
    memory_copy(&to[at], &from[left], (middle - left) * size_of(T))
    at += middle - left
    memory_copy(&to[at], &from[right], (end_ - right) * size_of(T))
end

// ---- In place ----------------------------------------------------------------------------------------------------------------------

// Quick sort without recursion: the smaller part first, the larger waits on a stack. Parts that are cut badly too often are sorted as a heap.
quick_sort :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool) #private #inline
    if is_in_order(items, less)
        return
    end
    waiting: Array{Int, 192} = uninit
    count := 0
    low, high := 0, items.length
    patience := 0
    left := items.length
    while left > 0
        patience += 2
        left = left >> 1
    end
    while true
        if high - low <= 24
            insertion_sort(items.data, low, high, less)
        else if patience == 0
            heap_sort(items[low..<high], less)
        else
            patience -= 1
            cut := partition(items.data, low, high, less)
            if cut - low < high - cut
                waiting[count], waiting[count + 1], waiting[count + 2] = cut + 1, high, patience
                high = cut
            else
                waiting[count], waiting[count + 1], waiting[count + 2] = low, cut, patience
                low = cut + 1
            end
            count += 3
            continue
        end
        if count == 0
            return
        end
        count -= 3
        low, high, patience = waiting[count], waiting[count + 1], waiting[count + 2]
    end
end

// Cuts a part at the median of three elements: what is smaller before it, what is greater behind it. Gives its place.
partition :: {T}(data: Pointer{T}, low: Int, high: Int, less: #closure (a: T, b: T) -> Bool) -> Int #private #inline
    middle, last := low + (high - low) / 2, high - 1
    if less(data[middle], data[low])
        data[middle], data[low] = data[low], data[middle]
    end
    if less(data[last], data[middle])
        data[last], data[middle] = data[middle], data[last]
        if less(data[middle], data[low])
            data[middle], data[low] = data[low], data[middle]
        end
    end
    pivot := data[middle]
    data[middle], data[low] = data[low], data[middle]
    i, j := low, high
    while true
        i += 1
        while i < last && less(data[i], pivot)
            i += 1
        end
        j -= 1
        while j > low && less(pivot, data[j])
            j -= 1
        end
        if i >= j
            break
        end
        data[i], data[j] = data[j], data[i]
    end
    data[low], data[j] = data[j], data[low]
    return j
end

heap_sort :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool) #private #no-inline
    partial_sort(items, items.length, less)
end

sift_down :: {T}(items: Slice{T}, from: Int, less: #closure (a: T, b: T) -> Bool) #private
    at := from
    while true
        child := 2 * at + 1
        if child >= items.length
            return
        end
        if child + 1 < items.length && less(items.data[child], items.data[child + 1])
            child += 1
        end
        if !less(items.data[at], items.data[child])
            return
        end
        items.data[at], items.data[child] = items.data[child], items.data[at]
        at = child
    end
end

// ---- The runtime ---------------------------------------------------------------------------------------------------------------------

// Numbers and strings are sorted by the runtime; others it does not know.
sort_natively :: {T}(items: Slice{T}) -> Bool #private
    #if is_integer(T)
        sort_integers(items)
        return true
    #else
        #if is_float(T) && size_of(T) == 8
            hb_sort_f64(items.data, items.length)
            return true
        #else
            #if is_float(T) && size_of(T) == 4
                hb_sort_f32(items.data, items.length)
                return true
            #else
                #if is_string(T)
                    hb_sort_string(items.data, items.length)
                    return true
                #else
                    return false
                #end
            #end
        #end
    #end
end

sort_integers :: {T}(items: Slice{T}) #private
    match size_of(T)
    case 1  => if is_signed(T) hb_sort_i8(items.data, items.length); else hb_sort_u8(items.data, items.length); end
    case 2  => if is_signed(T) hb_sort_i16(items.data, items.length); else hb_sort_u16(items.data, items.length); end
    case 4  => if is_signed(T) hb_sort_i32(items.data, items.length); else hb_sort_u32(items.data, items.length); end
    case 8  => if is_signed(T) hb_sort_i64(items.data, items.length); else hb_sort_u64(items.data, items.length); end
    else
        if is_signed(T) hb_sort_i128(items.data, items.length); else hb_sort_u128(items.data, items.length); end
    end
end

hb_rt_is_interpreted :: () -> Bool #foreign #private
hb_sort_u8 :: (data: Pointer{Void}, length: Int) #foreign #private
hb_sort_u16 :: (data: Pointer{Void}, length: Int) #foreign #private
hb_sort_u32 :: (data: Pointer{Void}, length: Int) #foreign #private
hb_sort_u64 :: (data: Pointer{Void}, length: Int) #foreign #private
hb_sort_u128 :: (data: Pointer{Void}, length: Int) #foreign #private
hb_sort_i8 :: (data: Pointer{Void}, length: Int) #foreign #private
hb_sort_i16 :: (data: Pointer{Void}, length: Int) #foreign #private
hb_sort_i32 :: (data: Pointer{Void}, length: Int) #foreign #private
hb_sort_i64 :: (data: Pointer{Void}, length: Int) #foreign #private
hb_sort_i128 :: (data: Pointer{Void}, length: Int) #foreign #private
hb_sort_f32 :: (data: Pointer{Void}, length: Int) #foreign #private
hb_sort_f64 :: (data: Pointer{Void}, length: Int) #foreign #private
hb_sort_string :: (data: Pointer{Void}, length: Int) #foreign #private
