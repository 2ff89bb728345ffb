//! Text that grows: the part of `Strings` for it, reached as `Strings.builder`.

/// A string that grows. It keeps the allocator that it was made with.
Builder :: struct
    data: Pointer{u8}
    length: Int
    capacity: Int
    allocator: Allocator
    allocator_data: Pointer{Void}
    made_for: Pointer{Source_Location}  // whom to name where there is no memory
end

/// An empty builder over the current allocator. Where memory ends, the panic is at the place of this call, or at another one that it is given: that of
/// whoever has a text built.
/// ```
/// b := Strings.builder()
/// defer b.destroy()
/// b.append("x = ")
/// b.append_int(42)
/// b.text()                                  // => "x = 42"
/// ```
builder :: (location: Pointer{Source_Location} = #caller-location) -> Builder
    return Builder{allocator = context.allocator, allocator_data = context.allocator_data, made_for = location}
end

/// Puts a text, or a byte, behind what is there.
/// ```
/// b := Strings.builder()
/// b.append("ab")
/// b.append('c')
/// b.text()                                  // => "abc"
/// ```
append :: (b: Pointer{Builder}, text: String)
    if text.length > b.capacity - b.length
        grow(b, b.length + text.length)
    end
    memory_copy(&b.data[b.length], text.data, text.length)
    b.length += text.length
end

append :: (b: Pointer{Builder}, byte: u8)
    if b.length == b.capacity
        grow(b, b.length + 1)
    end
    b.data[b.length] = byte
    b.length += 1
end

/// Puts a rune behind what is there.
/// ```
/// b := Strings.builder()
/// b.append_rune('é')
/// b.text()                                  // => "é"
/// ```
append_rune :: (b: Pointer{Builder}, rune: Rune)
    room: Array{u8, 4} = uninit
    append(b, String{data = &room[0], length = encode_rune(&room[0], rune)})
end

/// A number in decimal.
/// ```
/// b := Strings.builder()
/// b.append_int(-7)
/// b.text()                                  // => "-7"
/// ```
append_int :: (b: Pointer{Builder}, x: Int)
    writer := Writer{drain = drain_to_builder, owner = b}
    put(&writer, x)
end

/// Where formatted text goes into the builder: `write(out, …)`, `put(out, …)`, `format(out, …)`.
/// ```
/// b := Strings.builder()
/// out := b.writer()
/// print_to(&out, "{:>4}|{}", 7, true)
/// b.text()                                  // => "   7|true"
/// ```
writer :: (b: Pointer{Builder}) -> Writer => Writer{drain = drain_to_builder, owner = b}

drain_to_builder :: (out: Pointer{Writer}, text: String) #private
    append(Pointer{Builder}(out.owner), text)
end

/// Makes room for so many more bytes.
///
/// ```
/// b := Strings.builder()
/// b.reserve(100)
/// b.append("no block has to move")
/// b.text()                                           // => "no block has to move"
/// b.destroy()
/// ```
reserve :: (b: Pointer{Builder}, additional: Int)
    if additional > b.capacity - b.length
        grow(b, b.length + additional)
    end
end

/// What has been built so far; valid until the builder changes.
/// ```
/// b := Strings.builder()
/// b.append("ab")
/// b.text()                                  // => "ab"
/// ```
text :: (b: Pointer{Builder}) -> String
    return String{data = b.data, length = b.length}
end

/// How `print` shows a builder: as its text.
/// ```
/// b := Strings.builder()
/// b.append("ab")
/// print("{:>4}\n", b)                       // =>   ab
/// ```
format :: (out: Pointer{Writer}, b: Pointer{Builder}, spec: Format_Spec)
    built := text(b)
    format(out, &built, spec)
end

/// What has been built, as a string of its own: `delete` frees it. The builder is empty afterwards.
/// ```
/// b := Strings.builder()
/// b.append("ab")
/// text := b.take()
/// defer delete(text)
/// b.length                                  // => 0
/// ```
take :: (b: Pointer{Builder}) -> String
    length := b.length
    if length == 0
        destroy(b)
        return ""
    end
    if length < b.capacity
        shrunk := b.allocator(.RESIZE, length, 1, b.allocator_data, b.capacity, b.data, bit_cast{Int}(b.made_for))
        if shrunk == null
            out_of_memory(length, "a text", location = b.made_for)
        end
        b.data = Pointer{u8}(shrunk)
    end
    result := String{data = b.data, length = length}
    b.data = null
    b.length = 0
    b.capacity = 0
    return result
end

/// Forgets what has been built and keeps the memory.
/// ```
/// b := Strings.builder()
/// b.append("ab")
/// b.clear()
/// b.text()                                  // => ""
/// ```
clear :: (b: Pointer{Builder})
    b.length = 0
end

/// Drops what stands behind the first `length` bytes.
/// ```
/// b := Strings.builder()
/// b.append("abc")
/// b.truncate(1)
/// b.text()                                  // => "a"
/// ```
truncate :: (b: Pointer{Builder}, length: Int)
    b.length = max(min(length, b.length), 0)
end

/// Frees the memory; the builder is empty and can be used again.
/// ```
/// b := Strings.builder()
/// defer b.destroy()
/// ```
destroy :: (b: Pointer{Builder})
    if b.data != null
        b.allocator(.FREE, 0, 1, b.allocator_data, b.capacity, b.data, 0)
    end
    b.data = null
    b.length = 0
    b.capacity = 0
end

grow :: (b: Pointer{Builder}, needed: Int) #private #no-inline
    if b.allocator == null
        b.allocator = context.allocator
        b.allocator_data = context.allocator_data
        b.made_for = asking_place(from_here())
    end
    if needed < 0
        // more than there are addresses
        panic_text("impossible length of a text", b.made_for@)
    end
    capacity := max(max(2 * b.capacity, needed), 32)
    mode := ifx b.data == null => AllocatorMode.ALLOCATE else => AllocatorMode.RESIZE end
    fresh := b.allocator(mode, capacity, 1, b.allocator_data, b.capacity, b.data, bit_cast{Int}(b.made_for))
    if fresh == null
        out_of_memory(capacity, "a text", location = b.made_for)
    end
    b.data = Pointer{u8}(fresh)
    b.capacity = capacity
end
