// options: --allocator mimalloc
// expect: 49950000
// expect: 1000 1006
// expect: true true true true
// expect: 9 0 20

Node :: struct
    value: Int
    next: Pointer{Node}
end

List :: #import "List"

chain :: (length: Int) -> Pointer{Node}
    first: Pointer{Node} = null
    for i in 0..<length
        first = new(Node{i, first})
    end
    return first
end

release_all :: (first: Pointer{Node})
    node := first
    while node != null
        next := node.next
        free(node)
        node = next
    end
end

sum :: (first: Pointer{Node}) -> Int
    total := 0
    node := first
    while node != null
        total += node.value
        node = node.next
    end
    return total
end

filled :: () -> List.List{Int}
    l := List.list{Int}()
    for i in 0..<8
        l.append(i)
    end
    return l
end

// made by the compiler, grown by the program with memory of the default allocator
numbers := #run filled()

aligned :: (alignment: Int) -> Bool
    memory := allocate(100, alignment)
    memory_set(memory, 7, 100)
    grown := context.allocator(.RESIZE, 5000, alignment, context.allocator_data, 100, memory, 0)
    last := Pointer{u8}(grown)[99]
    good := UInt(grown) % UInt(alignment) == 0 && last == 7
    release(grown, 5000, alignment)
    return good
end

main :: () -> Int
    total := 0
    for round in 0..<100
        list := chain(1000)
        total += sum(list)
        if round % 2 == 0
            release_all(list)
        end
    end
    print("{}\n", total)
    for i in 8..<1000
        numbers.append(i)
    end
    memory := numbers.data
    numbers.data = null
    print("{} {}\n", numbers.length, memory[999] + memory[7])
    default_allocator(.FREE, 0, 8, null, 8 * numbers.capacity, memory, 0)
    print("{} {} {} {}\n", aligned(1), aligned(16), aligned(256), aligned(4096))
    s := make_slice{u16}(10)
    s[9] = 9
    s = resize(s, 20)
    print("{} {} {}\n", s[9], s[19], s.length)
    delete(s)
    return 0
end
