// eval: no, the program starts itself
// expect: every allocation failed once, cleanly

// A process a time, in which the n-th allocation gives null: each ends with the panic that says so, until all is done.

#import "Map"
#import "Ordered_Map"
#import "List"
#import "Deque"
#import "Bit_Set"
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

main :: (arguments: Slice{String}) -> Int
    if arguments.length == 2
        left := Strings.parse_int(arguments[1]) or_else 0
        with context{allocator = failing, allocator_data = &left}
            use_all()
        end
        return 0
    end
    n := 1
    while true
        result, error := Process.run({"/bin/sh", "-c", format("exec /proc/{}/exe {} 2>&1", Process.id(), n)})
        assert(error == .ok)
        if result.status == 0 && n > 60
            print("every allocation failed once, cleanly\n")
            return 0
        end
        if result.status != 134 || !Strings.starts_with(result.output, "panic: out of memory")
            print("{}: {} {}\n", n, result.status, result.output)
            return 1
        end
        result.destroy()
        n += 1
    end
end
