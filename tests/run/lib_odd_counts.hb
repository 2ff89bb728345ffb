// Counts below zero, none and too many, where they have a meaning: the smallest or the largest that there is.

// expect: some(1) some(2) none true
// expect: none none false []
// expect: [] [1] {1: 2} {1: 2} {1} {1} false
// expect: "" 3 "" "ab" "ab" 1 1 cbc [3, 1, 2]
// expect: [] [1] {1: 2} {1: 2} {1} {1} false
// expect: "" 3 "" "ab" "ab" 1 1 cbc [3, 1, 2]
// expect: [] [1] {1: 2} {1: 2} {1} {1} false
// expect: "" 3 "" "ab" "ab" 1 1 aba [3, 1, 2]
// expect: [1] [1] {1: 2} {1: 2} {1} {1} false
// expect: "text" 3 "ababababab" "   ab" "ab   " -1 -1 cbc [1, 2, 3]
// expect: 0
#import "List"
#import "Deque"
#import "Map"
#import "Ordered_Map"
#import "Bit_Set"
Pool :: #import "Pool"
Ring :: #import "Ring"
Set :: #import "Set"
Sort :: #import "Sort"
Strings :: #import "Strings"

LEAST :: -0x7fff_ffff_ffff_ffff - 1
COUNTS :: Array{Int, 4}{-1, LEAST, 0, 5}

ring_without_room :: ()
    r: Ring.Ring{Int, 0}
    print("{} {} {} {}\n", r.push(1), r.push(2), r.pop(), r.is_full())
    print("{} {} {} {}\n", r.oldest(), r.newest(), r.contains(1), r)
    r.clear()
    for x in r
        print("{}\n", x)
    end
end

room :: (count: Int)
    l := list{Int}(count)
    l.reserve(count)
    l.append(1)
    l.truncate(count)
    d := deque{Int}()
    d.reserve(count)
    d.push_front(1)
    m := map{Int, Int}()
    m.reserve(count)
    m[1] = 2
    o := ordered_map{Int, Int}()
    o.reserve(count)
    o[1] = 2
    s := Set.set{Int}()
    s.reserve(count)
    s.insert(1)
    bits := bit_set(count)
    bits.insert(1)
    print("{} {} {} {} {} {} {}\n", l, d, m, o, s, bits, bits.contains(count))
    b := Strings.builder()
    b.reserve(count)
    b.append("text")
    b.truncate(count)
    pool := Pool.create(count, alignment = count, blocks_per_chunk = count)
    with context{allocator = Pool.allocate, allocator_data = &pool}
        p := new(3)
        print("{:?} {} ", b.text(), p@)
        free(p)
    end
    pool.destroy()
    print("{:?} {:?} {:?} ", Strings.repeat("ab", count), Strings.pad_left("ab", count), Strings.pad_right("ab", count))
    print("{} {} ", Strings.find("abc", "b", from = count), Strings.find_byte("abc", 'b', from = count))
    numbers := Array{Int, 3}{3, 1, 2}
    Sort.partial_sort(numbers[..], count)
    print("{} {}\n", Strings.replace("aba", "a", "c", limit = count), numbers)
end

main :: ()
    ring_without_room()
    for count in COUNTS
        room(count)
    end
    // an alignment that is no power of two
    pool := Pool.create(24, alignment = 100)
    with context{allocator = Pool.allocate, allocator_data = &pool}
        print("{}\n", UInt(new(3)) % 128)
    end
    pool.destroy()
end
