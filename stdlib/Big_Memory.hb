//! Where the numbers of `Big` get their memory.
//!
//! GMP and MPFR ask for memory through procedures of the whole process. They take it from the allocator that was current when this thread last entered
//! here, and each block knows where it came from: it grows and is freed there, whoever does it. What could not be had is a panic, for GMP goes on
//! as if it had it.

Atomic :: #import "Atomic"

// What stands in front of a block.
Head :: struct #private
    allocator: Allocator
    allocator_data: Pointer{Void}
    size: Int                           // with this head
    spare: Int
end

current: Head #thread-local #private

// Who is told, and what line is named, where there is no memory.
on_panic: Panic_Handler #thread-local #private
made_for: Pointer{Source_Location} #thread-local #private
is_set_up: Bool #private

/// What follows takes its memory from the current allocator. Every procedure of `Big` that makes a number begins with it. Where there is none, the panic is at
/// the place of this call or at another one that it is given, and the handler of the current context hears of it.
///
/// ```
/// Big_Memory.enter()
/// ```
enter :: (location: Pointer{Source_Location} = #caller-location) #inline
    if !Atomic.load(&is_set_up, .ACQUIRE)
        set_up()
    end
    current.allocator = context.allocator
    current.allocator_data = context.allocator_data
    on_panic = context.on_panic
    made_for = location
end

set_up :: () #private #no-inline
    // several threads may do so at once: it is the same for all, and before it none has any memory
    __gmp_set_memory_functions(take_memory, change_memory, give_memory)
    Atomic.store(&is_set_up, true, .RELEASE)
end

/// So many bits a number may have.
BITS_MAX :: 1 << 36

/// Panics before GMP divides by a number that has no limbs, 0.
///
/// ```
/// Big_Memory.refuse_zero(1)
/// Big_Memory.refuse_zero(0)                 // panic: division by zero
/// ```
refuse_zero :: (size: i32, location: Pointer{Source_Location} = #caller-location) #inline
    if size == 0
        panic_text("division by zero", location@)
    end
end

/// Panics where `bits + count` times `factor` are more bits than any number may have: GMP ends the process then.
///
/// ```
/// Big_Memory.refuse_size(100, 200, 3)
/// Big_Memory.refuse_size(0, 1 << 40, 1)     // panic: the number would be too large
/// ```
refuse_size :: (bits: Int, count: Int, factor: Int, location: Pointer{Source_Location} = #caller-location)
    if count > BITS_MAX || factor > BITS_MAX || bits + count > BITS_MAX / factor
        panic_text("out of memory: the number would be too large", location@)
    end
end

take_memory :: #c-call (size: u64) -> Pointer{Void} #private
    with default_context()
        head := current
        head.size = Int(size) + size_of(Head)
        memory := head.allocator(.ALLOCATE, head.size, 16, head.allocator_data, 0, null, bit_cast{Int}(made_for))
        if memory == null
            fail(head.size)
        end
        Pointer{Head}(memory)@ = head
        return Pointer{Void}(UInt(memory) + UInt(size_of(Head)))
    end
end

change_memory :: #c-call (old: Pointer{Void}, _old_size: u64, size: u64) -> Pointer{Void} #private
    start := Pointer{Head}(UInt(old) - UInt(size_of(Head)))
    with default_context()
        head := start@
        memory := head.allocator(.RESIZE, Int(size) + size_of(Head), 16, head.allocator_data, head.size, start, bit_cast{Int}(made_for))
        if memory == null
            fail(Int(size) + size_of(Head))
        end
        Pointer{Head}(memory).size = Int(size) + size_of(Head)
        return Pointer{Void}(UInt(memory) + UInt(size_of(Head)))
    end
end

give_memory :: #c-call (old: Pointer{Void}, _size: u64) #private
    start := Pointer{Head}(UInt(old) - UInt(size_of(Head)))
    with default_context()
        head := start@
        head.allocator(.FREE, 0, 16, head.allocator_data, head.size, start, 0)
    end
end

fail :: (size: Int) #private #cold #no-inline
    with context{on_panic = on_panic}
        out_of_memory(size, "a big number", location = made_for)
    end
end

__gmp_set_memory_functions :: (take: #c-call (size: u64) -> Pointer{Void}, change: #c-call (old: Pointer{Void}, old_size: u64, size: u64) -> Pointer{Void}, give: #c-call (old: Pointer{Void}, size: u64)) #foreign #private
