//! Sorting slices, and searching sorted ones.
//!
//! ```
//! Person :: struct
//!     name: String
//!     age: Int
//! end
//!
//! numbers := Array{Int, 4}{3, 1, 4, 1}
//! Sort.sort(numbers[..])
//! numbers                               // => [1, 1, 3, 4]
//! people: Slice{Person} = {{"Bob", 41}, {"Ada", 36}}
//! Sort.sort(people, (a: Person, b: Person) -> Bool => a.age < b.age)
//! people[0].name                        // => "Ada"
//! Sort.sort_by_key(people, (p: Person) -> String => p.name)
//! people[1].name                        // => "Bob"
//! ```
//!
//! `sort` is stable: equal elements keep their order. Integers, floats and strings are sorted by Rust's core (floats in IEEE's total order, so NaN
//! has its place). Everything else is sorted here, so that the comparison is inlined: `sort` takes a buffer from the current allocator,
//! `sort_unstable` works in place. Start reading at `stable_sort`.

/// Sorts by `<`. Equal elements keep their order.
/// ```
/// numbers := Array{Int, 3}{3, 1, 2}
/// Sort.sort(numbers[..])
/// numbers                         // => [1, 2, 3]
/// Sort.sort(numbers[..], (a: Int, b: Int) -> Bool => b < a)
/// numbers                         // => [3, 2, 1]
/// ```
sort :: {T}(items: Slice{T}, location: Pointer{Source_Location} = #caller-location) where has_operator(T, "<")
    if hb_rt_is_interpreted() || !sort_natively(items)
        stable_sort(items, (a: T, b: T) -> Bool => before(a, b), location = location)
    end
end

/// Sorts by an order of one's own: `less(a, b)` says that `a` comes first. Equal elements keep their order.
sort :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool, location: Pointer{Source_Location} = #caller-location) #inline
    stable_sort(items, less, location = location)
end

/// Sorts by what `key` gives, smallest first. Equal elements keep their order.
/// ```
/// words: Slice{String} = {"three", "one", "four"}
/// Sort.sort_by_key(words, (word: String) -> Int => word.length)
/// words                           // => ["one", "four", "three"]
/// ```
sort_by_key :: {T, K}(items: Slice{T}, key: #closure (x: T) -> K, location: Pointer{Source_Location} = #caller-location) #inline
    stable_sort(items, [key] (a: T, b: T) -> Bool => before(key(a), key(b)), location = location)
end

/// Sorts by `<`, in place. Equal elements come in any order.
/// ```
/// numbers := Array{f64, 3}{2.5, -1.0, 0.0}
/// Sort.sort_unstable(numbers[..])
/// numbers                         // => [-1.0, 0.0, 2.5]
/// ```
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
/// ```
/// numbers := Array{Int, 5}{5, 3, 1, 4, 2}
/// Sort.partial_sort(numbers[..], 2)
/// numbers[..<2]                   // => [1, 2]
/// ```
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

/// Whether no element comes before the one in front of it.
/// ```
/// numbers: Slice{Int} = {1, 2, 2}
/// Sort.is_sorted(numbers)         // => true
/// ```
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
/// ```
/// numbers: Slice{Int} = {1, 3, 3, 7}
/// Sort.binary_search(numbers, 3)  // => some(1)
/// Sort.binary_search(numbers, 4)  // => none
/// ```
binary_search :: {T}(items: Slice{T}, x: T) -> Maybe{Int} where has_operator(T, "<")
    at := lower_bound(items, x)
    if at < items.length && !before(x, items[at])
        return some(at)
    end
    return none
end

/// How many elements of a sorted slice come before `x`: where it belongs, in front of equal ones.
/// ```
/// numbers: Slice{Int} = {1, 3, 3, 7}
/// Sort.lower_bound(numbers, 3)    // => 1
/// ```
lower_bound :: {T}(items: Slice{T}, x: T) -> Int where has_operator(T, "<")
    return partition_point(items, [&x] (y: T) -> Bool => before(y, x))
end

/// How many elements of a sorted slice don't come behind `x`: where it belongs, behind equal ones.
/// ```
/// numbers: Slice{Int} = {1, 3, 3, 7}
/// Sort.upper_bound(numbers, 3)    // => 3
/// ```
upper_bound :: {T}(items: Slice{T}, x: T) -> Int where has_operator(T, "<")
    return partition_point(items, [&x] (y: T) -> Bool => !before(x, y))
end

/// How many elements satisfy the condition, where those that do stand in front of all others.
/// ```
/// numbers: Slice{Int} = {1, 3, 3, 7}
/// Sort.partition_point(numbers, (x: Int) -> Bool => x < 5)    // => 3
/// ```
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
/// ```
/// numbers := Array{Int, 3}{3, 1, 2}
/// Sort.reverse_items(numbers[..])
/// numbers                         // => [2, 1, 3]
/// ```
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

// ---- Stable ------------------------------------------------------------------------------------------------------------------

// Parts so short are sorted by insertion.
SHORT :: 16 #private

// Quick sort that keeps the order of equal elements: what belongs behind the pivot waits in a buffer until what belongs before it has moved
// up. Without branches on the outcome of comparisons, which no processor can guess. The smaller part comes first, the larger waits on a stack;
// parts that are cut badly too often are merged instead.
stable_sort :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool, location: Pointer{Source_Location} = #caller-location) #private #inline
    if is_in_order(items, less)
        return
    end
    if items.length <= SHORT
        insertion_sort(items.data, 0, items.length, less)
        return
    end
    buffer := Pointer{T}(allocate(items.length * size_of(T), align_of(T), location = location))
    waiting: Array{Int, 192} = uninit
    count, low, high, patience := 0, 0, items.length, patience_for(items.length)
    while true
        if high - low > SHORT && patience > 0
            patience -= 1
            pivot := items.data[median(items.data, low, high, less)]
            cut := stable_partition(items.data, low, high, buffer, pivot, false, less)
            if cut == low
                // nothing is smaller than the pivot: its equals are in their places once they stand in front
                low = stable_partition(items.data, low, high, buffer, pivot, true, less)
            else if cut - low < high - cut
                waiting[count], waiting[count + 1], waiting[count + 2] = cut, high, patience
                count += 3
                high = cut
            else
                waiting[count], waiting[count + 1], waiting[count + 2] = low, cut, patience
                count += 3
                low = cut
            end
            continue
        end
        if high - low > SHORT
            merge_sort(items[low..<high], buffer, less)
        else
            insertion_sort(items.data, low, high, less)
        end
        if count == 0
            break
        end
        count -= 3
        low, high, patience = waiting[count], waiting[count + 1], waiting[count + 2]
    end
    release(buffer, items.length * size_of(T), align_of(T))
end

// How often a part of so many elements may be cut.
patience_for :: (length: Int) -> Int #private
    result, left := 0, length
    while left > 0
        result += 2
        left = left >> 1
    end
    return result
end

// The elements that come before the pivot to the front, with its equals or without them, both groups in their order; gives where the
// second begins.
stable_partition :: {T}(data: Pointer{T}, low: Int, high: Int, buffer: Pointer{T}, pivot: T, with_equals: Bool, less: #closure (a: T, b: T) -> Bool) -> Int #private #inline
    front, behind := low, 0
    for i in low..<high
        x := data[i]
        is_it := ifx with_equals => !less(pivot, x) else => less(x, pivot) end
        data[front] = x
        buffer[behind] = x
        front += Int(is_it)
        behind += Int(!is_it)
    end
    memory_copy(&data[front], buffer, behind * size_of(T))
    return front
end

// The place of an element that is neither small nor great: of three, or of three times three.
median :: {T}(data: Pointer{T}, low: Int, high: Int, less: #closure (a: T, b: T) -> Bool) -> Int #private #inline
    step := (high - low) / 8
    if high - low < 64
        return median_of_3(data, low, low + 4 * step, low + 7 * step, less)
    end
    part := step / 3
    a := median_of_3(data, low, low + part, low + 2 * part, less)
    b := median_of_3(data, low + 4 * step, low + 4 * step - part, low + 4 * step + part, less)
    c := median_of_3(data, low + 7 * step, low + 7 * step + part, low + 7 * step + 2 * part, less)
    return median_of_3(data, a, b, c, less)
end

median_of_3 :: {T}(data: Pointer{T}, a: Int, b: Int, c: Int, less: #closure (a: T, b: T) -> Bool) -> Int #private #inline
    is_rising := less(data[a], data[b])
    if is_rising == less(data[a], data[c])
        // a is the smallest or the greatest
        return ifx less(data[b], data[c]) == is_rising => b else => c end
    end
    return a
end

// ---- Merging ------------------------------------------------------------------------------------------------------------------

// Short runs by insertion, then runs of twice the length, from the slice into the buffer and back.
merge_sort :: {T}(items: Slice{T}, buffer: Pointer{T}, less: #closure (a: T, b: T) -> Bool) #private #no-inline
    length := items.length
    start := 0
    while start < length
        insertion_sort(items.data, start, min(start + SHORT, length), less)
        start += SHORT
    end
    from, to := items.data, buffer
    width := SHORT
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

// The same without a buffer, and without keeping the order of equal elements.
quick_sort :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool) #private #inline
    if is_in_order(items, less)
        return
    end
    waiting: Array{Int, 192} = uninit
    count, low, high, patience := 0, 0, items.length, patience_for(items.length)
    while true
        if high - low > SHORT && patience > 0
            patience -= 1
            place := median(items.data, low, high, less)
            items.data[place], items.data[low] = items.data[low], items.data[place]
            pivot := items.data[low]
            cut := partition(items.data, low + 1, high, pivot, false, less) - 1
            items.data[cut], items.data[low] = items.data[low], items.data[cut]
            if cut == low
                low = partition(items.data, low + 1, high, pivot, true, less)
            else if cut - low < high - cut
                waiting[count], waiting[count + 1], waiting[count + 2] = cut + 1, high, patience
                count += 3
                high = cut
            else
                waiting[count], waiting[count + 1], waiting[count + 2] = low, cut, patience
                count += 3
                low = cut + 1
            end
            continue
        end
        if high - low > SHORT
            heap_sort(items[low..<high], less)
        else
            insertion_sort(items.data, low, high, less)
        end
        if count == 0
            return
        end
        count -= 3
        low, high, patience = waiting[count], waiting[count + 1], waiting[count + 2]
    end
end

// The same in any order.
partition :: {T}(data: Pointer{T}, low: Int, high: Int, pivot: T, with_equals: Bool, less: #closure (a: T, b: T) -> Bool) -> Int #private #inline
    front := low
    for i in low..<high
        x := data[i]
        is_it := ifx with_equals => !less(pivot, x) else => less(x, pivot) end
        data[i] = data[front]
        data[front] = x
        front += Int(is_it)
    end
    return front
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
