// eval: no, the interpreter has one thread
// expect: child: 42 1 allocator is inherited true, temporary is its own true
// expect: grandchild: 43 2
// expect: parent again: 42 0

// a thread begins with a copy of its creator's context: fields of the program's own, the allocator, user data; its index and temporary allocator are its own

Thread :: #import "Thread"
#add-context request: Int = 0

outer_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _data: Pointer{Void}, old_size: Int, old: Pointer{Void}, options: Int) -> Pointer{Void}
    return default_allocator(mode, size, alignment, null, old_size, old, options)
end

grandchild :: (_x: Int) -> Int
    print("grandchild: {} {}\n", context.request, context.thread_index)
    return 1
end

child :: (parents_temporary: Pointer{Void}) -> Int
    print("child: {} {} allocator is inherited {}, temporary is its own {}\n", context.request, context.thread_index,
          context.allocator == outer_allocator, context.temporary_allocator_data != parents_temporary)
    with context{request = context.request + 1}
        return Thread.spawn(grandchild, 0).join()
    end
end

main :: ()
    with context{allocator = outer_allocator, request = 42}
        t := Thread.spawn(child, context.temporary_allocator_data)
        t.join()
        print("parent again: {} {}\n", context.request, context.thread_index)
    end
end
