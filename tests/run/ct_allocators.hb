// expect: 4950 4950
// expect: 199 199
// expect: 45 45
// expect: 57936 57936

Arena :: #import "Arena"
Fixed_Buffer :: #import "Fixed_Buffer"
List :: #import "List"

// Allocators of the library, and one of the program's own, on top of the compiler's.

Node :: struct
    next: Pointer{Node}
    value: Int
end

chain :: (n: Int) -> Pointer{Node}
    first: Pointer{Node}
    for i in 0..<n
        first = new(Node{first, i})
    end
    return first
end

total :: (n: Pointer{Node}) -> Int
    sum, at := 0, n
    while at != null
        sum += at.value
        at = at.next
    end
    return sum
end

in_arena :: (n: Int) -> Int
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        return total(chain(n))
    end
end

in_buffer :: () -> Int
    memory: Array{u8, 4096}
    buffer := Fixed_Buffer.over(memory[..])
    with context{allocator = Fixed_Buffer.allocate, allocator_data = &buffer}
        l := List.list{Int}()
        for i in 0..<100
            l.append(i)
        end
        return l[99] + l.length
    end
end

// hands out parts of one block, from its end
Down :: struct
    memory: Slice{u8}
    left, calls: Int
end

allocate_down :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void},
                  old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    down := Pointer{Down}(data)
    down.calls += 1
    match mode
    case .ALLOCATE, .RESIZE
        down.left = (down.left - size) / alignment * alignment
        assert(down.left >= 0, "the block is used up")
        fresh := Pointer{Void}(&down.memory[down.left])
        if mode == .RESIZE && old_memory != null
            memory_copy(fresh, old_memory, min(size, old_size))
        end
        return fresh
    case .FREE => return null
    case .FREE_ALL
        down.left = down.memory.length
        return null
    end
end

// what lives in a block of another allocator's is kept with the block
kept :: () -> Pointer{Node}
    down := Down{make_slice{u8}(1024), 1024, 0}
    with context{allocator = allocate_down, allocator_data = &down}
        return chain(10)
    end
end

counted :: () -> (Int)
    down := Down{make_slice{u8}(8192), 8192, 0}
    with context{allocator = allocate_down, allocator_data = &down}
        s := make_slice{Int}(10)
        t := resize(s, 20)
        delete(t)
        p := new{Node}()
        free(p)
    end
    return down.calls * 10000 + down.left
end

KEPT :: #run kept()

main :: ()
    print("{} {}\n", #run in_arena(100), in_arena(100))
    print("{} {}\n", #run in_buffer(), in_buffer())
    print("{} {}\n", total(KEPT), total(kept()))
    print("{} {}\n", #run counted(), counted())
end
