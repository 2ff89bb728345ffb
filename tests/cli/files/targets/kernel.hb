// A program without a runtime: its own system calls, console, allocator and start.

#import "Machine"

Heap :: struct
    bytes: Array{u8, 4096}
    used: Int
end

heap: Heap

bump :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void}, _old_size: Int, _old: Pointer{Void}, _options: Int) -> Pointer{Void}
    if mode != .ALLOCATE
        return null
    end
    heap := bit_cast{Pointer{Heap}}(data)
    start := (heap.used + alignment - 1) & ~(alignment - 1)
    if start + size > heap.bytes.length
        return null
    end
    heap.used = start + size
    return &heap.bytes[start]
end

Shape :: union
    square: Int
    text: String
    nothing
end

Node :: struct
    value: Int
    next: Pointer{Node}
end

measure :: (shape: Shape) -> Int
    match shape
    case .square n => return n * n
    case .text t   => return t.length
    case .nothing  => return 0
    end
end

larger :: {T}(a: T, b: T) -> T where is_ordered(T) => ifx a > b => a else => b end

push :: (list: Pointer{Node}, value: Int) -> Pointer{Node}
    node := new{Node}()
    node@ = Node{value, list}
    return node
end

apply :: (n: Int, f: #closure (x: Int) -> Int) -> Int => f(n)

line :: (name: String, n: Int)
    print("{} {}\n", name, n)
end

boot :: () -> Int
    list: Pointer{Node}
    for i in 1..=10
        list = push(list, i * i)
    end
    total := 0
    while list != null
        total += list.value
        list = list.next
    end
    line("total", total)
    line("shapes", measure(.square(5)) + measure(.text("abc")) + measure(.nothing))
    line("larger", larger(3, 4) + Int(larger(2.5, 1.5)))
    factor := 6
    line("closure", apply(7, [factor] (x: Int) -> Int => x * factor))
    line("user", Int(context.user_index))
    copy := heap
    line("copied", copy.used)
    line("negative", total - 400)
    return total
end

start :: () #export "_start"
    status := 0
    with context{allocator = bump, allocator_data = &heap, user_index = 12}
        status = boot()
        #if #config("fail", false)
            assert(status == 0, "as asked")
        #end
        #if #config("outside", false)
            print("{}", numbers[status])
        #end
    end
    exit(status - 343)
end

numbers := Array{String, 2}{"a", "b"}
