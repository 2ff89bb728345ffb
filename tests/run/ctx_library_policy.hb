// expect: words of the arena: ["alpha", "beta", "gamma"] 3 requests
// expect: words of the buffer: ["alpha", "beta", "gamma"] inside
// expect: pool and stack agree: 6 6
// expect: after all of them the default works: [1, 2, 3]

// one library without a word about memory, four policies nested in one another, each put back when its block ends

Arena :: #import "Arena"
Fixed_Buffer :: #import "Fixed_Buffer"
Pool :: #import "Pool"
Stack :: #import "Stack"
Counting :: #import "Counting"

Word :: struct
    next: Pointer{Word}
    text: String
end

cut :: (text: String) -> Pointer{Word}
    first, last: Pointer{Word}
    start := 0
    for i in 0..=text.length
        if i == text.length || text[i] == ' '
            if i > start
                word := new(Word{null, text[start..<i]})
                if last == null
                    first = word
                else
                    last.next = word
                end
                last = word
            end
            start = i + 1
        end
    end
    return first
end

texts :: (first: Pointer{Word}) -> Slice{String}
    count := 0
    word := first
    while word != null
        count += 1
        word = word.next
    end
    list := make_slice{String}(count)
    word = first
    for &text in list
        text = word.text
        word = word.next
    end
    return list
end

length_of :: (first: Pointer{Word}) -> Int
    if first == null
        return 0
    end
    return first.text.length + length_of(first.next)
end

main :: ()
    text := "alpha beta  gamma"
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        counter := Counting.create()
        with context{allocator = Counting.allocate, allocator_data = &counter}
            words := cut(text)
            print("words of the arena: {} {} requests\n", texts(words), counter.allocations - 1)
        end
        room: Array{u8, 512} = uninit
        buffer := Fixed_Buffer.over(room[..])
        with context{allocator = Fixed_Buffer.allocate, allocator_data = &buffer}
            list := texts(cut(text))
            address := UInt(list.data)
            is_inside := address >= UInt(&room[0]) && address < UInt(&room[0]) + 512
            print("words of the buffer: {} {}\n", list, ifx is_inside => "inside" else => "outside" end)
        end
        pool := Pool.create(size_of(Word), align_of(Word))
        in_pool, in_stack: Int
        with context{allocator = Pool.allocate, allocator_data = &pool}
            in_pool = length_of(cut("ab cdef"))
        end
        stack := Stack.create(1 << 18)
        with context{allocator = Stack.allocate, allocator_data = &stack}
            in_stack = length_of(cut("abc def"))
        end
        print("pool and stack agree: {} {}\n", in_pool, in_stack)
    end
    numbers := make_slice{Int}(3)
    for &n, i in numbers
        n = i + 1
    end
    print("after all of them the default works: {}\n", numbers)
    delete(numbers)
end
