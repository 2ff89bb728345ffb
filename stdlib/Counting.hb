//! Counts what an allocator is asked for: calls, bytes, the most that was in use at one time; of a whole program part, or module by module.
//!
//! ```
//! counter := Counting.create()
//! with context{allocator = Counting.allocate, allocator_data = &counter}
//!     numbers := make_slice{u8}(1000)
//!     delete(numbers)
//! end
//! counter.peak              // => 1000
//! ```
//!
//! Who asks is known by the place in the source that `new` and its kin hand to the allocator (`asking_place`), so it is known at every level of
//! optimisation, and costs nothing where nobody looks at it. What the library asks for counts for the module that called it:
//!
//! ```
//! Strings :: #import "Strings"
//!
//! counter := Counting.by_module()
//! defer counter.destroy()
//! with context{allocator = Counting.allocate_by_module, allocator_data = &counter}
//!     delete(Strings.to_upper("sixteen letters!"))
//! end
//! for m in counter.modules.items()
//!     print("{} bytes at most, here: {}\n", m.peak, m.file == #file)             // => 16 bytes at most, here: true
//! end
//! ```
//!
//! Cost: a few additions for each request; by module an entry in a table for each block besides. The sizes are those that the program states. One
//! thread at a time: put it behind `Locked` for several.

List :: #import "List"
Map :: #import "Map"

Counting :: struct
    allocations, resizes, frees: Int    // calls that did something
    failures: Int                       // ALLOCATE and RESIZE that gave null
    bytes: Int                          // asked for in all, growth by RESIZE included
    in_use, peak: Int                   // bytes now, bytes at most
    parent: Allocator
    parent_data: Pointer{Void}
end

/// Counts for the current allocator.
///
/// ```
/// counter := Counting.create()
/// with context{allocator = Counting.allocate, allocator_data = &counter}
///     delete(make_slice{u8}(100))
/// end
/// counter.peak                              // => 100
/// ```
create :: () -> Counting
    return Counting{parent = context.allocator, parent_data = context.allocator_data}
end

/// The allocator procedure; its data is the counter's address.
///
/// ```
/// counter := Counting.create()
/// with context{allocator = Counting.allocate, allocator_data = &counter}
///     free(new(3))
/// end
/// counter.peak                              // => 8
/// ```
allocate :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    counter := Pointer{Counting}(allocator_data)
    result := counter.parent(mode, size, alignment, counter.parent_data, old_size, old_memory, options)
    match mode
    case .ALLOCATE, .RESIZE
        if result == null && size > 0
            counter.failures += 1
        else
            count_taken(counter, size, ifx old_memory == null => 0 else => old_size end, mode == .RESIZE && old_memory != null)
        end
    case .FREE
        if old_memory != null
            count_freed(counter, old_size)
        end
    case .FREE_ALL
        counter.frees += 1
        counter.in_use = 0
    end
    return result
end

count_taken :: (counter: Pointer{Counting}, size: Int, before: Int, is_resize: Bool) #private
    if is_resize
        counter.resizes += 1
    else
        counter.allocations += 1
    end
    counter.bytes += max(size - before, 0)
    counter.in_use += size - before
    counter.peak = max(counter.peak, counter.in_use)
end

count_freed :: (counter: Pointer{Counting}, size: Int) #private
    counter.frees += 1
    counter.in_use -= size
end

/// Prints the counts on standard error, a line.
///
/// ```
/// counter := Counting.create()
/// counter.report("nothing")
/// ```
report :: (counter: Pointer{Counting}, name: String = "memory")
    print_error("{}: {} allocations, {} resizes, {} frees, {} bytes in all, {} at most, {} in use\n", name, counter.allocations,
                counter.resizes, counter.frees, counter.bytes, counter.peak, counter.in_use)
end

// ---- By module --------------------------------------------------------------------------------------------------------

/// The counts of everything, and of each module that has asked for something, in the order in which they first did. A block belongs to the
/// module that asked for it, whoever frees it; one that is resized, to the module that did so.
By_Module :: struct
    using total: Counting
    modules: List.List{Module}
    blocks: Map.Map{UInt, Block}
end

/// What one module has asked for.
Module :: struct
    using counts: Counting
    name: String                        // of its file, without `.hb`; `unknown` for requests that do not say where they come from
    file: String
end

Block :: struct #private
    module: Int
    size: Int
end

/// Counts for the current allocator, module by module. What the counter needs for itself comes from there, too.
///
/// ```
/// counter := Counting.by_module()
/// defer counter.destroy()
/// with context{allocator = Counting.allocate_by_module, allocator_data = &counter}
///     free(new(3))
/// end
/// counter.modules.length > 0                // => true
/// ```
by_module :: () -> By_Module
    return By_Module{total = create(), modules = List.list{Module}(), blocks = Map.map{UInt, Block}(seed = 1)}
end

/// The allocator procedure; its data is the address of what `by_module` gave.
///
/// ```
/// counter := Counting.by_module()
/// defer counter.destroy()
/// with context{allocator = Counting.allocate_by_module, allocator_data = &counter}
///     new(3)@                               // => 3
/// end
/// ```
allocate_by_module :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
                       old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    counter := Pointer{By_Module}(allocator_data)
    result := allocate(mode, size, alignment, &counter.total, old_size, old_memory, options)
    match mode
    case .ALLOCATE, .RESIZE
        place := asking_place(options)
        asking := module_of(counter, place)
        module := &counter.modules[asking]
        if result == null && size > 0
            module.failures += 1
            return null
        end
        before := take_block(counter, old_memory)
        if before.size > 0
            counter.modules[before.module].in_use -= before.size
            module.in_use += before.size
        end
        count_taken(&module.counts, size, before.size, mode == .RESIZE && old_memory != null)
        if size > 0
            counter.blocks.insert(UInt(result), Block{asking, size}, location = place)
        end
    case .FREE
        freed := take_block(counter, old_memory)
        if freed.size > 0
            count_freed(&counter.modules[freed.module].counts, freed.size)
        end
    case .FREE_ALL
        for &module in counter.modules.items()
            module.in_use = 0
        end
        counter.blocks.clear()
    end
    return result
end

// Nothing for blocks without bytes, and for those that are older than the counter.
take_block :: (counter: Pointer{By_Module}, memory: Pointer{Void}) -> Block #private
    return counter.blocks.remove(UInt(memory)) or_else Block{}
end

module_of :: (counter: Pointer{By_Module}, place: Pointer{Source_Location}) -> Int #private
    file := ifx place == null => "" else => place.file end
    for &module, i in counter.modules.items()
        if module.file.data == file.data || module.file == file
            return i
        end
    end
    counter.modules.append(Module{name = module_name(file), file = file}, location = place)
    return counter.modules.length - 1
end

module_name :: (file: String) -> String #private
    if file.length == 0
        return "unknown"
    end
    start := 0
    for i in 0..<file.length
        if file[i] == '/'
            start = i + 1
        end
    end
    has_ending := file.length - start > 3 && file[file.length - 3..] == ".hb"
    return ifx has_ending => file[start..<file.length - 3] else => file[start..] end
end

/// Prints the counts on standard error: a line for everything, then one for each module.
report :: (counter: Pointer{By_Module}, name: String = "memory")
    report(&counter.total, name)
    for &module in counter.modules.items()
        print_error("  ")
        report(&module.counts, module.name)
    end
end

/// Gives back what the counter needed for itself. The blocks that it counted are left alone.
///
/// ```
/// counter := Counting.by_module()
/// defer counter.destroy()
/// ```
destroy :: (counter: Pointer{By_Module})
    counter.modules.destroy()
    counter.blocks.destroy()
end
