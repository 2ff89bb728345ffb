//! Values of any type as JSON: `write_json` for each kind of type.

Reflect :: #import "Reflect"
Strings :: #import "Strings"
#import "Plain"
#import "List"
#import "Map"
#import "Ordered_Map"

/// How deep values may nest.
DEPTH_MAX :: 512

/// Where text goes.
Output :: struct
    builder: Strings.Builder
    indent: Int
    depth: Int
end

/// ```
/// Json :: #import "Json"
///
/// Celsius :: struct
///     degrees: f64
/// end
///
/// write_json :: (out: Pointer{Json.Output}, x: Pointer{Celsius})
///     text := format("{}°", x.degrees)
///     Json.write_text(out, text)
///     delete(text)
/// end
///
/// main :: ()
///     print("{}\n", Json.encode(Array{Celsius, 2}{{12.5}, {-3.0}}))   // => ["12.5°","-3.0°"]
/// end
/// ```
write_json :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_bool(T)
    out.builder.append(ifx Bool(x@) => "true" else => "false" end)
end

write_json :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_integer(T)
    writer := out.builder.writer()
    #if size_of(T) > 8
        format(&writer, x, Format_Spec{})
    #else
        #if is_unsigned(T)
            put(&writer, u64(x@))
        #else
            put(&writer, Int(x@))
        #end
    #end
end

/// What is no number in JSON, infinite or NaN, is written as `null`.
write_json :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_float(T)
    if x@ - x@ != T(0)
        out.builder.append("null")
        return
    end
    writer := out.builder.writer()
    format(&writer, x, Format_Spec{})
end

write_json :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_string(T)
    write_text(out, String(x@))
end

write_json :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_rune(T)
    room: Array{u8, 4} = uninit
    write_text(out, String{data = &room[0], length = encode_rune(&room[0], Rune(x@))})
end

/// The member's name.
write_json :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_enum(T)
    write_text(out, enum_name(x@))
end

write_json :: {T}(out: Pointer{Output}, x: Pointer{Maybe{T}})
    match x@
    case .some &value => write_json(out, &value)
    case .none        => out.builder.append("null")
    end
end

/// What it points to.
write_json :: {T}(out: Pointer{Output}, x: Pointer{Pointer{T}})
    if x@ == null
        out.builder.append("null")
    else
        write_json(out, x@)
    end
end

write_json :: {T}(out: Pointer{Output}, x: Pointer{Slice{T}})
    open(out, '[')
    for i in 0..<x.length
        separate(out, i > 0)
        write_json(out, &x.data[i])
    end
    close(out, ']', x.length > 0)
end

write_json :: {T, N: Int}(out: Pointer{Output}, x: Pointer{Array{T, N}})
    elements := x@[..]
    write_json(out, &elements)
end

write_json :: {T}(out: Pointer{Output}, x: Pointer{List{T}})
    elements := x.items()
    write_json(out, &elements)
end

/// Keys that are numbers or members of enums become texts.
write_json :: {K, V}(out: Pointer{Output}, x: Pointer{Ordered_Map{K, V}})
    open(out, '{')
    room: Array{u8, 40} = uninit
    for i in 0..<x.length
        entry := x.at(i)
        separate(out, i > 0)
        write_key(out, Reflect.key_text(entry.key, &room))
        write_json(out, &entry.value)
    end
    close(out, '}', x.length > 0)
end

write_json :: {K, V}(out: Pointer{Output}, x: Pointer{Map{K, V}})
    open(out, '{')
    room: Array{u8, 40} = uninit
    is_later := false
    for key, value in x@
        separate(out, is_later)
        is_later = true
        write_key(out, Reflect.key_text(key, &room))
        kept := value
        write_json(out, &kept)
    end
    close(out, '}', is_later)
end

/// Field by field; `#tag "json:name"` gives one another name, `#tag "json:-"` leaves it out; `#tag "json:a, yaml:b"` says so to two formats.
write_json :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_struct(T)
    open(out, '{')
    is_later := false
    #for f in fields(T)
        #if !Reflect.is_left_out("json", f.tag)
            separate(out, is_later)
            is_later = true
            write_key(out, #run Reflect.name_in("json", f.name, f.tag))
            write_json(out, &field(x@, f))
        #end
    #end
    close(out, '}', is_later)
end

/// An object with one member, the current one; the name alone if that has no payload.
write_json :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_union(T)
    tag := Int(tag_of(x@))
    #for f in fields(T)
        if tag == f.index
            #if f.type == Void
                write_text(out, f.name)
            #else
                open(out, '{')
                separate(out, false)
                write_key(out, f.name)
                write_json(out, &field(x@, f))
                close(out, '}', true)
            #end
        end
    #end
end

/// Begins an array or object: writes its bracket.
///
/// ```
/// Json :: #import "Json"
///
/// Point :: struct
///     x, y: Int
/// end
///
/// // [1,2] in place of {"x":1,"y":2}
/// write_json :: (out: Pointer{Json.Output}, p: Pointer{Point})
///     Json.open(out, '[')
///     Json.separate(out, false)
///     Json.write_json(out, &p.x)
///     Json.separate(out, true)
///     Json.write_json(out, &p.y)
///     Json.close(out, ']', true)
/// end
///
/// main :: ()
///     print("{}\n", Json.encode(Array{Point, 2}{{1, 2}, {3, 4}}))     // => [[1,2],[3,4]]
/// end
/// ```
open :: (out: Pointer{Output}, bracket: u8)
    out.builder.append(bracket)
    out.depth += 1
    if out.depth > DEPTH_MAX
        panic_text("a value is nested too deeply for JSON")
    end
end

/// Ends an array or object, which holds something or not.
///
/// ```
/// Json :: #import "Json"
///
/// Point :: struct
///     x, y: Int
/// end
///
/// // [1,2] in place of {"x":1,"y":2}
/// write_json :: (out: Pointer{Json.Output}, p: Pointer{Point})
///     Json.open(out, '[')
///     Json.separate(out, false)
///     Json.write_json(out, &p.x)
///     Json.separate(out, true)
///     Json.write_json(out, &p.y)
///     Json.close(out, ']', true)
/// end
///
/// main :: ()
///     print("{}\n", Json.encode(Array{Point, 2}{{1, 2}, {3, 4}}))     // => [[1,2],[3,4]]
/// end
/// ```
close :: (out: Pointer{Output}, bracket: u8, has_parts: Bool)
    out.depth -= 1
    if has_parts
        break_line(out)
    end
    out.builder.append(bracket)
end

/// Goes to where the next element stands, with a comma behind the one before.
///
/// ```
/// Json :: #import "Json"
///
/// Point :: struct
///     x, y: Int
/// end
///
/// // [1,2] in place of {"x":1,"y":2}
/// write_json :: (out: Pointer{Json.Output}, p: Pointer{Point})
///     Json.open(out, '[')
///     Json.separate(out, false)
///     Json.write_json(out, &p.x)
///     Json.separate(out, true)
///     Json.write_json(out, &p.y)
///     Json.close(out, ']', true)
/// end
///
/// main :: ()
///     print("{}\n", Json.encode(Array{Point, 2}{{1, 2}, {3, 4}}))     // => [[1,2],[3,4]]
/// end
/// ```
separate :: (out: Pointer{Output}, is_later: Bool)
    if is_later
        out.builder.append(',')
    end
    break_line(out)
end

break_line :: (out: Pointer{Output}) #private
    if out.indent > 0
        out.builder.append('\n')
        for _ in 0..<out.indent * out.depth
            out.builder.append(' ')
        end
    end
end

/// Writes the name of a member and the colon behind it.
///
/// ```
/// Json :: #import "Json"
///
/// Point :: struct
///     x, y: Int
/// end
///
/// // only one of them
/// write_json :: (out: Pointer{Json.Output}, p: Pointer{Point})
///     Json.open(out, '{')
///     Json.separate(out, false)
///     Json.write_key(out, "top")
///     Json.write_json(out, &p.y)
///     Json.close(out, '}', true)
/// end
///
/// main :: ()
///     print("{}\n", Json.encode(Array{Point, 2}{{1, 2}, {3, 4}}))     // => [{"top":2},{"top":4}]
/// end
/// ```
write_key :: (out: Pointer{Output}, key: String)
    write_text(out, key)
    out.builder.append(ifx out.indent > 0 => ": " else => ":" end)
end

/// Writes a text in quotes. What of it is not UTF-8 becomes U+FFFD.
///
/// ```
/// Json :: #import "Json"
///
/// Celsius :: struct
///     degrees: f64
/// end
///
/// write_json :: (out: Pointer{Json.Output}, x: Pointer{Celsius})
///     text := format("{}°", x.degrees)
///     Json.write_text(out, text)
///     delete(text)
/// end
///
/// main :: ()
///     print("{}\n", Json.encode(Array{Celsius, 2}{{12.5}, {-3.0}}))   // => ["12.5°","-3.0°"]
/// end
/// ```
write_text :: (out: Pointer{Output}, text: String)
    out.builder.append('"')
    start := 0
    while true
        end_, is_ascii := plain_end(text, start)
        append_part(out, text[start..<end_], is_ascii)
        if end_ == text.length
            break
        end
        write_escape(out, text[end_])
        start = end_ + 1
    end
    out.builder.append('"')
end

append_part :: (out: Pointer{Output}, part: String, is_ascii: Bool) #private
    if is_ascii || Strings.is_valid_utf8(part)
        out.builder.append(part)
    else
        for rune in part
            out.builder.append_rune(rune)
        end
    end
end

write_escape :: (out: Pointer{Output}, byte: u8) #private
    match byte
    case '"'  => out.builder.append("\\\"")
    case '\\' => out.builder.append("\\\\")
    case '\n' => out.builder.append("\\n")
    case '\r' => out.builder.append("\\r")
    case '\t' => out.builder.append("\\t")
    else
        writer := out.builder.writer()
        write(&writer, "\\u")
        code := Int(byte)
        format(&writer, &code, Format_Spec{kind = .HEX, width = 4, zero = true})
    end
end
