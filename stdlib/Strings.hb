//! Strings: searching, cutting, making new ones.
//!
//! Positions and lengths count bytes. What gives a new string takes its memory from the current allocator; what gives a
//! part of a string takes none.

starts_with :: (text: String, prefix: String) -> Bool
    return text.length >= prefix.length && memory_compare(text.data, prefix.data, prefix.length) == 0
end

ends_with :: (text: String, suffix: String) -> Bool
    if text.length < suffix.length
        return false
    end
    return memory_compare(&text.data[text.length - suffix.length], suffix.data, suffix.length) == 0
end

/// The first position of `part` at or behind `from`, or -1.
find :: (text: String, part: String, from: Int = 0) -> Int
    last := text.length - part.length
    for i in from..=last
        if memory_compare(&text.data[i], part.data, part.length) == 0
            return i
        end
    end
    return -1
end

find_byte :: (text: String, byte: u8, from: Int = 0) -> Int
    for i in from..<text.length
        if text[i] == byte
            return i
        end
    end
    return -1
end

/// The last position of `part`, or -1.
find_last :: (text: String, part: String) -> Int
    i := text.length - part.length
    while i >= 0
        if memory_compare(&text.data[i], part.data, part.length) == 0
            return i
        end
        i -= 1
    end
    return -1
end

contains :: (text: String, part: String) -> Bool
    return find(text, part) >= 0
end

is_blank :: (byte: u8) -> Bool
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'
end

/// Without blanks at both ends.
trim :: (text: String) -> String
    first := 0
    last := text.length
    while first < last && is_blank(text[first])
        first += 1
    end
    while last > first && is_blank(text[last - 1])
        last -= 1
    end
    return text[first..<last]
end

concat :: (a: String, b: String) -> String
    data := Pointer{u8}(allocate(a.length + b.length, 1))
    memory_copy(data, a.data, a.length)
    memory_copy(&data[a.length], b.data, b.length)
    return String{data = data, length = a.length + b.length}
end

repeat :: (text: String, count: Int) -> String
    data := Pointer{u8}(allocate(text.length * count, 1))
    for i in 0..<count
        memory_copy(&data[i * text.length], text.data, text.length)
    end
    return String{data = data, length = text.length * count}
end

/// ASCII letters only.
to_upper :: (text: String) -> String
    copy := format_text(text)
    for i in 0..<copy.length
        if copy.data[i] >= 'a' && copy.data[i] <= 'z'
            copy.data[i] -= 32
        end
    end
    return copy
end

/// ASCII letters only.
to_lower :: (text: String) -> String
    copy := format_text(text)
    for i in 0..<copy.length
        if copy.data[i] >= 'A' && copy.data[i] <= 'Z'
            copy.data[i] += 32
        end
    end
    return copy
end

/// The decimal number that the whole text is, with an optional sign.
parse_int :: (text: String) -> (Int, Bool)
    at := 0
    negative := false
    if text.length > 0 && (text[0] == '-' || text[0] == '+')
        negative = text[0] == '-'
        at = 1
    end
    if at == text.length
        return 0, false
    end
    value: u64 = 0
    limit: u64 = 0x7fff_ffff_ffff_ffff
    if negative
        limit = limit + 1
    end
    for i in at..<text.length
        if text[i] < '0' || text[i] > '9'
            return 0, false
        end
        digit := u64(text[i] - '0')
        if value > (limit - digit) / 10
            return 0, false
        end
        value = value * 10 + digit
    end
    if negative
        return -Int(value), true
    end
    return Int(value), true
end

/// A string that grows. It keeps the allocator that it was made with.
Builder :: struct
    data: Pointer{u8}
    length: Int
    capacity: Int
    allocator: Allocator
    allocator_data: Pointer{Void}
end

builder :: () -> Builder
    return Builder{allocator = context.allocator, allocator_data = context.allocator_data}
end

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

/// What has been built so far; valid until the builder changes.
text :: (b: Pointer{Builder}) -> String
    return String{data = b.data, length = b.length}
end

destroy :: (b: Pointer{Builder})
    if b.data != null
        b.allocator(.FREE, 0, 1, b.allocator_data, b.capacity, b.data, 0)
    end
    b.data = null
    b.length = 0
    b.capacity = 0
end

grow :: (b: Pointer{Builder}, needed: Int) #private #no-inline
    capacity := max(max(2 * b.capacity, needed), 32)
    mode := ifx b.data == null => AllocatorMode.ALLOCATE else => AllocatorMode.RESIZE end
    fresh := b.allocator(mode, capacity, 1, b.allocator_data, b.capacity, b.data, 0)
    if fresh == null
        panic_text("out of memory")
    end
    b.data = Pointer{u8}(fresh)
    b.capacity = capacity
end
