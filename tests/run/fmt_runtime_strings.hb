// expect: 3 + 4 = 7
// expect: 300
// expect: x=1, y=2
// expect: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 390
// expect: count 10
// expect: kept: <00042>

// `format` makes strings, on the stack as long as they are short, from the allocator of the context when they grow.

Counter :: struct
    calls: Int
end

counting :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    counter := Pointer{Counter}(data)
    if mode == .ALLOCATE
        counter.calls += 1
    end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

joined :: (separator: String, parts: ..String) -> String
    result := ""
    for part, i in parts
        if i > 0
            result = format("{}{}", result, separator)
        end
        result = format("{}{}", result, part)
    end
    return result
end

main :: () -> Int
    a, b := 3, 4
    text := format("{} + {} = {}", a, b, a + b)
    print("{}\n", text)
    delete(text)
    long := format("{:300}", "x")
    print("{}\n", long.length)
    print("{}\n", joined(", ", format("x={}", 1), format("y={}", 2)))
    many := ""
    for i in 0..<13
        many = format("{}{}", many, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    end
    print("{} {}\n", many[0..<30], many.length)
    counter: Counter
    with context{allocator = counting, allocator_data = &counter}
        for i in 0..<10
            delete(format("{:05}", i))
        end
    end
    print("count {}\n", counter.calls)
    kept := format("<{:05}>", 42)
    print("kept: {}\n", kept)
    return 0
end
