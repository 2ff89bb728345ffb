//! A part of the Prelude: `print`, `format` and their kin, and the `Writer` into which they all write.
//!
//! The compiler takes a constant format apart: `print("{} of {:>4}\n", a, b)` becomes `print_begin`, `write` and `put` for what is plain, `format` (see
//! `Prelude/Formatting`) for what has a specification, `print_end`. So each of these stands here by the name that the compiler looks for.

/// Where text goes. `drain` takes what finds no room; null stands for standard output.
Writer :: struct
    data: Pointer{u8}
    length: Int
    capacity: Int
    drain: Drain
    owner: Pointer{Void}
end

Drain :: #type (out: Pointer{Writer}, text: String)

/// How one value is to be shown: what stands behind the colon of a placeholder.
Format_Spec :: struct
    fill: Rune = ' '
    width: i32
    precision: i32 = -1
    kind: Format_Kind
    align: Format_Align
    plus: Bool
    alternate: Bool
    zero: Bool
end

Format_Kind :: enum {u8}
    DISPLAY
    DEBUG
    HEX
    HEX_UPPER
    BINARY
    OCTAL
    EXPONENT
    EXPONENT_UPPER
end

Format_Align :: enum {u8}
    DEFAULT
    LEFT
    CENTER
    RIGHT
end

/// What one call of `print`, `format`, `panic` … needs on the stack.
Format_Storage :: struct
    writer: Writer
    made_for: Pointer{Source_Location}  // whom to name where there is no memory
    room: Array{u8, 208}
end

standard_output: Writer #private
standard_error: Writer = Writer{drain = drain_to_error} #private

/// Prints on standard output.
/// ```
/// print("{} {:>4} {:?}\n", 1, 2.5, "a")     // => 1  2.5 "a"
/// ```
print :: (format: String, items: ..Any) #format end

/// What `print` does with a format without placeholders.
/// ```
/// print_text("plain\n")
/// // => plain
/// ```
print_text :: (text: String)
    hb_rt_write(text.data, text.length)
end

/// What `print` begins with: where its text goes.
/// ```
/// storage: Format_Storage = uninit
/// out := print_begin(&storage)
/// write(out, "made by hand\n")
/// print_end(out)
/// // => made by hand
/// ```
print_begin :: (_storage: Pointer{Format_Storage}) -> Pointer{Writer}
    return &standard_output
end

/// What `print` ends with.
/// ```
/// storage: Format_Storage = uninit
/// print_end(print_begin(&storage))
/// ```
print_end :: (_out: Pointer{Writer})
end

/// What becomes of an error that `main` gives: the process ends with status 1.
/// ```
/// report_error("nothing is open")           // on standard error: error: nothing is open
/// ```
report_error :: {T}(error: T) #cold
    print_error("error: {}\n", error)
end

/// Prints on standard error.
/// ```
/// print_error("warning: {}\n", "it is late")
/// ```
print_error :: (format: String, items: ..Any) #format end

/// What `print_error` does with a format without placeholders.
/// ```
/// print_error_text("it is late\n")
/// ```
print_error_text :: (text: String)
    hb_rt_write_error(text.data, text.length)
end

/// What `print_error` begins with.
/// ```
/// storage: Format_Storage = uninit
/// out := print_error_begin(&storage)
/// write(out, "made by hand\n")
/// print_error_end(out)
/// ```
print_error_begin :: (_storage: Pointer{Format_Storage}) -> Pointer{Writer}
    return &standard_error
end

/// What `print_error` ends with.
/// ```
/// storage: Format_Storage = uninit
/// print_error_end(print_error_begin(&storage))
/// ```
print_error_end :: (_out: Pointer{Writer})
end

drain_to_error :: (_out: Pointer{Writer}, text: String) #private
    hb_rt_write_error(text.data, text.length)
end

/// Writes out what standard output has buffered.
/// ```
/// print("seen at once")
/// flush()
/// // => seen at once
/// ```
flush :: ()
    hb_rt_flush()
end

/// Makes a string, with memory from the current allocator.
/// ```
/// text := format("{} of {:>4}", 1, 2.5)
/// defer delete(text)
/// text                                      // => "1 of  2.5"
/// ```
format :: (format: String, items: ..Any) -> String #format end

/// What `format` does with a format without placeholders.
/// ```
/// text := format_text("plain")
/// defer delete(text)
/// text                                      // => "plain"
/// ```
format_text :: (text: String, location: Pointer{Source_Location} = #caller-location) -> String
    data := Pointer{u8}(allocate(text.length, 1, location = location))
    memory_copy(data, text.data, text.length)
    return String{data = data, length = text.length}
end

/// What `format` begins with: a writer that keeps its text.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// put(out, 42)
/// format_end(out)                           // => "42"
/// ```
format_begin :: (storage: Pointer{Format_Storage}, location: Pointer{Source_Location} = #caller-location) -> Pointer{Writer}
    storage.writer = Writer{data = &storage.room[0], capacity = 208, drain = grow}
    storage.made_for = location
    return &storage.writer
end

/// What `format` ends with: the text as a string of its own.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// put(out, 42)
/// format_end(out)                           // => "42"
/// ```
format_end :: (out: Pointer{Writer}, location: Pointer{Source_Location} = #caller-location) -> String
    if out.owner == null
        return format_text(written(out), location = location)
    end
    return written(out)
end

/// What a writer holds: its owner keeps the memory.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// put(out, 42)
/// written(out)                              // => "42"
/// ```
written :: (out: Pointer{Writer}) -> String
    return String{data = out.data, length = out.length}
end

// The room on the stack has run out, or an earlier block: its owner is the block itself. Only the writer of a `Format_Storage` comes here.
grow :: (out: Pointer{Writer}, text: String) #private #no-inline
    capacity := max(2 * out.capacity, out.length + text.length)
    fresh := Pointer{u8}(allocate(capacity, 1, location = Pointer{Format_Storage}(out).made_for))
    memory_copy(fresh, out.data, out.length)
    if out.owner != null
        release(out.owner, out.capacity, 1)
    end
    out.data = fresh
    out.owner = fresh
    out.capacity = capacity
    memory_copy(&fresh[out.length], text.data, text.length)
    out.length += text.length
end

/// Writes text.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// write(out, "text")
/// written(out)                              // => "text"
/// ```
write :: (out: Pointer{Writer}, text: String)
    if text.length > out.capacity - out.length
        drain(out, text)
        return
    end
    memory_copy(&out.data[out.length], text.data, text.length)
    out.length += text.length
end

/// Writes what `print` would print.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// print_to(out, "{}-{}", 1, 2)
/// written(out)                              // => "1-2"
/// ```
print_to :: (out: Pointer{Writer}, format: String, items: ..Any) #format end

/// What `print_to` does with a format without placeholders.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// print_to_text(out, "plain")
/// written(out)                              // => "plain"
/// ```
print_to_text :: (out: Pointer{Writer}, text: String)
    write(out, text)
end

/// What `print_to` begins with.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// print_to_begin(&storage, out) == out      // => true
/// ```
print_to_begin :: (_storage: Pointer{Format_Storage}, out: Pointer{Writer}) -> Pointer{Writer}
    return out
end

/// What `print_to` ends with.
/// ```
/// storage: Format_Storage = uninit
/// print_to_end(format_begin(&storage))
/// ```
print_to_end :: (_out: Pointer{Writer})
end

drain :: (out: Pointer{Writer}, text: String) #private #no-inline
    if out.drain == null
        hb_rt_write(text.data, text.length)
    else
        out.drain(out, text)
    end
end

write_bytes :: (out: Pointer{Writer}, data: Pointer{u8}, length: Int) #private
    write(out, String{data = data, length = length})
end

/// Writes a rune.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// write_rune(out, 'é')
/// written(out)                              // => "é"
/// ```
write_rune :: (out: Pointer{Writer}, rune: Rune)
    bytes: Array{u8, 4} = uninit
    write_bytes(out, &bytes[0], encode_rune(&bytes[0], rune))
end

// `put` shows a value as `{}` does.

/// Writes a value as `{}` does.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// put(out, 1.5)
/// put(out, true)
/// written(out)                              // => "1.5true"
/// ```
put :: (out: Pointer{Writer}, x: Int)
    digits: Array{u8, 20} = uninit
    write_bytes(out, &digits[0], hb_rt_decimal_i64(&digits[0], x))
end

put :: (out: Pointer{Writer}, x: u64)
    digits: Array{u8, 20} = uninit
    write_bytes(out, &digits[0], hb_rt_decimal_u64(&digits[0], x))
end

put :: (out: Pointer{Writer}, x: i128)
    digits: Array{u8, 40} = uninit
    write_bytes(out, &digits[0], hb_rt_decimal_i128(&digits[0], x))
end

put :: (out: Pointer{Writer}, x: u128)
    digits: Array{u8, 40} = uninit
    write_bytes(out, &digits[0], hb_rt_decimal_u128(&digits[0], x))
end

put :: (out: Pointer{Writer}, x: f64)
    digits: Array{u8, 32} = uninit
    write_bytes(out, &digits[0], hb_rt_float_shortest_f64(&digits[0], x))
end

put :: (out: Pointer{Writer}, x: f32)
    digits: Array{u8, 32} = uninit
    write_bytes(out, &digits[0], hb_rt_float_shortest_f32(&digits[0], x))
end

put :: (out: Pointer{Writer}, x: f16)
    digits: Array{u8, 32} = uninit
    write_bytes(out, &digits[0], hb_rt_float_shortest_f16(&digits[0], i32(bit_cast{u16}(x))))
end

put :: (out: Pointer{Writer}, x: Bool)
    if x
        write(out, "true")
    else
        write(out, "false")
    end
end

put :: (out: Pointer{Writer}, x: Rune)
    write_rune(out, x)
end

put :: (out: Pointer{Writer}, x: String)
    write(out, x)
end

put :: (out: Pointer{Writer}, x: CString)
    write(out, string_of(x))
end

/// Writes an address.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// put_address(out, 255)
/// written(out)                              // => "0xff"
/// ```
put_address :: (out: Pointer{Writer}, address: UInt)
    if address == 0
        write(out, "null")
        return
    end
    digits: Array{u8, 66} = uninit
    digits[0] = '0'
    digits[1] = 'x'
    write_bytes(out, &digits[0], 2 + hb_rt_radix_u64(&digits[2], address, 16, false))
end
