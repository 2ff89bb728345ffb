//! Values of any type as YAML, in blocks: `write_yaml` for each kind of type.

Json :: #import "Json"
Reflect :: #import "Reflect"
Strings :: #import "Strings"
#import "Scalars"
#import "List"
#import "Map"
#import "Ordered_Map"

/// Where text goes.
Output :: struct
    builder: Strings.Builder
    place: Place
    depth: Int                          // sequences and mappings that are open
end

/// What stands in front of the next value.
Place :: enum
    START                               // nothing: the document begins
    KEY                                 // a key with its colon
    DASH                                // the dash of an element
end

DEPTH_MAX :: 512 #private

// ---- Scalars --------------------------------------------------------------------------------------------------------------------

/// Writes a text as a scalar that is read as this text: plain where that is possible, else in quotes or as a block of lines.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// Celsius :: struct
///     degrees: f64
/// end
///
/// write_yaml :: (out: Pointer{Yaml.Output}, x: Pointer{Celsius})
///     text := format("{}°", x.degrees)
///     Yaml.write_scalar(out, text)
///     delete(text)
/// end
///
/// main :: ()
///     print("{}", Yaml.encode(Celsius{12.5}))                  // => 12.5°
/// end
/// ```
write_scalar :: (out: Pointer{Output}, text: String)
    if needs_quotes(text)
        if out.place != .START && makes_good_lines(text)
            write_lines(out, text)
            return
        end
        blank(out)
        write_quoted_text(out, text)
        return
    end
    write_plain(out, text)
end

/// Writes text as it is, which has to be a scalar: a number, `true`.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// Celsius :: struct
///     degrees: f64
/// end
///
/// write_yaml :: (out: Pointer{Yaml.Output}, x: Pointer{Celsius})
///     text := format("{}°", x.degrees)
///     Yaml.write_plain(out, text)
///     delete(text)
/// end
///
/// main :: ()
///     print("{}", Yaml.encode(Celsius{12.5}))                  // => 12.5°
/// end
/// ```
write_plain :: (out: Pointer{Output}, text: String)
    blank(out)
    out.builder.append(text)
end

blank :: (out: Pointer{Output}) #private
    if out.place != .START
        out.builder.append(' ')
    end
end

// Whether it would be taken for something else if it stood there plainly, by this version of YAML or the one before.
needs_quotes :: (text: String) -> Bool #private
    if text.length == 0 || kind_of_plain(text) != .TEXT || is_old_boolean(text) || text[text.length - 1] == ' '
        return true
    end
    if !is_plain_start(text[0]) || looks_like_a_number(text)
        return true
    end
    for i in 0..<text.length
        byte := text[i]
        if byte < ' ' || byte == 127 || byte >= 0x80 && is_mark(text, i)
            return true
        end
        if byte == ':' && (i + 1 == text.length || text[i + 1] == ' ') || byte == '#' && i > 0 && text[i - 1] == ' '
            return true
        end
    end
    return !Strings.is_valid_utf8(text)
end

is_plain_start :: (byte: u8) -> Bool #private
    return Strings.is_letter_or_digit(byte) || byte >= 0x80 || Strings.contains_byte("_/.+($^;<", byte)
end

// Yes and no in YAML 1.1, and what would be a merge.
is_old_boolean :: (text: String) -> Bool #private
    match text
    case "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "<<", "..." => return true
    else
        return false
    end
end

// Dates, times, numbers with underscores: what another reader might count.
looks_like_a_number :: (text: String) -> Bool #private
    if !Strings.is_digit(text[0]) && text[0] != '+' && text[0] != '.'
        return false
    end
    for i in 0..<text.length
        if !Strings.is_hex_digit(text[i]) && !Strings.contains_byte("xXoO_:.+-TZ ", text[i])
            return false
        end
    end
    return true
end

// Line ends and marks outside ASCII: U+0080 to U+009F, U+2028, U+2029, U+FEFF, U+FFFE, U+FFFF.
is_special :: (text: String, at: Int) -> Bool #private
    rune, width := decode_rune(&text.data[at], text.length - at)
    match UInt(rune)
    case 0x80..=0x9f, 0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff => return true
    else
        return width == 1
    end
end

// Whether it is some lines that can stand as they are: no blanks in front or at ends of lines, nothing that is invisible.
makes_good_lines :: (text: String) -> Bool #private
    if Strings.find_byte(text, '\n') < 1 || text[0] == ' ' || !Strings.is_valid_utf8(text)
        return false
    end
    for i in 0..<text.length
        byte := text[i]
        if byte < ' ' && byte != '\n' || byte == 127 || byte >= 0x80 && is_mark(text, i)
            return false
        end
        if byte == ' ' && (i + 1 == text.length || text[i + 1] == '\n')
            return false
        end
    end
    return true
end

is_mark :: (text: String, at: Int) -> Bool #private => (text[at] & 0xc0) != 0x80 && is_special(text, at)

write_lines :: (out: Pointer{Output}, text: String) #private
    ends := 0
    while ends < text.length && text[text.length - 1 - ends] == '\n'
        ends += 1
    end
    out.builder.append(ifx ends == 0 => " |-" else if ends == 1 => " |" else => " |+" end)
    for line in Strings.split(text[..<text.length - ends], "\n")
        out.builder.append('\n')
        if line.length > 0
            indent(out, out.depth)
            out.builder.append(line)
        end
    end
    for _ in 1..<ends
        out.builder.append('\n')
    end
end

write_quoted_text :: (out: Pointer{Output}, text: String) #private
    out.builder.append('"')
    for rune in text
        write_quoted_rune(out, rune)
    end
    out.builder.append('"')
end

write_quoted_rune :: (out: Pointer{Output}, rune: Rune) #private
    match rune
    case '"'  => out.builder.append("\\\"")
    case '\\' => out.builder.append("\\\\")
    case '\n' => out.builder.append("\\n")
    case '\r' => out.builder.append("\\r")
    case '\t' => out.builder.append("\\t")
    else
        code := UInt(rune)
        is_hidden := code < 32 || code >= 127 && code < 0xa0 || code == 0x2028 || code == 0x2029 || code == 0xfeff || code >= 0xfffe && code <= 0xffff
        if !is_hidden
            out.builder.append_rune(rune)
            return
        end
        writer := out.builder.writer()
        write(&writer, "\\u")
        format(&writer, &code, Format_Spec{kind = .HEX, width = 4, zero = true})
    end
end

/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     print("{}", Yaml.encode(true))                               // => true
/// end
/// ```
write_yaml :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_bool(T)
    write_plain(out, ifx Bool(x@) => "true" else => "false" end)
end

write_yaml :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_integer(T)
    blank(out)
    writer := out.builder.writer()
    format(&writer, x, Format_Spec{})
end

write_yaml :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_float(T)
    if x@ != x@
        write_plain(out, ".nan")
    else if x@ - x@ != T(0)
        write_plain(out, ifx x@ > T(0) => ".inf" else => "-.inf" end)
    else
        blank(out)
        writer := out.builder.writer()
        format(&writer, x, Format_Spec{})
    end
end

write_yaml :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_string(T)
    write_scalar(out, String(x@))
end

write_yaml :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_rune(T)
    room: Array{u8, 4} = uninit
    write_scalar(out, String{data = &room[0], length = encode_rune(&room[0], Rune(x@))})
end

/// The member's name.
write_yaml :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_enum(T)
    write_scalar(out, enum_name(x@))
end

write_yaml :: {T}(out: Pointer{Output}, x: Pointer{Maybe{T}})
    match x@
    case .some &value => write_yaml(out, &value)
    case .none        => write_plain(out, "null")
    end
end

/// What it points to.
write_yaml :: {T}(out: Pointer{Output}, x: Pointer{Pointer{T}})
    if x@ == null
        write_plain(out, "null")
    else
        write_yaml(out, x@)
    end
end

// ---- Sequences and mappings -------------------------------------------------------------------------------------------------------

write_yaml :: {T}(out: Pointer{Output}, x: Pointer{Slice{T}})
    if x.length == 0
        write_plain(out, "[]")
        return
    end
    place := open(out)
    for i in 0..<x.length
        begin_item(out, place, i == 0)
        out.builder.append('-')
        out.place = .DASH
        write_yaml(out, &x.data[i])
    end
    close(out)
end

write_yaml :: {T, N: Int}(out: Pointer{Output}, x: Pointer{Array{T, N}})
    elements := x@[..]
    write_yaml(out, &elements)
end

write_yaml :: {T}(out: Pointer{Output}, x: Pointer{List{T}})
    elements := x.items()
    write_yaml(out, &elements)
end

write_yaml :: {K, V}(out: Pointer{Output}, x: Pointer{Ordered_Map{K, V}})
    if x.length == 0
        write_plain(out, "{}")
        return
    end
    place := open(out)
    for i in 0..<x.length
        entry := x.at(i)
        write_map_key(out, place, i == 0, entry.key)
        write_yaml(out, &entry.value)
    end
    close(out)
end

write_yaml :: {K, V}(out: Pointer{Output}, x: Pointer{Map{K, V}})
    if x.length == 0
        write_plain(out, "{}")
        return
    end
    place := open(out)
    is_first := true
    for key, value in x@
        write_map_key(out, place, is_first, key)
        is_first = false
        kept := value
        write_yaml(out, &kept)
    end
    close(out)
end

/// Field by field; `#tag "yaml:name"` gives one another name, `#tag "yaml:-"` leaves it out; `#tag "json:a, yaml:b"` says so to two formats.
write_yaml :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_struct(T)
    place := out.place
    is_first := true
    #for f in fields(T)
        #if !Reflect.is_left_out("yaml", f.tag)
            if is_first
                place = open(out)
            end
            write_key(out, place, is_first, #run Reflect.name_in("yaml", f.name, f.tag))
            is_first = false
            write_yaml(out, &field(x@, f))
        #end
    #end
    if is_first
        write_plain(out, "{}")
    else
        close(out)
    end
end

/// A mapping with one key, the current member; the name alone if that has no payload.
write_yaml :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_union(T)
    tag := Int(tag_of(x@))
    #for f in fields(T)
        if tag == f.index
            #if f.type == Void
                write_scalar(out, f.name)
            #else
                place := open(out)
                write_key(out, place, true, f.name)
                write_yaml(out, &field(x@, f))
                close(out)
            #end
        end
    #end
end

write_yaml :: (out: Pointer{Output}, value: Pointer{Json.Value})
    match value@
    case .nothing      => write_plain(out, "null")
    case .boolean &b   => write_yaml(out, &b)
    case .integer &n   => write_yaml(out, &n)
    case .float &x     => write_yaml(out, &x)
    case .text &s      => write_yaml(out, &s)
    case .array &list  => write_yaml(out, &list)
    case .object &map  => write_yaml(out, &map)
    end
end

open :: (out: Pointer{Output}) -> Place #private
    out.depth += 1
    if out.depth > DEPTH_MAX
        panic_text("a value is nested too deeply for YAML")
    end
    return out.place
end

close :: (out: Pointer{Output}) #private
    out.depth -= 1
end

// Goes to where an entry begins: the first one of an element stands behind its dash.
begin_item :: (out: Pointer{Output}, place: Place, is_first: Bool) #private
    if is_first && place == .DASH
        out.builder.append(' ')
    else if !is_first || place == .KEY
        out.builder.append('\n')
        indent(out, out.depth - 1)
    end
end

// Numbers as keys stand as they are: they are read as what they are written as.
write_map_key :: {K}(out: Pointer{Output}, place: Place, is_first: Bool, key: K) #private
    room: Array{u8, 40} = uninit
    write_key(out, place, is_first, Reflect.key_text(key, &room), is_integer(K))
end

write_key :: (out: Pointer{Output}, place: Place, is_first: Bool, key: String, is_number: Bool = false) #private
    begin_item(out, place, is_first)
    if !is_number && needs_quotes(key)
        write_quoted_text(out, key)
    else
        out.builder.append(key)
    end
    out.builder.append(':')
    out.place = .KEY
end

indent :: (out: Pointer{Output}, steps: Int) #private
    for _ in 0..<steps
        out.builder.append("  ")
    end
end
