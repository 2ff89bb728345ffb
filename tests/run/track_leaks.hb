// options: --track
// expect: 1
// expect: 1 2
// expect-status: 1
// expect-error: memory: 192 bytes in 3 blocks have leaked

Node :: struct
    value: Int
    next: Pointer{Node}
end

pair :: () -> Pointer{Node} #no-inline
    first: Pointer{Node} = null
    for i in 0..<2
        first = new(Node{i, first})
    end
    return first
end

main :: ()
    list := pair()
    print("{}\n", list.value)
    s := make_slice{Int}(10)
    s[0] = 1
    s = resize(s, 20)
    s[1] = s[0] + 1
    print("{} {}\n", s[0], s[1])
    // what is freed is no leak, nor is temporary memory
    free(new(3))
    with context{allocator = context.temporary_allocator, allocator_data = context.temporary_allocator_data}
        assert(new(4)@ == 4)
    end
end

