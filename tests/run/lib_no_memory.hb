// eval: no, the program starts itself
// expect: every allocation failed once, cleanly
// failing-allocator-test: Bit_Set Channel Cli Deque Format Heap Json List Map Min_Max_Heap Ordered_Map Ordered_Set Perfect_Hash Pool Set
// failing-allocator-test: Sort Stack Strings Temporary Unicode

// A process a time, in which the n-th allocation gives null: each ends with the panic that says so, at a line of the
// program and not of the library, until all is done.

#import "Map"
#import "Ordered_Map"
#import "List"
#import "Deque"
#import "Bit_Set"
Channel :: #import "Channel"
Cli :: #import "Cli"
Format :: #import "Format"
Heap :: #import "Heap"
Min_Max_Heap :: #import "Min_Max_Heap"
Ordered_Set :: #import "Ordered_Set"
Perfect_Hash :: #import "Perfect_Hash"
Pool :: #import "Pool"
Set :: #import "Set"
Stack :: #import "Stack"
Temporary :: #import "Temporary"
Sort :: #import "Sort"
Strings :: #import "Strings"
Unicode :: #import "Unicode"
Json :: #import "Json"
Process :: #import "Process"

failing :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void},
            old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    left := Pointer{Int}(data)
    if mode == .ALLOCATE || mode == .RESIZE
        left@ -= 1
        if left@ == 0
            return null
        end
    end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

Large :: struct
    words: Array{Int, 40}
end

use_all :: ()
    m := map{String, Int}()
    large := map{Int, Large}()
    ordered := ordered_map{Int, Int}()
    l := list{Int}()
    d := deque{Int}()
    for i in 0..<20
        m[format("key {}", i)] = i
        large[i] = Large{}
        ordered[i] = i
        l.append(-i)
        d.push_back(i)
    end
    s := bit_set()
    s.insert(300)
    Sort.sort(l.items(), (a: Int, b: Int) -> Bool => b < a)
    Sort.sort(l.items(), (a: Int, b: Int) -> Bool => a % 3 < b % 3)
    delete(Unicode.to_upper("straße"))
    delete(Strings.replace("a,b", ",", ";"))
    document, _ := Json.parse("{\"a\": [1, \"two\"]}")
    delete(Json.to_text(&document))
end

Options :: struct
    files: List{String}
end

use_others :: ()
    set := Set.set_of{Int}({1, 2, 3})
    both := set.union_of(&set)
    names := Ordered_Set.ordered_set_of{Int}({3, 1})
    heap := Heap.heap_of{Int}({3, 1})
    ends := Min_Max_Heap.min_max_heap_of{Int}({3, 1})
    bits := bit_set(100)
    more := bits.copy()
    perfect := Perfect_Hash.build{Int, Int}({{1, 2}, {3, 4}})
    channel := Channel.create{Int}(3)
    for i in 0..<10
        both.insert(i)
        names.insert(i)
        heap.push(i)
        ends.push(i)
        more.insert(1000 * i)
    end
    perfect.destroy()
    channel.destroy()
    pool, stack, ring := Pool.create(64), Stack.create(64), Temporary.create()
    with context{allocator = Pool.allocate, allocator_data = &pool}
        new(3)
    end
    with context{allocator = Temporary.allocate, allocator_data = &ring}
        new(3)
    end
    stack.destroy()
    parts := Strings.split_list("a,b", ",")
    delete(Strings.join(&parts, "-"))
    delete(Strings.repeat("ab", 3))
    delete(Strings.pad_left("a", 9))
    b := Strings.builder()
    b.append_int(3)
    delete(b.take())
    delete(Unicode.normalize("é", .NFD))
    text, _ := Format.text("{:>400}", 3)
    delete(text)
    options, _ := Cli.parse{Options}({"program", "a"})
    options.files.destroy()
    delete(Cli.usage{Options}("program"))
end

main :: (arguments: Slice{String}) -> Int
    if arguments.length == 2
        left := Strings.parse_int(arguments[1]) or_else 0
        with context{allocator = failing, allocator_data = &left}
            use_all()
            use_others()
        end
        return 0
    end
    n := 1
    while true
        result, error := Process.run({"/bin/sh", "-c", format("exec /proc/{}/exe {} 2>&1", Process.id(), n)})
        assert(error == .ok)
        if result.status == 0 && n > 100
            print("every allocation failed once, cleanly\n")
            return 0
        end
        if result.status != 134 || !Strings.starts_with(result.output, "panic: out of memory") || Strings.contains(result.output, "\n  at stdlib/")
            print("{}: {} {}\n", n, result.status, result.output)
            return 1
        end
        result.destroy()
        n += 1
    end
end
