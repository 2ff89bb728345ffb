// gdb: break deep
// gdb: run
// gdb: info context
// gdb: print context.user_index
// gdb: up
// gdb: info context
// shows: Breakpoint 1, deep (n=4) at
// shows: user_index = 9
// shows: allocator = 
// shows: $1 = 9
// shows: with_one () at
// shows: user_index = 0
counting :: (mode: AllocatorMode, size: Int, alignment: Int, _data: *void, old_size: Int, old: *void, _options: Int) -> *void
    return page_allocator(mode, size, alignment, null, old_size, old, 0)
end
deep :: (n: Int) -> Int
    box := new(n)
    defer free(box)
    return box@ + Int(context.user_index)
end
with_one :: () -> Int
    result := 0
    with context{user_index = 9, allocator = counting}
        result = deep(4)
    end
    return result
end
main :: ()
    print("{}\n", with_one())
end
