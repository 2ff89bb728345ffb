//! Watches what a program does with its memory: leaks, double frees, frees of what was never allocated, writes beyond a block or to a freed one.
//!
//! ```
//! tracker := Tracking.create()
//! with context{allocator = Tracking.allocate, allocator_data = &tracker}
//!     numbers := make_slice{Int}(10)
//!     delete(numbers)
//! end
//! tracker.report()                      // says nothing, for nothing leaks
//! tracker.destroy()
//! ```
//!
//! `--track` does this for a whole program, over the allocator that the build chose, and reports at the end. Each finding names its places: where the block was
//! allocated, where it was freed, each with a backtrace; with source lines where the program has debug information. What is freed twice, freed without
//! being there, or damaged ends the program with a panic; leaks are reported. Freed memory is filled and kept from being used again for a while, so that a
//! stale pointer is noticed; RESIZE always moves.
//!
//! Cost: one or two microseconds and 300 bytes for each block. A lock makes it serve all threads, if its parent does.

#import "Mutex" (Mutex, lock, unlock)

Tracking :: struct
    parent: Allocator
    parent_data: Pointer{Void}
    guard: Mutex
    entries: Pointer{Entry}         // a hash table by address, empty where `memory` is 0
    capacity: Int                   // a power of two
    count: Int                      // entries in use, freed blocks included
    oldest: UInt                    // freed blocks, in order: the first and the last
    newest: UInt
    kept: Int                       // their bytes
    live: Int                       // blocks
    in_use, peak: Int               // bytes
    allocations: Int
end

Entry :: struct #private
    memory: UInt                    // what the program sees
    size: Int
    alignment: Int
    number: Int                     // of the allocation
    next_freed: UInt                // the block that was freed next
    is_freed: Bool
    taken_count, freed_count: i32
    taken: Array{UInt, FRAMES}
    freed: Array{UInt, FRAMES}
end

FRAMES :: 12 #private
FENCE :: 16 #private                // bytes behind a block, and at least as many in front
FENCE_BYTE: u8 : 0xfd
FREED_BYTE: u8 : 0xdd
FRESH_BYTE: u8 : 0xcd
KEPT_MAX :: 16 * 1024 * 1024 #private
KEPT_SIZE_MAX :: 1024 * 1024 #private
SHOWN_MAX :: 16 #private

/// Watches the current allocator.
/// ```
/// tracker := Tracking.create()
/// defer tracker.destroy()
/// ```
create :: () -> Tracking
    return Tracking{parent = context.allocator, parent_data = context.allocator_data}
end

/// The allocator procedure; its data is the tracker's address.
/// ```
/// tracker := Tracking.create()
/// defer tracker.destroy()
/// with context{allocator = Tracking.allocate, allocator_data = &tracker}
///     free(new(3))
/// end
/// ```
allocate :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    t := Pointer{Tracking}(allocator_data)
    t.guard.lock()
    defer t.guard.unlock()
    match mode
    case .ALLOCATE => return take(t, size, alignment, options)
    case .RESIZE
        fresh := take(t, size, alignment, options)
        if fresh != null && is_in_program(t, old_memory)
            memory_copy(fresh, old_memory, min(old_size, size))
        else if fresh != null && old_memory != null
            check_freed(t, UInt(old_memory), "resize")
            memory_copy(fresh, old_memory, min(find(t, UInt(old_memory)).size, size))
            give_back(t, old_memory, old_size)
        end
        return fresh
    case .FREE
        if old_memory != null && !is_in_program(t, old_memory)
            check_freed(t, UInt(old_memory), "free")
            give_back(t, old_memory, old_size)
        end
    case .FREE_ALL
        for i in 0..<t.capacity
            if t.entries[i].memory != 0 && !t.entries[i].is_freed
                give_back(t, Pointer{Void}(t.entries[i].memory), t.entries[i].size)
            end
        end
    end
    return null
end

/// Prints on standard error what has leaked, by place; true if nothing has. Checks freed and live blocks for damage besides.
/// ```
/// tracker := Tracking.create()
/// defer tracker.destroy()
/// tracker.report()                          // => true
/// ```
report :: (t: Pointer{Tracking}) -> Bool
    t.guard.lock()
    defer t.guard.unlock()
    for i in 0..<t.capacity
        entry := &t.entries[i]
        if entry.memory != 0
            check_damage(t, entry)
        end
    end
    if t.live == 0
        return true
    end
    print_error("memory: {} bytes in {} blocks have leaked\n", t.in_use, t.live)
    left := t.live
    shown := 0
    // in order of allocation; blocks of one place together
    last := 0
    while left > 0 && shown < SHOWN_MAX
        first := oldest_leak(t, last)
        if first == null
            break
        end
        last = first.number
        if is_first_of_place(t, first)
            blocks, bytes := count_place(t, first)
            print_error("{} bytes in {} block{} allocated\n", bytes, blocks, ifx blocks == 1 => "" else => "s" end)
            hb_rt_panic_frames_print(&first.taken[0], Int(first.taken_count))
            left -= blocks
            shown += 1
        end
    end
    if left > 0
        print_error("{} more blocks\n", left)
    end
    return false
end

/// Gives everything back to the parent: freed blocks that were kept, and the table. What is live stays.
/// ```
/// tracker := Tracking.create()
/// defer tracker.destroy()
/// ```
destroy :: (t: Pointer{Tracking})
    t.guard.lock()
    while t.oldest != 0
        forget_oldest(t)
    end
    if t.entries != null
        t.parent(.FREE, 0, align_of(Entry), t.parent_data, t.capacity * size_of(Entry), t.entries, 0)
    end
    t.entries = null
    t.capacity = 0
    t.count = 0
    t.guard.unlock()
end

// ---- Blocks -----------------------------------------------------------------------------------------------------------

// The fence in front, which keeps the alignment.
front_of :: (alignment: Int) -> Int #private
    return max(alignment, FENCE)
end

take :: (t: Pointer{Tracking}, size: Int, alignment: Int, options: Int) -> Pointer{Void} #private
    front := front_of(alignment)
    if size < 0 || size > 0x7fff_ffff_ffff_ffff - front - FENCE
        return null
    end
    start := t.parent(.ALLOCATE, size + front + FENCE, max(alignment, 1), t.parent_data, 0, null, options)
    if start == null
        return null
    end
    memory := UInt(start) + UInt(front)
    memory_set(start, FENCE_BYTE, front)
    memory_set(Pointer{Void}(memory), FRESH_BYTE, size)
    memory_set(Pointer{Void}(memory + UInt(size)), FENCE_BYTE, FENCE)
    t.allocations += 1
    entry := insert(t, memory, asking_place(options))
    entry@ = Entry{memory = memory, size = size, alignment = alignment, number = t.allocations}
    entry.taken_count = i32(hb_rt_panic_frames_take(&entry.taken[0], FRAMES))
    t.live += 1
    t.in_use += size
    t.peak = max(t.peak, t.in_use)
    return Pointer{Void}(memory)
end

// The block has been found to be live. A size that the caller states wrongly is no mistake: 0 means that it does not know.
give_back :: (t: Pointer{Tracking}, memory: Pointer{Void}, _size: Int) #private
    entry := find(t, UInt(memory))
    check_damage(t, entry)
    entry.is_freed = true
    entry.freed_count = i32(hb_rt_panic_frames_take(&entry.freed[0], FRAMES))
    entry.next_freed = 0
    t.live -= 1
    t.in_use -= entry.size
    memory_set(memory, FREED_BYTE, entry.size)
    if t.newest != 0
        find(t, t.newest).next_freed = entry.memory
    else
        t.oldest = entry.memory
    end
    t.newest = entry.memory
    t.kept += entry.size
    while t.kept > KEPT_MAX || t.oldest != t.newest && find(t, t.oldest).size > KEPT_SIZE_MAX
        forget_oldest(t)
    end
end

// The block that was freed longest ago goes back to the parent.
forget_oldest :: (t: Pointer{Tracking}) #private
    entry := find(t, t.oldest)
    check_damage(t, entry)
    front := front_of(entry.alignment)
    size := entry.size
    alignment := max(entry.alignment, 1)
    start := Pointer{Void}(entry.memory - UInt(front))
    memory := t.oldest
    t.kept -= size
    t.oldest = entry.next_freed
    if t.oldest == 0
        t.newest = 0
    end
    remove(t, memory)
    t.parent(.FREE, 0, alignment, t.parent_data, size + front + FENCE, start, 0)
end

// ---- Findings ---------------------------------------------------------------------------------------------------------

// A literal or other static data, which may be freed, too: nothing happens. A parent may hand out parts of a variable.
is_in_program :: (t: Pointer{Tracking}, memory: Pointer{Void}) -> Bool #private
    return hb_rt_is_static(memory) && find(t, UInt(memory)) == null
end

check_freed :: (t: Pointer{Tracking}, memory: UInt, what: String) #private
    entry := find(t, memory)
    if entry == null
        t.guard.unlock()
        panic("{} of memory that was never allocated: {}", what, Pointer{Void}(memory))
    end
    if entry.is_freed
        explain(entry)
        t.guard.unlock()
        panic("{} of {} bytes that have been freed before", what, entry.size)
    end
end

// Fences stand, and what is freed is as it was left.
check_damage :: (t: Pointer{Tracking}, entry: Pointer{Entry}) #private
    front := front_of(entry.alignment)
    before := first_other(entry.memory - UInt(front), front, FENCE_BYTE)
    behind := first_other(entry.memory + UInt(entry.size), FENCE, FENCE_BYTE)
    if before >= 0
        explain(entry)
        t.guard.unlock()
        panic("{} bytes were written to {} bytes in front", entry.size, front - before)
    end
    if behind >= 0
        explain(entry)
        t.guard.unlock()
        panic("{} bytes were written to at offset {}", entry.size, entry.size + behind)
    end
    if entry.is_freed
        within := first_other(entry.memory, entry.size, FREED_BYTE)
        if within >= 0
            explain(entry)
            t.guard.unlock()
            panic("{} bytes that have been freed were written to at offset {}", entry.size, within)
        end
    end
end

explain :: (entry: Pointer{Entry}) #private
    print_error("memory: {} bytes\nallocated\n", entry.size)
    hb_rt_panic_frames_print(&entry.taken[0], Int(entry.taken_count))
    if entry.is_freed
        print_error("freed\n")
        hb_rt_panic_frames_print(&entry.freed[0], Int(entry.freed_count))
    end
end

// The offset of the first byte that is another one, else -1.
first_other :: (start: UInt, count: Int, byte: u8) -> Int #private
    bytes := Pointer{u8}(start)
    for i in 0..<count
        if bytes[i] != byte
            return i
        end
    end
    return -1
end

oldest_leak :: (t: Pointer{Tracking}, after: Int) -> Pointer{Entry} #private
    best: Pointer{Entry} = null
    for i in 0..<t.capacity
        entry := &t.entries[i]
        if entry.memory != 0 && !entry.is_freed && entry.number > after && (best == null || entry.number < best.number)
            best = entry
        end
    end
    return best
end

is_of_place :: (a: Pointer{Entry}, b: Pointer{Entry}) -> Bool #private
    if a.is_freed != b.is_freed || a.taken_count != b.taken_count
        return false
    end
    for i in 0..<Int(a.taken_count)
        if a.taken[i] != b.taken[i]
            return false
        end
    end
    return true
end

is_first_of_place :: (t: Pointer{Tracking}, first: Pointer{Entry}) -> Bool #private
    for i in 0..<t.capacity
        entry := &t.entries[i]
        if entry.memory != 0 && entry.number < first.number && is_of_place(entry, first)
            return false
        end
    end
    return true
end

count_place :: (t: Pointer{Tracking}, first: Pointer{Entry}) -> (blocks: Int, bytes: Int) #private
    blocks, bytes: Int
    for i in 0..<t.capacity
        entry := &t.entries[i]
        if entry.memory != 0 && is_of_place(entry, first)
            blocks += 1
            bytes += entry.size
        end
    end
    return blocks, bytes
end

// ---- The table ----------------------------------------------------------------------------------------------------------

slot_of :: (t: Pointer{Tracking}, memory: UInt) -> Int #private
    return Int((memory >> 4) * 0x9e37_79b9_7f4a_7c15 >> 20) & (t.capacity - 1)
end

find :: (t: Pointer{Tracking}, memory: UInt) -> Pointer{Entry} #private
    if t.capacity == 0
        return null
    end
    at := slot_of(t, memory)
    while t.entries[at].memory != 0
        if t.entries[at].memory == memory
            return &t.entries[at]
        end
        at = (at + 1) & (t.capacity - 1)
    end
    return null
end

insert :: (t: Pointer{Tracking}, memory: UInt, place: Pointer{Source_Location}) -> Pointer{Entry} #private
    if 2 * t.count >= t.capacity
        grow(t, place)
    end
    t.count += 1
    at := slot_of(t, memory)
    while t.entries[at].memory != 0
        at = (at + 1) & (t.capacity - 1)
    end
    return &t.entries[at]
end

// Those behind move up, so that there is no gap on anybody's way.
remove :: (t: Pointer{Tracking}, memory: UInt) #private
    mask := t.capacity - 1
    gap := Int(UInt(find(t, memory)) - UInt(t.entries)) / size_of(Entry)
    t.count -= 1
    at := gap
    while true
        at = (at + 1) & mask
        if t.entries[at].memory == 0
            break
        end
        wanted := slot_of(t, t.entries[at].memory)
        if ((at - wanted) & mask) >= ((at - gap) & mask)
            t.entries[gap] = t.entries[at]
            gap = at
        end
    end
    t.entries[gap].memory = 0
end

grow :: (t: Pointer{Tracking}, place: Pointer{Source_Location}) #private
    old := t.entries
    old_capacity := t.capacity
    capacity := max(2 * old_capacity, 256)
    fresh := Pointer{Entry}(t.parent(.ALLOCATE, capacity * size_of(Entry), align_of(Entry), t.parent_data, 0, null, from_here()))
    if fresh == null
        out_of_memory(capacity * size_of(Entry), "the tracking allocator", location = place)
    end
    t.entries = fresh
    t.capacity = capacity
    for i in 0..<capacity
        t.entries[i].memory = 0
    end
    t.count = 0
    for i in 0..<old_capacity
        if old[i].memory != 0
            insert(t, old[i].memory, place)@ = old[i]
        end
    end
    if old != null
        t.parent(.FREE, 0, align_of(Entry), t.parent_data, old_capacity * size_of(Entry), old, 0)
    end
end

hb_rt_is_static :: (address: Pointer{Void}) -> Bool #foreign #private
hb_rt_panic_frames_take :: (out: Pointer{UInt}, count: Int) -> Int #foreign #private
hb_rt_panic_frames_print :: (frames: Pointer{UInt}, count: Int) #foreign #private
