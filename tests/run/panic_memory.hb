// expect-status: 134
// expect: panic_memory.hb:22:12
// expect-error: panic: out of memory: 96 bytes
// expect-error: panic_memory.hb:22:12

// the place of a panic for want of memory is where the program asks for some

nothing :: (_mode: AllocatorMode, _size: Int, _alignment: Int, _data: Pointer{Void}, _old_size: Int, _old: Pointer{Void}, _options: Int) -> Pointer{Void}
    return null
end

Pixel :: struct
    red, green, blue: f32
end

tell :: (_message: String, location: Pointer{Source_Location})
    name := location.file
    print("{}:{}:{}\n", name[name.length - 15..], location.line, location.column)
end

pixels :: (count: Int) -> Slice{Pixel}
    return make_slice{Pixel}(count)
end

main :: ()
    with context{allocator = nothing, on_panic = tell}
        print("{}\n", pixels(8).length)
    end
end
