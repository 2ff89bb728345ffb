//! A part of the Prelude: formats that are known only when the program runs. Module `Format` reads those that may be wrong.

// Calls of `print` and its kin whose format is no constant are calls of these.

print_formatted :: (text: String, items: ..Any) #private
    storage: Format_Storage = uninit
    out := print_begin(&storage)
    write_formatted(out, text, items)
    print_end(out)
end

print_error_formatted :: (text: String, items: ..Any) #private
    storage: Format_Storage = uninit
    out := print_error_begin(&storage)
    write_formatted(out, text, items)
    print_error_end(out)
end

print_to_formatted :: (out: Pointer{Writer}, text: String, items: ..Any) #private
    write_formatted(out, text, items)
end

format_formatted :: (text: String, items: ..Any) -> String #private
    storage: Format_Storage = uninit
    out := format_begin(&storage)
    write_formatted(out, text, items)
    return format_end(out)
end

panic_formatted :: (text: String, items: ..Any) -> Never #private #cold
    storage: Format_Storage = uninit
    out := panic_begin(&storage)
    write_formatted(out, text, items)
    panic_end(out)
end

/// Writes a format whose placeholders stand for the items. Panics where a placeholder has no item.
/// ```
/// items: Slice{Any} = {1, "b"}
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// write_formatted(out, "{1} {0}", items)
/// written(out)                              // => "b 1"
/// ```
write_formatted :: (out: Pointer{Writer}, text: String, items: Slice{Any})
    count := 0
    at := 0
    while at < text.length
        byte := text[at]
        if (byte == '{' || byte == '}') && at + 1 < text.length && text[at + 1] == byte
            write(out, text[at..<at + 1])
            at += 2
        else if byte == '{'
            behind := at + 1
            while behind < text.length && text[behind] != '}'
                behind += 1
            end
            index, spec, is_numbered := parse_placeholder(text[at + 1..<behind])
            if !is_numbered
                index = count
                count += 1
            end
            format(out, &items[index], spec)
            at = behind + 1
        else
            from := at
            while at < text.length && text[at] != '{' && text[at] != '}' || at == from
                at += 1
            end
            write(out, text[from..<at])
        end
    end
end

// What stands between the braces: the number of an item, if there is one, and how it is shown.
parse_placeholder :: (inside: String) -> (Int, Format_Spec, Bool) #private
    spec: Format_Spec
    index, at := leading_number(inside, 0)
    is_numbered := at > 0
    if at >= inside.length || inside[at] != ':'
        return index, spec, is_numbered
    end
    at += 1
    if at < inside.length
        rune, width := decode_rune(&inside.data[at], inside.length - at)
        if at + width < inside.length && align_of_sign(inside[at + width]) != .DEFAULT
            spec.fill = rune
            at += width
        end
    end
    if at < inside.length && align_of_sign(inside[at]) != .DEFAULT
        spec.align = align_of_sign(inside[at])
        at += 1
    end
    if at < inside.length && inside[at] == '+'
        spec.plus = true
        at += 1
    end
    if at < inside.length && inside[at] == '#'
        spec.alternate = true
        at += 1
    end
    if at < inside.length && inside[at] == '0'
        spec.zero = true
        at += 1
    end
    room, behind := leading_number(inside, at)
    spec.width = i32(room)
    at = behind
    if at < inside.length && inside[at] == '.'
        digits, last := leading_number(inside, at + 1)
        spec.precision = i32(digits)
        at = last
    end
    if at < inside.length
        spec.kind = kind_of_letter(inside[at])
    end
    return index, spec, is_numbered
end

// The number whose digits begin there, and where they end.
leading_number :: (text: String, from: Int) -> (Int, Int) #private
    number := 0
    at := from
    while at < text.length && text[at] >= '0' && text[at] <= '9'
        number = number * 10 + Int(text[at] - '0')
        at += 1
    end
    return number, at
end

align_of_sign :: (sign: u8) -> Format_Align #private
    match sign
    case '<' => return .LEFT
    case '^' => return .CENTER
    case '>' => return .RIGHT
    else
        return .DEFAULT
    end
end

kind_of_letter :: (letter: u8) -> Format_Kind #private
    match letter
    case '?' => return .DEBUG
    case 'x' => return .HEX
    case 'X' => return .HEX_UPPER
    case 'b' => return .BINARY
    case 'o' => return .OCTAL
    case 'e' => return .EXPONENT
    case 'E' => return .EXPONENT_UPPER
    else
        return .DISPLAY
    end
end

// Parts are shown as with `{:?}`, and not filled up.
spec_of_parts :: (spec: Format_Spec) -> Format_Spec #private
    parts := spec
    parts.width = 0
    if parts.kind == .DISPLAY
        parts.kind = .DEBUG
    end
    return parts
end
