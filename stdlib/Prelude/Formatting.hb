//! A part of the Prelude: `format`, which shows a value of any type by a specification, as `{:>8}` gives it. A type's own `format` in its home module goes before.

/// Shows a value by a specification.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// n := 255
/// format(out, &n, Format_Spec{kind = .HEX, width = 6, zero = true})
/// written(out)                              // => "0000ff"
/// ```
format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_integer(T)
    digits: Array{u8, 128} = uninit
    base := base_of(spec.kind)
    negative := base == 10 && x@ < T(0)
    length := 0
    #if size_of(T) == 16
        bits := u128(x@)
        if negative
            bits = 0 - bits
        end
        if base == 10
            length = hb_rt_decimal_u128(&digits[0], bits)
        else
            length = hb_rt_radix_u128(&digits[0], bits, base, spec.kind == .HEX_UPPER)
        end
    #else
        bits := u64(x@)
        if negative
            bits = 0 - bits
        end
        if base == 10
            length = hb_rt_decimal_u64(&digits[0], bits)
        else
            length = hb_rt_radix_u64(&digits[0], bits & (0xffff_ffff_ffff_ffff >> u64(64 - 8 * size_of(T))), base, spec.kind == .HEX_UPPER)
        end
    #end
    write_padded_number(out, negative, String{data = &digits[0], length = length}, spec)
end

base_of :: (kind: Format_Kind) -> i32 #private
    match kind
    case .HEX, .HEX_UPPER => return 16
    case .BINARY => return 2
    case .OCTAL => return 8
    else
        return 10
    end
end

/// Writes a number's digits with its sign and prefix, filled up to the width. Numbers go right if nothing else is said.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// write_padded_number(out, true, "42", Format_Spec{width = 6})
/// written(out)                              // => "   -42"
/// ```
write_padded_number :: (out: Pointer{Writer}, negative: Bool, digits: String, spec: Format_Spec)
    sign := ""
    if negative
        sign = "-"
    else if spec.plus
        sign = "+"
    end
    prefix := ""
    if spec.alternate
        match spec.kind
        case .HEX, .HEX_UPPER => prefix = "0x"
        case .BINARY => prefix = "0b"
        case .OCTAL => prefix = "0o"
        else
        end
    end
    padding := Int(spec.width) - sign.length - prefix.length - digits.length
    behind := 0
    if !spec.zero
        behind = fill_in_front(out, padding, spec, .RIGHT)
    end
    write(out, sign)
    write(out, prefix)
    if spec.zero
        fill(out, '0', padding)
    end
    write(out, digits)
    fill(out, spec.fill, behind)
end

/// Writes text, filled up to the width. Text goes left if nothing else is said.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// write_padded_text(out, "ab", Format_Spec{width = 4, fill = '.'})
/// written(out)                              // => "ab.."
/// ```
write_padded_text :: (out: Pointer{Writer}, text: String, spec: Format_Spec)
    behind := 0
    if spec.width > 0
        behind = fill_in_front(out, Int(spec.width) - rune_count(text), spec, .LEFT)
    end
    write(out, text)
    fill(out, spec.fill, behind)
end

// Writes what of the padding belongs in front; gives how much is left for behind.
fill_in_front :: (out: Pointer{Writer}, padding: Int, spec: Format_Spec, usual: Format_Align) -> Int #private
    if padding <= 0
        return 0
    end
    align := spec.align
    if align == .DEFAULT
        align = usual
    end
    front := 0
    if align == .RIGHT
        front = padding
    else if align == .CENTER
        front = padding / 2
    end
    fill(out, spec.fill, front)
    return padding - front
end

fill :: (out: Pointer{Writer}, rune: Rune, count: Int) #private
    if count <= 0
        return
    end
    bytes: Array{u8, 4} = uninit
    width := encode_rune(&bytes[0], rune)
    for _ in 0..<count
        write_bytes(out, &bytes[0], width)
    end
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_float(T)
    // the longest: a sign, 309 digits, a point and 1074 digits
    digits: Array{u8, 1392} = uninit
    length := 0
    if spec.kind == .EXPONENT || spec.kind == .EXPONENT_UPPER
        length = hb_rt_float_exponent(&digits[0], f64(x@), spec.precision, i32(size_of(T)), spec.kind == .EXPONENT_UPPER)
    else if spec.precision >= 0
        length = hb_rt_float_fixed(&digits[0], f64(x@), spec.precision)
    else
        #if size_of(T) == 8
            length = hb_rt_float_shortest_f64(&digits[0], f64(x@))
        #else
            #if size_of(T) == 4
                length = hb_rt_float_shortest_f32(&digits[0], f32(x@))
            #else
                length = hb_rt_float_shortest_f16(&digits[0], i32(bit_cast{u16}(x@)))
            #end
        #end
    end
    first := 0
    if digits[0] == '-'
        first = 1
    end
    plain := spec
    if digits[first] > '9'
        plain.zero = false          // inf, NaN
        plain.plus = spec.plus && digits[first] == 'i'
    end
    write_padded_number(out, first == 1, String{data = &digits[first], length = length - first}, plain)
end

format :: (out: Pointer{Writer}, x: Pointer{Bool}, spec: Format_Spec)
    write_padded_text(out, ifx x@ => "true" else => "false" end, spec)
end

format :: (out: Pointer{Writer}, x: Pointer{Rune}, spec: Format_Spec)
    bytes: Array{u8, 4} = uninit
    text := String{data = &bytes[0], length = encode_rune(&bytes[0], x@)}
    if spec.kind == .DEBUG
        write_quoted(out, text, '\'')
    else
        write_padded_text(out, text, spec)
    end
end

format :: (out: Pointer{Writer}, x: Pointer{String}, spec: Format_Spec)
    text := x@
    if spec.precision >= 0
        text = first_runes(text, Int(spec.precision))
    end
    if spec.kind == .DEBUG
        write_quoted(out, text, '"')
    else
        write_padded_text(out, text, spec)
    end
end

format :: (out: Pointer{Writer}, x: Pointer{CString}, spec: Format_Spec)
    text := string_of(x@)
    format(out, &text, spec)
end

// Distinct types that stand within others, as their bases.

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_bool(T)
    format(out, Pointer{Bool}(x), spec)
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_rune(T)
    format(out, Pointer{Rune}(x), spec)
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_string(T)
    format(out, Pointer{String}(x), spec)
end

first_runes :: (text: String, count: Int) -> String #private
    at := 0
    for _ in 0..<count
        if at >= text.length
            return text
        end
        _, width := decode_rune(&text.data[at], text.length - at)
        at += width
    end
    return text[0..<at]
end

/// Writes text in quotes, with escapes for what would not be seen.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// write_quoted(out, "a\n", '"')
/// print("{}\n", written(out))               // => "a\n"
/// ```
write_quoted :: (out: Pointer{Writer}, text: String, quote: Rune)
    write_rune(out, quote)
    at := 0
    while at < text.length
        rune, width := decode_rune(&text.data[at], text.length - at)
        if rune == '\u{FFFD}' && width == 1
            write_hex_escape(out, u64(text[at]))
        else if rune == quote || rune == '\\'
            write(out, "\\")
            write_rune(out, rune)
        else if rune == '\n'
            write(out, "\\n")
        else if rune == '\r'
            write(out, "\\r")
        else if rune == '\t'
            write(out, "\\t")
        else if rune == '\0'
            write(out, "\\0")
        else if rune < ' ' || rune == '\u{7F}'
            write_hex_escape(out, u64(rune))
        else
            write(out, text[at..<at + width])
        end
        at += width
    end
    write_rune(out, quote)
end

write_hex_escape :: (out: Pointer{Writer}, value: u64) #private
    write(out, "\\x")
    format(out, &value, Format_Spec{kind = .HEX, width = 2, zero = true})
end

/// Writes an address as a specification says.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// format_address(out, 255, Format_Spec{width = 6})
/// written(out)                              // => "  0xff"
/// ```
format_address :: (out: Pointer{Writer}, address: UInt, spec: Format_Spec)
    digits: Array{u8, 64} = uninit
    if address == 0 && base_of(spec.kind) == 10
        write_padded_text(out, "null", ifx spec.align == .DEFAULT => spec{align = .RIGHT} else => spec end)
    else if base_of(spec.kind) != 10
        format(out, &address, spec)
    else
        length := hb_rt_radix_u64(&digits[0], address, 16, false)
        write_padded_number(out, false, String{data = &digits[0], length = length}, spec{kind = .HEX, alternate = true})
    end
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_pointer(T) || is_procedure(T)
    format_address(out, bit_cast{UInt}(x@), spec)
end

format :: (out: Pointer{Writer}, x: Pointer{Type}, spec: Format_Spec)
    write_padded_text(out, type_info(x@).name, spec)
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_enum(T)
    name := enum_name(x@)
    #if has_operator(T, "|")
        if name.length == 0
            format_flags(out, x@, spec)
            return
        end
    #end
    write_padded_text(out, name, spec)
end

// The names of the flags that are set, joined.
format_flags :: {T}(out: Pointer{Writer}, flags: T, spec: Format_Spec) #private
    storage: Format_Storage = uninit
    names := format_begin(&storage)
    #for flag in members(T)
        if flag in flags && flag != T(0)
            if names.length > 0
                write(names, " | ")
            end
            write(names, enum_name(flag))
        end
    #end
    if names.length == 0
        write(names, "0")
    end
    write_padded_text(out, written(names), spec)
    if names.owner != null
        release(names.owner, names.capacity, 1)
    end
end

format :: {T}(out: Pointer{Writer}, x: Pointer{Slice{T}}, spec: Format_Spec)
    format_items(out, x.data, x.length, spec)
end

format :: {T, N: Int}(out: Pointer{Writer}, x: Pointer{Array{T, N}}, spec: Format_Spec)
    #if N == 0
        write(out, "[]")
    #else
        format_items(out, &x@[0], N, spec)
    #end
end

// Distinct types of these.
format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_array(T) || is_slice(T)
    format_items(out, x.data, x.length, spec)
end

format :: {T, N: Int}(out: Pointer{Writer}, x: Pointer{Simd{T, N}}, spec: Format_Spec)
    lanes: Array{T, N} = uninit
    for i in 0..<N
        lanes[i] = x@[i]
    end
    format(out, &lanes, spec)
end

format :: {T, N: Int}(out: Pointer{Writer}, x: Pointer{Soa{T, N}}, spec: Format_Spec)
    inner := spec_of_parts(spec)
    write(out, "[")
    for element, i in x@
        if i > 0
            write(out, ", ")
        end
        format(out, &element, inner)
    end
    write(out, "]")
end

/// What an Any holds, as a value of its own type; only the type where that has no `format`.
format :: (out: Pointer{Writer}, x: Pointer{Any}, spec: Format_Spec)
    words := bit_cast{Any_Words}(x@)
    if words.word == null && bit_cast{UInt}(words.type) == 0
        write_padded_text(out, "nothing", spec)
        return
    end
    show := type_info(words.type).format
    if show == null
        write_padded_text(out, type_info(words.type).name, spec)
    else if type_info(words.type).size <= size_of(UInt)
        show(out, &words.word, spec)
    else
        show(out, words.word, spec)
    end
end

format_held :: {T}(out: Pointer{Writer}, value: Pointer{Void}, spec: Format_Spec) #private
    format(out, Pointer{T}(value), spec)
end

format_items :: {T}(out: Pointer{Writer}, data: Pointer{T}, length: Int, spec: Format_Spec) #private
    inner := spec_of_parts(spec)
    write(out, "[")
    for i in 0..<length
        if i > 0
            write(out, ", ")
        end
        format(out, &data[i], inner)
    end
    write(out, "]")
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_struct(T)
    inner := spec_of_parts(spec)
    separator := ""
    write(out, type_name(T))
    write(out, "{")
    #for f in fields(T)
        write(out, separator)
        separator = ", "
        write(out, f.name)
        write(out, " = ")
        format(out, &field(x@, f), inner)
    #end
    write(out, "}")
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_union(T)
    inner := spec_of_parts(spec)
    tag := Int(tag_of(x@))
    #for f in fields(T)
        if tag == f.index
            write(out, f.name)
            #if f.type != Void
                write(out, "(")
                format(out, &field(x@, f), inner)
                write(out, ")")
            #end
        end
    #end
end
