// eval: no, what it refuses there is a limit of the compiler
// expect: page libc-like: aligned true, grown in place or moved with its contents true
// expect: nothing of nothing: true true 0
// expect: refused politely: true true true

// alignments up to a page, requests for no bytes, requests that nobody can serve, with every allocator of the library

Arena :: #import "Arena"
Stack :: #import "Stack"
Counting :: #import "Counting"
Temporary :: #import "Temporary"
Locked :: #import "Locked"

Empty :: struct
end

check_alignment :: () -> Bool
    good := true
    alignment := 1
    while alignment <= 4096
        p := context.allocator(.ALLOCATE, 100, alignment, context.allocator_data, 0, null, 0)
        good = good && p != null && UInt(p) % UInt(alignment) == 0
        memory_set(p, 0xab, 100)
        q := context.allocator(.RESIZE, 300, alignment, context.allocator_data, 100, p, 0)
        good = good && q != null && UInt(q) % UInt(alignment) == 0
        for i in 0..<100
            good = good && Pointer{u8}(q)[i] == 0xab
        end
        r := context.allocator(.RESIZE, 10, alignment, context.allocator_data, 300, q, 0)
        good = good && Pointer{u8}(r)[9] == 0xab
        context.allocator(.FREE, 0, alignment, context.allocator_data, 10, r, 0)
        alignment *= 2
    end
    return good
end

under :: (c: Context) -> Bool
    with c
        return check_alignment()
    end
end

main :: ()
    arena := Arena.create()
    stack := Stack.create(1 << 18)
    temporary := Temporary.create()
    counter := Counting.create()
    locked := Locked.over(Arena.allocate, &arena)
    good := check_alignment()
    good = good && under(context{allocator = Arena.allocate, allocator_data = &arena})
    good = good && under(context{allocator = Stack.allocate, allocator_data = &stack})
    good = good && under(context{allocator = Temporary.allocate, allocator_data = &temporary})
    good = good && under(context{allocator = Counting.allocate, allocator_data = &counter})
    good = good && under(context{allocator = Locked.allocate, allocator_data = &locked})
    good = good && under(context{allocator = context.temporary_allocator, allocator_data = context.temporary_allocator_data})
    print("page libc-like: aligned {}, grown in place or moved with its contents {}\n", good, counter.in_use == 0)
    e := new{Empty}()
    free(e)
    none_at_all := make_slice{Int}(0)
    none_at_all = resize(none_at_all, 0)
    count := none_at_all.length
    delete(none_at_all)
    text := format("")
    delete(text)
    print("nothing of nothing: {} {} {}\n", text.length == 0, true, count)
    huge := 1 << 62
    a := context.allocator(.ALLOCATE, huge, 16, context.allocator_data, 0, null, 0)
    b := Arena.allocate(.ALLOCATE, huge, 16, &arena, 0, null, 0)
    c := Stack.allocate(.ALLOCATE, huge, 16, &stack, 0, null, 0)
    print("refused politely: {} {} {}\n", a == null, b == null, c == null)
    arena.destroy()
    stack.destroy()
    temporary.destroy()
end
