//! A queue of bounded length between threads.
//!
//! ```
//! #import "Thread"
//!
//! produce :: (numbers: Pointer{Channel.Channel{Int}})
//!     for i in 0..<3
//!         numbers.send(i * i)
//!     end
//!     numbers.close()
//! end
//!
//! numbers := Channel.create{Int}(16)
//! defer numbers.destroy()
//! producer := spawn(produce, &numbers)
//! while n := numbers.receive()
//!     print("{}\n", n)
//! end
//! // => 0
//! // => 1
//! // => 4
//! producer.join()
//! ```
//!
//! `send` waits while the channel is full, `receive` while it is empty; both by a mutex and two conditions. A channel must not be moved while
//! threads use it. It keeps the allocator that it was made with.

#import "Mutex"
#import "Condition"

Channel :: struct {T}
    guard: Mutex
    not_empty, not_full: Condition
    items: Pointer{T}
    first, length, capacity: Int
    is_closed: Bool
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// A channel that holds so many values, over the current allocator.
/// ```
/// numbers := Channel.create{Int}(16)
/// defer numbers.destroy()
/// ```
create :: {T}(capacity: Int, location: Pointer{Source_Location} = #caller-location) -> Channel{T}
    assert(capacity > 0, "a channel holds at least one value", location@)
    assert(capacity <= 0x7fff_ffff_ffff_ffff / max(size_of(T), 1), "impossible capacity of a channel", location@)
    items := Pointer{T}(allocate(capacity * size_of(T), align_of(T), location = location))
    return Channel{T}{items = items, capacity = capacity, allocator = context.allocator, allocator_data = context.allocator_data}
end

/// Puts a value in, as soon as there is room; false if the channel is closed.
/// ```
/// numbers := Channel.create{Int}(16)
/// numbers.send(3)                           // => true
/// numbers.close()
/// numbers.send(4)                           // => false
/// ```
send :: {T}(c: Pointer{Channel{T}}, x: T) -> Bool
    c.guard.lock()
    while c.length == c.capacity && !c.is_closed
        c.not_full.wait(&c.guard)
    end
    sent := !c.is_closed
    if sent
        at := c.first + c.length
        c.items[ifx at >= c.capacity => at - c.capacity else => at end] = x
        c.length += 1
    end
    c.guard.unlock()
    c.not_empty.signal()
    return sent
end

/// Takes the oldest value out, as soon as there is one; false if there is none and the channel is closed.
/// ```
/// numbers := Channel.create{Int}(16)
/// numbers.send(3)
/// numbers.close()
/// while n := numbers.receive()
///     print("{}\n", n)                      // => 3
/// end
/// ```
receive :: {T}(c: Pointer{Channel{T}}) -> (T, Bool)
    c.guard.lock()
    while c.length == 0 && !c.is_closed
        c.not_empty.wait(&c.guard)
    end
    x := T{}
    received := c.length > 0
    if received
        x = c.items[c.first]
        c.first = ifx c.first + 1 == c.capacity => 0 else => c.first + 1 end
        c.length -= 1
    end
    c.guard.unlock()
    c.not_full.signal()
    return x, received
end

/// The same without waiting; false if there is none now.
/// ```
/// numbers := Channel.create{Int}(16)
/// numbers.try_receive() or_else -1          // => -1
/// ```
try_receive :: {T}(c: Pointer{Channel{T}}) -> (T, Bool)
    c.guard.lock()
    is_empty := c.length == 0
    c.guard.unlock()
    if is_empty
        return T{}, false
    end
    x, received := receive(c)
    return x, received
end

/// Nothing can be put in any more; what is in can still be taken out.
/// ```
/// numbers := Channel.create{Int}(16)
/// numbers.close()
/// numbers.send(3)                           // => false
/// ```
close :: {T}(c: Pointer{Channel{T}})
    c.guard.lock()
    c.is_closed = true
    c.guard.unlock()
    c.not_empty.broadcast()
    c.not_full.broadcast()
end

/// Gives the memory back, when no thread uses the channel any more.
/// ```
/// numbers := Channel.create{Int}(16)
/// defer numbers.destroy()
/// ```
destroy :: {T}(c: Pointer{Channel{T}})
    if c.items != null
        c.allocator(.FREE, 0, align_of(T), c.allocator_data, c.capacity * size_of(T), c.items, 0)
    end
    c.items = null
    c.capacity = 0
end
