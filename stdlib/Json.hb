//! JSON: documents as values, and any type to and from text by its fields.
//!
//! ```hubbub fragment
//! Point :: struct
//!     x, y: Int
//!     label: String #tag "json:name"
//! end
//!
//! text := Json.encode(Point{1, 2, "here"})               // {"x":1,"y":2,"name":"here"}
//! point, error := Json.decode{Point}(text)
//!
//! document, wrong := Json.parse("{\"a\": [1, 2.5, null]}")
//! defer document.destroy()
//! print("{}\n", document.get("a").at(1).number())
//! ```
//!
//! Numbers without point and exponent that fit are integers, all others floats. Members of objects keep their order. Of a text's errors the first is told, with line and
//! column. A type shows itself differently when its home module has `write_json` and `read_json`. What is read lies in memory of the current
//! allocator. Nesting is limited to 512. Start reading at `Value`, `read_value`, `write_json`.

#import "List"
#import "Map"
#import "Ordered_Map"
Strings :: #import "Strings"

/// A JSON value.
Value :: union
    nothing
    boolean: Bool
    integer: Int
    float: f64
    text: String
    array: List{Value}
    object: Ordered_Map{String, Value}
end

/// What is wrong with a text.
Error :: union #error
    ok
    wrong: Mistake
end

Mistake :: struct
    message: String
    line: Int
    column: Int                         // in bytes, from 1
end

DEPTH_MAX :: 512

// ---- Documents --------------------------------------------------------------------------------------------------------------

/// Reads a document. `destroy` frees it.
parse :: (text: String) -> (Value, Error)
    p := Parser{text = text}
    value: Value
    if read_json(&p, &value)
        finish(&p)
    end
    if p.error != Error.ok
        destroy(&value)
        return Value.nothing, p.error
    end
    return value, Error.ok
end

/// A value as text; with an indentation on several lines.
to_text :: (value: Pointer{Value}, indent: Int = 0) -> String
    out := Output{builder = Strings.builder(), indent = indent}
    write_json(&out, value)
    return out.builder.take()
end

/// Frees a value with all that it holds.
destroy :: (value: Pointer{Value})
    match value@
    case .text s
        if s.length > 0
            delete(s)
        end
    case .array &elements
        for &element in elements
            destroy(&element)
        end
        elements.destroy()
    case .object &members
        for i in 0..<members.length
            entry := members.at(i)
            if entry.key.length > 0
                delete(entry.key)
            end
            destroy(&entry.value)
        end
        members.destroy()
    else
    end
    value@ = Value.nothing
end

/// The member of an object, or a value that is `nothing`.
get :: (value: Value, key: String) -> Value
    match value
    case .object members
        copy := members
        return copy.get(key) or_else Value.nothing
    else
        return Value.nothing
    end
end

/// The element of an array, or a value that is `nothing`.
at :: (value: Value, index: Int) -> Value
    match value
    case .array elements
        copy := elements
        return copy.get(index) or_else Value.nothing
    else
        return Value.nothing
    end
end

/// How many elements an array or members an object has.
length :: (value: Value) -> Int
    match value
    case .array elements => return elements.length
    case .object members => return members.length
    else
        return 0
    end
end

/// The number that it is, or 0.
number :: (value: Value) -> f64
    match value
    case .integer n => return f64(n)
    case .float x   => return x
    else
        return 0.0
    end
end

/// The integer that it is, or 0.
integer :: (value: Value) -> Int
    match value
    case .integer n => return n
    else
        return 0
    end
end

/// The text that it is, or an empty one. It lasts as long as the document.
text :: (value: Value) -> String
    match value
    case .text s => return s
    else
        return ""
    end
end

is_nothing :: (value: Value) -> Bool => tag_of(value) == .nothing

format :: (out: Pointer{Writer}, value: Pointer{Value}, _spec: Format_Spec)
    shown := to_text(value)
    write(out, shown)
    delete(shown)
end

format :: (out: Pointer{Writer}, error: Pointer{Error}, _spec: Format_Spec)
    match error@
    case .ok => write(out, "ok")
    case .wrong m
        put(out, m.line)
        write(out, ":")
        put(out, m.column)
        write(out, ": ")
        write(out, m.message)
    end
end

// ---- Any type -----------------------------------------------------------------------------------------------------------------

/// A value of any type as text; with an indentation on several lines.
encode :: {T}(x: T, indent: Int = 0) -> String
    out := Output{builder = Strings.builder(), indent = indent}
    copy := x
    write_json(&out, &copy)
    return out.builder.take()
end

/// A value of a type from text. Members that the type does not have are ignored, fields that are missing keep their default values.
decode :: {T}(text: String) -> (T, Error)
    p := Parser{text = text}
    value: T
    if read_json(&p, &value)
        finish(&p)
    end
    return value, p.error
end

// ---- Writing --------------------------------------------------------------------------------------------------------------------

/// Where text goes.
Output :: struct
    builder: Strings.Builder
    indent: Int
    depth: Int
end

write_json :: (out: Pointer{Output}, value: Pointer{Value})
    match value@
    case .nothing      => out.builder.append("null")
    case .boolean &b   => write_json(out, &b)
    case .integer &n   => write_json(out, &n)
    case .float &x     => write_json(out, &x)
    case .text &s      => write_json(out, &s)
    case .array &list  => write_json(out, &list)
    case .object &map  => write_json(out, &map)
    end
end

write_json :: (out: Pointer{Output}, x: Pointer{Bool})
    out.builder.append(ifx x@ => "true" else => "false" end)
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
    put(&writer, x@)
end

write_json :: (out: Pointer{Output}, x: Pointer{String})
    write_text(out, x@)
end

write_json :: (out: Pointer{Output}, x: Pointer{Rune})
    room: Array{u8, 4} = uninit
    write_text(out, String{data = &room[0], length = encode_rune(&room[0], x@)})
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

write_json :: {V}(out: Pointer{Output}, x: Pointer{Ordered_Map{String, V}})
    open(out, '{')
    for i in 0..<x.length
        entry := x.at(i)
        separate(out, i > 0)
        write_key(out, entry.key)
        write_json(out, &entry.value)
    end
    close(out, '}', x.length > 0)
end

write_json :: {V}(out: Pointer{Output}, x: Pointer{Map{String, V}})
    open(out, '{')
    is_later := false
    for key, value in x@
        separate(out, is_later)
        is_later = true
        write_key(out, key)
        kept := value
        write_json(out, &kept)
    end
    close(out, '}', is_later)
end

/// Field by field; `#tag "json:name"` gives one another name, `#tag "json:-"` leaves it out.
write_json :: {T}(out: Pointer{Output}, x: Pointer{T}) where is_struct(T)
    open(out, '{')
    is_later := false
    #for f in fields(T)
        if f.tag != "json:-"
            separate(out, is_later)
            is_later = true
            write_key(out, name_of(f.name, f.tag))
            write_json(out, &field(x@, f))
        end
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

// Makes a member the current one, with a payload of zeros. A union's tag stands behind its largest payload.
set_member :: {T}(x: Pointer{T}, index: Int) #private
    memory_set(x, 0, size_of(T))
    offset := 0
    #for f in fields(T)
        #if f.type != Void
            offset = max(offset, size_of(f.type))
        #end
    #end
    Pointer{u8}(x)[offset] = u8(index)
end

name_of :: (name: String, tag: String) -> String #private => ifx Strings.starts_with(tag, "json:") => tag[5..] else => name end

open :: (out: Pointer{Output}, bracket: u8) #private
    out.builder.append(bracket)
    out.depth += 1
    if out.depth > DEPTH_MAX
        panic_text("a value is nested too deeply for JSON")
    end
end

close :: (out: Pointer{Output}, bracket: u8, has_parts: Bool) #private
    out.depth -= 1
    if has_parts
        break_line(out)
    end
    out.builder.append(bracket)
end

separate :: (out: Pointer{Output}, is_later: Bool) #private
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

write_key :: (out: Pointer{Output}, key: String) #private
    write_text(out, key)
    out.builder.append(ifx out.indent > 0 => ": " else => ":" end)
end

write_text :: (out: Pointer{Output}, text: String) #private
    out.builder.append('"')
    start := 0
    for i in 0..<text.length
        byte := text[i]
        if byte >= ' ' && byte != '"' && byte != '\\'
            continue
        end
        out.builder.append(text[start..<i])
        start = i + 1
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
    out.builder.append(text[start..])
    out.builder.append('"')
end

// ---- Reading ---------------------------------------------------------------------------------------------------------------------

/// Where in a text reading is.
Parser :: struct
    text: String
    at: Int
    depth: Int
    error: Error
end

/// Notes what is wrong at this place, unless something was wrong before; gives false.
fail :: (p: Pointer{Parser}, message: String) -> Bool
    if p.error == Error.ok
        line, start := 1, 0
        for i in 0..<min(p.at, p.text.length)
            if p.text[i] == '\n'
                line += 1
                start = i + 1
            end
        end
        p.error = Error.wrong(Mistake{message, line, p.at - start + 1})
    end
    return false
end

finish :: (p: Pointer{Parser}) #private
    if peek(p) != 0 || p.at < p.text.length
        fail(p, "text behind the value")
    end
end

/// The next byte that is no blank, or 0 at the end.
peek :: (p: Pointer{Parser}) -> u8
    while p.at < p.text.length
        byte := p.text[p.at]
        if byte != ' ' && byte != '\n' && byte != '\t' && byte != '\r'
            return byte
        end
        p.at += 1
    end
    return 0
end

/// Takes a byte if it is the next one.
take :: (p: Pointer{Parser}, byte: u8) -> Bool
    if peek(p) != byte
        return false
    end
    p.at += 1
    return true
end

take_word :: (p: Pointer{Parser}, word: String) -> Bool #private
    if !Strings.starts_with(p.text[p.at..], word)
        return false
    end
    p.at += word.length
    return true
end

read_json :: (p: Pointer{Parser}, value: Pointer{Value}) -> Bool
    match peek(p)
    case '{'
        members := ordered_map{String, Value}()
        ok := read_json(p, &members)
        value@ = Value.object(members)
        return ok
    case '['
        elements := list{Value}()
        ok := read_json(p, &elements)
        value@ = Value.array(elements)
        return ok
    case '"'
        s: String
        ok := read_json(p, &s)
        value@ = Value.text(s)
        return ok
    case 't', 'f'
        b: Bool
        ok := read_json(p, &b)
        value@ = Value.boolean(b)
        return ok
    case 'n'
        value@ = Value.nothing
        return take_word(p, "null") || fail(p, "no value begins so")
    case '-', '0'..='9'
        return read_number(p, value)
    else
        return fail(p, ifx p.at >= p.text.length => "the text ends before the value" else => "no value begins so" end)
    end
end

// The text of a number, as JSON wants it.
number_text :: (p: Pointer{Parser}) -> (text: String, is_integer: Bool) #private
    peek(p)
    start := p.at
    take_byte(p, '-')
    is_integer := true
    if !take_byte(p, '0') && !take_digits(p)
        fail(p, ifx p.at >= p.text.length => "the text ends before the value" else => "expected a number" end)
        return "", false
    end
    if take_byte(p, '.')
        is_integer = false
        if !take_digits(p)
            fail(p, "expected digits behind the point")
            return "", false
        end
    end
    if take_byte(p, 'e') || take_byte(p, 'E')
        is_integer = false
        if !take_byte(p, '+')
            take_byte(p, '-')
        end
        if !take_digits(p)
            fail(p, "expected digits in the exponent")
            return "", false
        end
    end
    return p.text[start..<p.at], is_integer
end

take_byte :: (p: Pointer{Parser}, byte: u8) -> Bool #private
    if p.at >= p.text.length || p.text[p.at] != byte
        return false
    end
    p.at += 1
    return true
end

take_digits :: (p: Pointer{Parser}) -> Bool #private
    start := p.at
    while p.at < p.text.length && Strings.is_digit(p.text[p.at])
        p.at += 1
    end
    return p.at > start
end

read_number :: (p: Pointer{Parser}, value: Pointer{Value}) -> Bool #private
    digits, is_integer := number_text(p)
    if digits.length == 0
        return false
    end
    if is_integer
        if n := Strings.parse_int(digits)
            value@ = Value.integer(n)
            return true
        end
    end
    value@ = Value.float(Strings.parse_float(digits) or_else 0.0)
    return true
end

read_json :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_integer(T)
    peek(p)
    start := p.at
    digits, is_integer := number_text(p)
    if digits.length == 0
        return false
    end
    if !is_integer
        p.at = start
        return fail(p, "expected an integer")
    end
    #if is_unsigned(T)
        if n := Strings.parse_uint(digits)
            x@ = T(n)
            if u64(x@) == n
                return true
            end
        end
    #else
        if n := Strings.parse_int(digits)
            x@ = T(n)
            if Int(x@) == n
                return true
            end
        end
    #end
    p.at = start
    return fail(p, "the number does not fit")
end

read_json :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_float(T)
    if peek(p) == 'n' && take_word(p, "null")
        x@ = T(bit_cast{f64}(u64(0x7ff8_0000_0000_0000)))
        return true
    end
    digits, _ := number_text(p)
    if digits.length == 0
        return false
    end
    x@ = T(Strings.parse_float(digits) or_else 0.0)
    return true
end

read_json :: (p: Pointer{Parser}, x: Pointer{Bool}) -> Bool
    peek(p)
    if take_word(p, "true")
        x@ = true
        return true
    end
    x@ = false
    return take_word(p, "false") || fail(p, "expected true or false")
end

/// The text in memory of its own.
read_json :: (p: Pointer{Parser}, x: Pointer{String}) -> Bool
    if !take(p, '"')
        return fail(p, "expected a string")
    end
    start := p.at
    while p.at < p.text.length && p.text[p.at] != '"' && p.text[p.at] != '\\' && p.text[p.at] >= ' '
        p.at += 1
    end
    if p.at < p.text.length && p.text[p.at] == '"'
        p.at += 1
        x@ = ifx p.at - 1 == start => "" else => Strings.copy(p.text[start..<p.at - 1]) end
        return true
    end
    b := Strings.builder()
    b.append(p.text[start..<p.at])
    if !read_rest_of_string(p, &b)
        b.destroy()
        return false
    end
    x@ = b.take()
    return true
end

read_rest_of_string :: (p: Pointer{Parser}, b: Pointer{Strings.Builder}) -> Bool #private
    while p.at < p.text.length
        byte := p.text[p.at]
        if byte < ' '
            return fail(p, "a control character in a string")
        end
        p.at += 1
        if byte == '"'
            return true
        end
        if byte != '\\'
            b.append(byte)
        else if !read_escape(p, b)
            return false
        end
    end
    return fail(p, "a string does not end")
end

read_escape :: (p: Pointer{Parser}, b: Pointer{Strings.Builder}) -> Bool #private
    if p.at >= p.text.length
        return fail(p, "a string does not end")
    end
    byte := p.text[p.at]
    p.at += 1
    match byte
    case '"', '\\', '/' => b.append(byte)
    case 'n' => b.append('\n')
    case 't' => b.append('\t')
    case 'r' => b.append('\r')
    case 'b' => b.append(8)
    case 'f' => b.append(12)
    case 'u'
        code := read_code(p)
        if code >= 0xd800 && code < 0xdc00 && take_byte(p, '\\') && take_byte(p, 'u')
            low := read_code(p)
            if low < 0xdc00 || low > 0xdfff
                return fail(p, "half of a surrogate pair")
            end
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
        end
        if code < 0
            return fail(p, "expected four hexadecimal digits")
        end
        if code >= 0xd800 && code < 0xe000
            return fail(p, "half of a surrogate pair")
        end
        Strings.append_rune(b, Rune(code))
    else
        p.at -= 1
        return fail(p, "no such escape")
    end
    return true
end

read_code :: (p: Pointer{Parser}) -> Int #private
    if p.at + 4 > p.text.length
        return -1
    end
    code := 0
    for i in 0..<4
        digit := Strings.digit_of(p.text[p.at + i])
        if digit > 15
            return -1
        end
        code = code * 16 + digit
    end
    p.at += 4
    return code
end

read_json :: (p: Pointer{Parser}, x: Pointer{Rune}) -> Bool
    s: String
    if !read_json(p, &s)
        return false
    end
    for rune, offset in s
        if offset == 0
            x@ = rune
        end
    end
    ok := rune_count(s) == 1
    if s.length > 0
        delete(s)
    end
    return ok || fail(p, "expected one rune")
end

/// By the member's name.
read_json :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_enum(T)
    s: String
    if !read_json(p, &s)
        return false
    end
    found := false
    #for member in members(T)
        if enum_name(member) == s
            x@ = member
            found = true
        end
    #end
    if s.length > 0
        delete(s)
    end
    return found || fail(p, "no member has this name")
end

read_json :: {T}(p: Pointer{Parser}, x: Pointer{Maybe{T}}) -> Bool
    if peek(p) == 'n' && take_word(p, "null")
        x@ = none
        return true
    end
    value: T
    if !read_json(p, &value)
        return false
    end
    x@ = some(value)
    return true
end

read_json :: {T}(p: Pointer{Parser}, x: Pointer{List{T}}) -> Bool
    if !enter(p, '[', "expected an array")
        return false
    end
    if x.allocator == null
        x@ = list{T}()
    end
    while more(p, ']', x.length == 0)
        x.append(T{})
        if !read_json(p, &x.data[x.length - 1])
            return false
        end
    end
    return leave(p)
end

read_json :: {T}(p: Pointer{Parser}, x: Pointer{Slice{T}}) -> Bool
    elements := list{T}()
    ok := read_json(p, &elements)
    elements.shrink()
    x@ = elements.items()
    return ok
end

read_json :: {T, N: Int}(p: Pointer{Parser}, x: Pointer{Array{T, N}}) -> Bool
    if !enter(p, '[', "expected an array")
        return false
    end
    count := 0
    while more(p, ']', count == 0)
        if count == N
            return fail(p, "the array has too many elements")
        end
        if !read_json(p, &x@[count])
            return false
        end
        count += 1
    end
    return leave(p) && (count == N || fail(p, "the array has too few elements"))
end

/// Of members with one name the last counts.
read_json :: {V}(p: Pointer{Parser}, x: Pointer{Ordered_Map{String, V}}) -> Bool
    if !enter(p, '{', "expected an object")
        return false
    end
    if x.allocator == null
        x@ = ordered_map{String, V}()
    end
    while more(p, '}', x.length == 0)
        key: String
        if !read_key(p, &key)
            return false
        end
        value: V
        ok := read_json(p, &value)
        if x.contains(key)
            replace_member(x, key, value)
        else
            x.insert(key, value)
        end
        if !ok
            return false
        end
    end
    return leave(p)
end

replace_member :: {V}(x: Pointer{Ordered_Map{String, V}}, key: String, value: V) #private
    place := x.find(key)
    #if V == Value
        destroy(place)
    #end
    place@ = value
    if key.length > 0
        delete(key)
    end
end

read_json :: {V}(p: Pointer{Parser}, x: Pointer{Map{String, V}}) -> Bool
    if !enter(p, '{', "expected an object")
        return false
    end
    while more(p, '}', x.length == 0)
        key: String
        if !read_key(p, &key)
            return false
        end
        value: V
        ok := read_json(p, &value)
        x.insert(key, value)
        if !ok
            return false
        end
    end
    return leave(p)
end

read_json :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_struct(T)
    if !enter(p, '{', "expected an object")
        return false
    end
    is_first := true
    while more(p, '}', is_first)
        is_first = false
        key: String
        if !read_key(p, &key)
            return false
        end
        is_known, ok := false, true
        #for f in fields(T)
            if !is_known && f.tag != "json:-" && key == name_of(f.name, f.tag)
                is_known = true
                ok = read_json(p, &field(x@, f))
            end
        #end
        if key.length > 0
            delete(key)
        end
        if !is_known
            ok = skip(p)
        end
        if !ok
            return false
        end
    end
    return leave(p)
end

read_json :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_union(T)
    key: String
    is_bare := peek(p) == '"'
    if is_bare
        if !read_json(p, &key)
            return false
        end
    else if !enter(p, '{', "expected a member of the union") || !more(p, '}', true) || !read_key(p, &key)
        return fail(p, "expected a member of the union")
    end
    found, ok := false, true
    #for f in fields(T)
        if key == f.name
            #if f.type == Void
                found = is_bare
            #else
                if !is_bare
                    found = true
                    set_member(x, f.index)
                    ok = read_json(p, &field(x@, f))
                end
            #end
            if found && is_bare
                set_member(x, f.index)
            end
        end
    #end
    if key.length > 0
        delete(key)
    end
    if !found
        return fail(p, "no member has this name")
    end
    return ok && (is_bare || take(p, '}') && leave(p) || fail(p, "expected `}`"))
end

enter :: (p: Pointer{Parser}, bracket: u8, message: String) -> Bool #private
    if !take(p, bracket)
        return fail(p, message)
    end
    p.depth += 1
    return p.depth <= DEPTH_MAX || fail(p, "nested too deeply")
end

leave :: (p: Pointer{Parser}) -> Bool #private
    p.depth -= 1
    return p.error == Error.ok
end

// Whether another element comes; takes the comma before it, or the closing bracket.
more :: (p: Pointer{Parser}, bracket: u8, is_first: Bool) -> Bool #private
    if take(p, bracket)
        return false
    end
    if !is_first && !take(p, ',')
        return fail(p, ifx bracket == ']' => "expected `,` or `]`" else => "expected `,` or `}`" end)
    end
    return true
end

read_key :: (p: Pointer{Parser}, key: Pointer{String}) -> Bool #private
    if peek(p) != '"'
        return fail(p, "expected the name of a member")
    end
    if !read_json(p, key)
        return false
    end
    if !take(p, ':')
        if key.length > 0
            delete(key@)
        end
        return fail(p, "expected `:`")
    end
    return true
end

// A value that nobody wants.
skip :: (p: Pointer{Parser}) -> Bool #private
    value: Value
    ok := read_json(p, &value)
    destroy(&value)
    return ok
end
