#import "List"
Arena :: #import "Arena"
run :: ()
    arena := Arena.create()
    defer arena.destroy()
    l: List{Int}
    with context{allocator = Arena.allocate, allocator_data = &arena}
        l = list{Int}()
    end
    for i in 0..<100
        l.append(i)
    end
    print("{}\n", l.allocator_data == &arena)
end
