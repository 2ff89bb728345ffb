//! A ring of fixed size, without an allocator: when it is full, the newest element takes the place of the oldest. One without any room is always
//! full: what it is given comes back at once.
//!
//! ```
//! last: Ring.Ring{Int, 3}
//! for i in 0..<5
//!     last.push(i)
//! end
//! last                                  // => [2, 3, 4]
//! ```

Ring :: struct {T, N: Int}
    data: Array{T, N}
    first: Int
    length: Int
end

/// Adds an element; gives the oldest one if it had to go.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.push(1)                    // => none
/// last.push(2)                    // => none
/// last.push(3)                    // => some(1)
/// ```
push :: {T, N: Int}(r: Pointer{Ring{T, N}}, x: T) -> Maybe{T}
    if r.length < N
        r.data[(r.first + r.length) % N] = x
        r.length += 1
        return none
    end
    #if N == 0
        return some(x)
    #else
        oldest := r.data[r.first]
        r.data[r.first] = x
        r.first = (r.first + 1) % N
        return some(oldest)
    #end
end

/// Takes the oldest element.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.push(1)
/// last.push(2)
/// last.pop()                      // => some(1)
/// ```
pop :: {T, N: Int}(r: Pointer{Ring{T, N}}) -> Maybe{T}
    if r.length == 0
        return none
    end
    x := r.data[r.first]
    r.first = (r.first + 1) % N
    r.length -= 1
    return some(x)
end

/// The oldest element, or `none`.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.oldest()                   // => none
/// last.push(1)
/// last.push(2)
/// last.oldest()                   // => some(1)
/// ```
oldest :: {T, N: Int}(r: Pointer{Ring{T, N}}) -> Maybe{T} => ifx r.length == 0 => none else => some(r.data[r.first]) end

/// The newest element, or `none`.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.push(1)
/// last.push(2)
/// last.newest()                   // => some(2)
/// ```
newest :: {T, N: Int}(r: Pointer{Ring{T, N}}) -> Maybe{T} => ifx r.length == 0 => none else => some(r.data[(r.first + r.length - 1) % N]) end

/// Whether an element is in it.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.push(1)
/// last.contains(1)                // => true
/// ```
contains :: {T, N: Int}(r: Pointer{Ring{T, N}}, x: T) -> Bool where has_operator(T, "==")
    for i in 0..<r.length
        if r.data[(r.first + i) % N] == x
            return true
        end
    end
    return false
end

/// Whether the next element will drive the oldest out.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.push(1)
/// last.is_full()                  // => false
/// ```
is_full :: {T, N: Int}(r: Pointer{Ring{T, N}}) -> Bool => r.length == N

/// Takes all elements out.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.push(1)
/// last.clear()
/// last.length                     // => 0
/// ```
clear :: {T, N: Int}(r: Pointer{Ring{T, N}})
    r.first = 0
    r.length = 0
end

/// The element at a position, the oldest at 0.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.push(1)
/// last.push(2)
/// last.push(3)
/// last[0]                         // => 2
/// last[2]                         // panic: index 2 is out of range for length 2
/// ```
&[] :: #operator {T, N: Int}(r: Pointer{Ring{T, N}}, i: Int, location: Pointer{Source_Location} = #caller-location) -> Pointer{T}
    if i < 0 || i >= r.length
        panic_index(i, r.length, location = location)
    end
    return &r.data[(r.first + i) % N]
end

/// A walk from the oldest to the newest, behind `for`.
Walk :: struct {T, N: Int}
    ring: Pointer{Ring{T, N}}
    at: Int
end

/// What `for x in ring` goes over.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.push(1)
/// last.push(2)
/// for x in last
///     print("{}\n", x)
/// end
/// // => 1
/// // => 2
/// ```
iterate :: {T, N: Int}(r: Pointer{Ring{T, N}}) -> Walk{T, N} => Walk{T, N}{r, 0}

/// The next element of a walk; the last value says whether there is one.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.push(1)
/// walk := last.iterate()
/// while x := walk.next()
///     print("{}\n", x)            // => 1
/// end
/// ```
next :: {T, N: Int}(walk: Pointer{Walk{T, N}}) -> (T, Bool)
    if walk.at >= walk.ring.length
        return T{}, false
    end
    walk.at += 1
    return walk.ring@[walk.at - 1], true
end

Places :: struct {T, N: Int}
    walk: Walk{T, N}
end

/// What `for &x in ring` goes over.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.push(1)
/// for &x in last
///     x += 10
/// end
/// last                            // => [11]
/// ```
iterate_places :: {T, N: Int}(r: Pointer{Ring{T, N}}) -> Places{T, N} => Places{T, N}{iterate(r)}

next :: {T, N: Int}(places: Pointer{Places{T, N}}) -> (Pointer{T}, Bool)
    walk := &places.walk
    if walk.at >= walk.ring.length
        return null, false
    end
    walk.at += 1
    return &walk.ring@[walk.at - 1], true
end

Backwards :: struct {T, N: Int}
    walk: Walk{T, N}
end

/// What `for x in reverse(ring)` goes over: the newest first.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.push(1)
/// last.push(2)
/// for x in reverse(last)
///     print("{}\n", x)
/// end
/// // => 2
/// // => 1
/// ```
iterate_backwards :: {T, N: Int}(r: Pointer{Ring{T, N}}) -> Backwards{T, N} => Backwards{T, N}{Walk{T, N}{r, r.length}}

next :: {T, N: Int}(backwards: Pointer{Backwards{T, N}}) -> (T, Int, Bool)
    walk := &backwards.walk
    walk.at = min(walk.at, walk.ring.length) - 1
    return ifx walk.at < 0 => T{} else => walk.ring@[walk.at] end, walk.at, walk.at >= 0
end

/// Whether both have equal elements in the same order; where these lie does not count.
/// ```
/// a, b: Ring.Ring{Int, 2}
/// a.push(0)
/// a.push(1)
/// a.push(2)
/// b.push(1)
/// b.push(2)
/// a == b                          // => true
/// ```
== :: #operator {T, N: Int}(a: Ring{T, N}, b: Ring{T, N}) -> Bool
    if a.length != b.length
        return false
    end
    left, right := &a, &b
    for i in 0..<a.length
        if left@[i] != right@[i]
            return false
        end
    end
    return true
end

/// How `print` shows a ring.
/// ```
/// last: Ring.Ring{Int, 2}
/// last.push(1)
/// print("{}\n", last)             // => [1]
/// ```
format :: {T, N: Int}(out: Pointer{Writer}, r: Pointer{Ring{T, N}}, _spec: Format_Spec)
    write(out, "[")
    for i in 0..<r.length
        if i > 0
            write(out, ", ")
        end
        format(out, &r@[i], Format_Spec{kind = .DEBUG})
    end
    write(out, "]")
end
