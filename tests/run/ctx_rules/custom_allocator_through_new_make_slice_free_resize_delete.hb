T :: struct
    n: Int
end
alloc :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void}, old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    t := Pointer{T}(data)
    t.n += 1
    parent := default_context()
    match mode
    case .ALLOCATE => print("A{} ", size)
    case .RESIZE => print("R{} ", size)
    case .FREE => print("F{}", ifx t.n == 5 => "\n" else => " " end)
    case .FREE_ALL => return null
    end
    return parent.allocator(mode, size, alignment, parent.allocator_data, old_size, old_memory, options)
end
run :: ()
    t: T
    with context{allocator = alloc, allocator_data = &t}
        p := new{Int}()
        s := make_slice{Int}(3)
        s = resize(s, 6)
        free(p)
        delete(s)
    end
end
