// expect: Map 0 0
// expect: Map of large entries 0 0
// expect: Set 0 0
// expect: Ordered_Map 0 0
// expect: List 0 0
// expect: Deque 0 0
// expect: Heap 0 0
// expect: Min_Max_Heap 0 0
// expect: Bit_Set 0 0
// expect: Sort 0 0
// expect: Strings 0 0
// expect: Unicode 0 0
// expect: Base64 0 0
// expect: Csv 0 0
// expect: Json 0 0
// expect: Json that is broken 0 0

// Every module gives back all blocks that it has taken, with their true sizes, to the allocator that was current at the beginning.

#import "Map"
#import "Set"
#import "Ordered_Map"
#import "List"
#import "Deque"
#import "Heap"
#import "Min_Max_Heap"
#import "Bit_Set"
Sort :: #import "Sort"
Strings :: #import "Strings"
Unicode :: #import "Unicode"
Base64 :: #import "Base64"
Csv :: #import "Csv"
Json :: #import "Json"

Balance :: struct
    blocks: Int
    bytes: Int
end

watching :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    balance := Pointer{Balance}(data)
    memory := page_allocator(mode, size, alignment, null, old_size, old_memory, options)
    if mode == .ALLOCATE && size > 0
        balance.blocks += 1
    else if mode == .FREE && old_size > 0
        balance.blocks -= 1
    end
    balance.bytes += size - old_size
    return memory
end

// what is not to be used while something is made elsewhere
forbidden :: (mode: AllocatorMode, size: Int, alignment: Int, _data: Pointer{Void},
              old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    if mode == .ALLOCATE && size > 0
        print("from the wrong allocator: ")
    end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

watched :: (name: String, use: () -> Void)
    balance: Balance
    with context{allocator = watching, allocator_data = &balance}
        use()
    end
    print("{} {} {}\n", name, balance.blocks, balance.bytes)
end

Large :: struct
    words: Array{Int, 40}
end

use_map :: ()
    m := map{Int, Int}()
    with context{allocator = forbidden}
        for i in 0..<1000
            m[i] = i
        end
        for i in 0..<900
            m.remove(i)
        end
        for i in 0..<500
            m[-i] = i
        end
    end
    m.clear()
    m[3] = 4
    c := m.copy()
    c.destroy()
    m.destroy()
end

use_large_map :: ()
    m := map{Int, Large}()
    with context{allocator = forbidden}
        for i in 0..<50
            m[i] = Large{}
        end
        m.remove(7)
        m.retain((key: Int, _value: Large) -> Bool => key % 2 == 0)
    end
    m.destroy()
end

use_set :: ()
    a := set_of(Array{Int, 3}{1, 2, 3})
    b := set_of(Array{Int, 2}{3, 4})
    u := union_of(&a, &b)
    a.destroy()
    b.destroy()
    u.destroy()
end

use_ordered_map :: ()
    m := ordered_map{Int, Int}()
    with context{allocator = forbidden}
        for i in 0..<100
            m[i] = i
        end
        m.remove(4)
        m.swap_remove(5)
    end
    m.sort_keys()
    c := m.copy()
    c.destroy()
    m.destroy()
end

use_list :: ()
    l := list{Int}()
    with context{allocator = forbidden}
        for i in 0..<100
            l.append(i)
        end
        l.insert(3, 3)
        l.append_all(l.items())
        l.truncate(5)
        l.shrink()
    end
    doubled := l.mapped((x: Int) -> f64 => f64(x))
    doubled.destroy()
    l.destroy()
end

use_deque :: ()
    d := deque{Int}()
    with context{allocator = forbidden}
        for i in 0..<100
            d.push_front(i)
        end
    end
    d.destroy()
end

use_heap :: ()
    h := heap_of(Array{Int, 3}{3, 2, 1})
    with context{allocator = forbidden}
        for i in 0..<100
            h.push(i)
        end
    end
    h.destroy()
end

use_min_max_heap :: ()
    h := min_max_heap{Int}()
    with context{allocator = forbidden}
        for i in 0..<100
            h.push(i)
        end
    end
    h.pop_max()
    h.destroy()
end

use_bit_set :: ()
    s := bit_set()
    with context{allocator = forbidden}
        s.insert(1000)
    end
    s.destroy()
end

use_sort :: ()
    items := make_slice{Int}(500)
    for i in 0..<500
        items[i] = i * 7919 % 500
    end
    Sort.sort(items, (a: Int, b: Int) -> Bool => b < a)
    Sort.sort(items)
    delete(items)
end

use_strings :: ()
    parts := Strings.split_list("a,b,c", ",")
    joined := Strings.join(&parts, "--")
    replaced := Strings.replace(joined, "--", "+")
    repeated := Strings.repeat("ab", 30)
    upper := Strings.to_upper("abc")
    padded := Strings.pad_left("a", 20)
    turned := Strings.reverse_runes("abc")
    b := Strings.builder()
    b.append("text")
    b.append_int(12)
    b.destroy()
    delete(joined)
    delete(replaced)
    delete(repeated)
    delete(upper)
    delete(padded)
    delete(turned)
    parts.destroy()
end

use_unicode :: ()
    upper := Unicode.to_upper("straße")
    form := Unicode.normalize("é", .NFD)
    Unicode.equal_ignoring_case("A", "b")
    delete(upper)
    delete(form)
end

use_base64 :: ()
    text := Base64.encode("any carnal pleas")
    data, _ := Base64.decode(text)
    Base64.decode("YR==")
    Base64.decode("A!==")
    hex := Base64.encode_hex(data)
    delete(text)
    delete(data)
    delete(hex)
end

use_csv :: ()
    reader := Csv.reader("a,\"b\nc\"\n\"open")
    while _row := reader.next()
    end
    reader.destroy()
end

Thing :: struct
    name: String
    sizes: List{Int}
end

use_json :: ()
    document, _ := Json.parse("{\"a\": [1, \"two\", {\"b\": null}], \"a\": \"again\", \"\": \"\\n\"}")
    text := Json.to_text(&document, 2)
    document.destroy()
    delete(text)
    thing, _ := Json.decode{Thing}("{\"unknown\": [1, {\"x\": \"y\"}], \"name\": \"n\\t\", \"sizes\": [1, 2, 3]}")
    encoded := Json.encode(thing)
    delete(encoded)
    delete(thing.name)
    thing.sizes.destroy()
end

use_broken_json :: ()
    text := "{\"a\": [1, \"two\", {\"b\": null, \"c\\u0041\": [true]}], \"d\": \"\\n\"}"
    for length in 0..<text.length
        document, error := Json.parse(text[..<length])
        assert(error != Json.Error.ok)
        document.destroy()
    end
end

main :: () -> Int
    watched("Map", use_map)
    watched("Map of large entries", use_large_map)
    watched("Set", use_set)
    watched("Ordered_Map", use_ordered_map)
    watched("List", use_list)
    watched("Deque", use_deque)
    watched("Heap", use_heap)
    watched("Min_Max_Heap", use_min_max_heap)
    watched("Bit_Set", use_bit_set)
    watched("Sort", use_sort)
    watched("Strings", use_strings)
    watched("Unicode", use_unicode)
    watched("Base64", use_base64)
    watched("Csv", use_csv)
    watched("Json", use_json)
    watched("Json that is broken", use_broken_json)
    return 0
end
