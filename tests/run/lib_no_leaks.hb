// expect: containers: nothing leaks
// expect: text: nothing leaks
// expect: small ones: nothing leaks
// options: --track
// leak-test: Bit_Set Channel Cli Deque Format Heap List Map Min_Max_Heap Ordered_Map Ordered_Set Perfect_Hash Pool Set Sort Stack Strings
// leak-test: Task Temporary Unicode

// Each module takes its memory from the allocator that is current when something is made, and gives all of it back to that one, though
// another is current by then: the tracking allocator below, `--track` around it, find nothing.

Bit_Set :: #import "Bit_Set"
Channel :: #import "Channel"
Cli :: #import "Cli"
Deque :: #import "Deque"
Format :: #import "Format"
Heap :: #import "Heap"
List :: #import "List"
Map :: #import "Map"
Min_Max_Heap :: #import "Min_Max_Heap"
Ordered_Map :: #import "Ordered_Map"
Ordered_Set :: #import "Ordered_Set"
Perfect_Hash :: #import "Perfect_Hash"
Pool :: #import "Pool"
Set :: #import "Set"
Sort :: #import "Sort"
Stack :: #import "Stack"
Strings :: #import "Strings"
Task :: #import "Task"
Temporary :: #import "Temporary"
Tracking :: #import "Tracking"
Unicode :: #import "Unicode"

Large :: struct
    words: Array{Int, 40}
end

Made :: struct
    map: Map.Map{Int, Int}
    large: Map.Map{Int, Large}
    set: Set.Set{String}
    ordered: Ordered_Map.Ordered_Map{Int, Int}
    names: Ordered_Set.Ordered_Set{String}
    list: List.List{Int}
    deque: Deque.Deque{Int}
    heap: Heap.Heap{Int}
    both: Min_Max_Heap.Min_Max_Heap{Int}
    bits: Bit_Set.Bit_Set
    builder: Strings.Builder
    channel: Channel.Channel{Int}
    perfect: Perfect_Hash.Perfect_Hash{Int, Int}
end

make :: () -> Made
    made := Made{Map.map{Int, Int}(), Map.map{Int, Large}(), Set.set{String}(), Ordered_Map.ordered_map{Int, Int}(), Ordered_Set.ordered_set{String}(),
                 List.list{Int}(), Deque.deque{Int}(), Heap.heap{Int}(), Min_Max_Heap.min_max_heap{Int}(), Bit_Set.bit_set(), Strings.builder(),
                 Channel.create{Int}(4), Perfect_Hash.build{Int, Int}({{1, 2}, {3, 4}})}
    return made
end

// Runs under another allocator than the one that the containers were made with.
fill :: (made: Pointer{Made})
    for i in 0..<500
        made.map[i] = i
        made.large[i] = Large{}
        made.ordered[i] = i
        made.list.append(i)
        made.deque.push_front(i)
        made.heap.push(-i)
        made.both.push(i ^ 3)
        made.bits.insert(7 * i)
        made.builder.append_int(i)
    end
    for name in Array{String, _}{"a", "b", "a"}
        made.set.insert(name)
        made.names.insert(name)
    end
    for i in 0..<400
        made.map.remove(i)
        made.large.remove(i)
        made.ordered.swap_remove(i)
        made.list.pop()
        made.deque.pop_back()
        made.heap.pop()
        made.both.pop_max()
    end
    made.large.retain((key: Int, _value: Large) -> Bool => key % 2 == 0)
    made.large.clear()
    made.map.reserve(1000)
    made.list.shrink()
    made.channel.send(1)
end

destroy_all :: (made: Pointer{Made})
    made.map.destroy()
    made.large.destroy()
    made.set.destroy()
    made.ordered.destroy()
    made.names.destroy()
    made.list.destroy()
    made.deque.destroy()
    made.heap.destroy()
    made.both.destroy()
    made.bits.destroy()
    made.builder.destroy()
    made.channel.destroy()
    made.perfect.destroy()
end

copies :: (made: Pointer{Made})
    map, set, ordered, names := made.map.copy(), made.set.copy(), made.ordered.copy(), made.names.copy()
    list, bits := made.list.copy(), made.bits.copy()
    both := set.union_of(&made.set)
    map.destroy()
    set.destroy()
    ordered.destroy()
    names.destroy()
    list.destroy()
    bits.destroy()
    both.destroy()
    squares := List.list_of{Int}({1, 2, 3})
    halves := squares.mapped((x: Int) -> Int => x / 2)
    Sort.sort(squares.items(), (a: Int, b: Int) -> Bool => b % 2 < a % 2)
    squares.destroy()
    halves.destroy()
end

texts :: ()
    parts := Strings.split_list("a,b,c", ",")
    joined := Strings.join(&parts, "-")
    delete(Strings.replace(joined, "-", "+"))
    delete(Strings.repeat("ab", 1000))
    delete(Strings.pad_left("a", 400))
    delete(Strings.to_upper("abc"))
    delete(Strings.reverse_runes("né"))
    delete(joined)
    parts.destroy()
    Unicode.equal_ignoring_case("Straße", "STRASSE")
    delete(Unicode.normalize("e\u{301}"))
    text, _ := Format.text("{:>400}", 1)
    delete(text)
    b := Strings.builder()
    b.append("ab")
    taken := b.take()
    delete(taken)
    delete(Strings.from_bytes(Strings.bytes(format("{:>500}", 3))))
end

Options :: struct
    files: List.List{String}
end

small :: ()
    options, _ := Cli.parse{Options}({"program", "a", "b"})
    options.files.destroy()
    delete(Cli.usage{Options}("program"))
    pool := Pool.create(64)
    stack := Stack.create(4096)
    ring := Temporary.create()
    ring.allocate_in(10, 1)
    with context{allocator = Pool.allocate, allocator_data = &pool}
        allocate(64, 8)
    end
    pool.destroy()
    stack.destroy()
    ring.destroy()
    numbers: Slice{Int} = {1, 2, 3}
    delete(Task.parallel_map(numbers, (x: Int) -> Int => x * x))
end

watched :: (name: String, body: #closure ())
    tracker := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracker}
        body()
    end
    if tracker.report()
        print("{}: nothing leaks\n", name)
    end
    tracker.destroy()
end

main :: ()
    watched("containers", ()
        made := make()
        other := Tracking.create()
        with context{allocator = Tracking.allocate, allocator_data = &other}
            fill(&made)
        end
        copies(&made)
        with context{allocator = Tracking.allocate, allocator_data = &other}
            destroy_all(&made)
        end
        assert(other.report())
        other.destroy()
    end)
    watched("text", texts)
    watched("small ones", small)
end
