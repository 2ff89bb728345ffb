//! Format strings that are known only when the program runs: from files, translations, users.
//!
//! ```
//! text, error := Format.text("{1:>6}|{0}", "a", 42)
//! text                                     // => "    42|a"
//! error                                    // => ok
//! ```
//!
//! Placeholders are those of `print`, which checks its own when the program is compiled; here a wrong one is an error with its position.

Strings :: #import "Strings"

/// What is wrong with a format string.
Error :: union #error
    ok
    wrong: Mistake
end

Mistake :: struct
    message: String
    position: Int
end

/// The format string with the items in place of its placeholders.
/// ```
/// text, error := Format.text("{} and {}", 1, "two")
/// text                                      // => "1 and two"
/// ```
text :: (template: String, items: ..Any, location: Pointer{Source_Location} = #caller-location) -> (String, Error)
    b := Strings.builder(location = location)
    out := b.writer()
    error := write_formatted(&out, template, ..items)
    if error != Error.ok
        b.destroy()
        return "", error
    end
    return b.take(), Error.ok
end

/// The same into a writer. What stands before a mistake has been written when it is found.
/// ```
/// #import "Strings"
/// b := builder()
/// out := b.writer()
/// error := Format.write_formatted(&out, "{:>4}", 7)
/// b.text()                                  // => "   7"
/// ```
write_formatted :: (out: Pointer{Writer}, template: String, items: ..Any) -> Error
    at, next_item := 0, 0
    while at < template.length
        byte := template[at]
        if byte != '{' && byte != '}'
            stop := Strings.find_any(template, "{}", at)
            last := ifx stop < 0 => template.length else => stop end
            write(out, template[at..<last])
            at = last
            continue
        end
        if at + 1 < template.length && template[at + 1] == byte
            write(out, template[at..<at + 1])
            at += 2
            continue
        end
        if byte == '}'
            return Error.wrong(Mistake{"`}` without `{`; a brace is written `}}`", at})
        end
        end_ := Strings.find_byte(template, '}', at)
        if end_ < 0
            return Error.wrong(Mistake{"a placeholder does not end", at})
        end
        inside := template[at + 1..<end_]
        number, rest, has_spec := Strings.cut(inside, ":")
        index := next_item
        if number.length > 0
            index = Strings.parse_int(number) or_else -1
            if index < 0
                return Error.wrong(Mistake{"expected the number of an item", at + 1})
            end
        else
            next_item += 1
        end
        if index >= items.length
            return Error.wrong(Mistake{"there is no such item", at})
        end
        spec, ok := parse_spec(ifx has_spec => rest else => "" end)
        if !ok
            return Error.wrong(Mistake{"no specification is written so", at + 1})
        end
        item := items[index]
        format(out, &item, spec)
        at = end_ + 1
    end
    return Error.ok
end

/// What stands behind the colon of a placeholder: `>8`, `08x`, `.3`.
/// ```
/// spec, is_right := Format.parse_spec(">8.3")
/// spec.width                                // => 8
/// spec.precision                            // => 3
/// ```
parse_spec :: (text: String) -> (Format_Spec, Bool)
    spec: Format_Spec
    rest := text
    if rest.length > 0
        rune, width := decode_rune(rest.data, rest.length)
        if rest.length > width && align_of_sign(rest[width]) != .DEFAULT
            spec.fill = rune
            spec.align = align_of_sign(rest[width])
            rest = rest[width + 1..]
        else if align_of_sign(rest[0]) != .DEFAULT
            spec.align = align_of_sign(rest[0])
            rest = rest[1..]
        end
    end
    spec.plus = take(&rest, '+')
    spec.alternate = take(&rest, '#')
    spec.zero = take(&rest, '0')
    spec.width = take_number(&rest) or_else 0
    if take(&rest, '.')
        precision, is_given := take_number(&rest)
        if !is_given
            return spec, false
        end
        spec.precision = precision
    end
    if rest.length == 0
        return spec, true
    end
    match rest
    case "?" => spec.kind = .DEBUG
    case "x" => spec.kind = .HEX
    case "X" => spec.kind = .HEX_UPPER
    case "b" => spec.kind = .BINARY
    case "o" => spec.kind = .OCTAL
    case "e" => spec.kind = .EXPONENT
    case "E" => spec.kind = .EXPONENT_UPPER
    else
        return spec, false
    end
    return spec, true
end

align_of_sign :: (byte: u8) -> Format_Align #private
    match byte
    case '<' => return .LEFT
    case '^' => return .CENTER
    case '>' => return .RIGHT
    else
        return .DEFAULT
    end
end

take :: (rest: Pointer{String}, byte: u8) -> Bool #private
    if rest.length == 0 || rest@[0] != byte
        return false
    end
    rest@ = rest@[1..]
    return true
end

// A number of at most four digits.
take_number :: (rest: Pointer{String}) -> (i32, Bool) #private
    value: i32 = 0
    count := 0
    while rest.length > 0 && Strings.is_digit(rest@[0]) && count < 4
        value = value * 10 + i32(rest@[0] - '0')
        rest@ = rest@[1..]
        count += 1
    end
    return value, count > 0
end

/// How `print` shows an error.
/// ```
/// _text, error := Format.text("{} {}", 1)
/// print("{}\n", error)                      // => there is no such item at position 3
/// ```
format :: (out: Pointer{Writer}, error: Pointer{Error}, _spec: Format_Spec)
    match error@
    case .ok => write(out, "ok")
    case .wrong m
        write(out, m.message)
        write(out, " at position ")
        put(out, m.position)
    end
end
