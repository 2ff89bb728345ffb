//! JSON: documents as values, and any type to and from text by its fields.
//!
//! ```
//! Point :: struct
//!     x, y: Int
//!     label: String #tag "json:name"
//! end
//!
//! main :: ()
//!     text := Json.encode(Point{1, 2, "here"})
//!     point, error := Json.decode{Point}(text)
//!     print("{} {} {}\n", text, point, error)
//!     document, wrong := Json.parse("{\"a\": [1, 2.5, null]}")
//!     defer document.destroy()
//!     print("{} {}\n", document.get("a").at(1).number(), wrong)
//! end
//! // => {"x":1,"y":2,"name":"here"} Point{x = 1, y = 2, label = "here"} ok
//! // => 2.5 ok
//! ```
//!
//! Numbers without point and exponent that fit are integers, all others floats. Members of objects keep their order. Of a text's errors the first is told, with line and
//! column. A type shows itself differently when its home module has `write_json` and `read_json`. What is read lies in memory of the current
//! allocator. `Reflect.release_value` frees it, and `destroy` a document. Nesting is limited to 512. Text that is not
//! UTF-8 is refused. `reader` and `stream` go over a text or a file, or write one, piece by piece. Start reading at `Value`, `read_json`, `write_json`.

#import "Json/Reading" #public
#import "Json/Stream" #public
#import "Json/Writing" #public
#import "List"
#import "Ordered_Map"
Os :: #import "Os"
Reflect :: #import "Reflect"
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
    failed: Os.Failure                  // reading the file did
end

Mistake :: struct
    message: String
    line: Int
    column: Int                         // in bytes, from 1
end

// ---- Documents --------------------------------------------------------------------------------------------------------------

/// Reads a document. `destroy` frees it.
///
/// ```
/// document, error := Json.parse("[1, {\"a\": true}]")
/// print("{} {}\n", document, error)                  // => [1,{"a":true}] ok
/// document.destroy()
/// _, wrong := Json.parse("[1,\n 2 3]")
/// print("{}\n", wrong)                               // => 2:4: expected `,` or `]`
/// ```
parse :: (text: String, location: Pointer{Source_Location} = #caller-location) -> (Value, Error)
    p := Parser{text = text, made_for = location}
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
///
/// ```
/// document, _ := Json.parse("[1, []]")
/// print("{}\n", Json.to_text(&document, indent = 2))
/// // => [
/// // =>   1,
/// // =>   []
/// // => ]
/// ```
to_text :: (value: Pointer{Value}, indent: Int = 0, location: Pointer{Source_Location} = #caller-location) -> String
    out := Output{builder = Strings.builder(location = location), indent = indent}
    write_json(&out, value)
    return out.builder.take()
end

/// Frees a value with all that it holds.
///
/// ```
/// document, _ := Json.parse("[1, 2]")
/// document.destroy()
/// document.is_nothing()                              // => true
/// ```
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
///
/// ```
/// document, _ := Json.parse("{\"a\": [1, 2.5, \"x\", null]}")
/// document.get("a").length()                         // => 4
/// document.get("b").is_nothing()                     // => true
/// ```
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
///
/// ```
/// document, _ := Json.parse("{\"a\": [1, 2.5, \"x\", null]}")
/// document.get("a").at(1).number()                   // => 2.5
/// document.get("a").at(9).is_nothing()               // => true
/// ```
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
///
/// ```
/// document, _ := Json.parse("{\"a\": [1, 2.5, \"x\", null]}")
/// document.length()                                  // => 1
/// ```
length :: (value: Value) -> Int
    match value
    case .array elements => return elements.length
    case .object members => return members.length
    else
        return 0
    end
end

/// The number that it is, or 0.
///
/// ```
/// document, _ := Json.parse("{\"a\": [1, 2.5, \"x\", null]}")
/// document.get("a").at(0).number()                   // => 1.0
/// ```
number :: (value: Value) -> f64
    match value
    case .integer n => return f64(n)
    case .float x   => return x
    else
        return 0.0
    end
end

/// The integer that it is, or 0.
///
/// ```
/// document, _ := Json.parse("{\"a\": [1, 2.5, \"x\", null]}")
/// document.get("a").at(0).integer()                  // => 1
/// document.get("a").at(1).integer()                  // => 0
/// ```
integer :: (value: Value) -> Int
    match value
    case .integer n => return n
    else
        return 0
    end
end

/// The text that it is, or an empty one. It lasts as long as the document.
///
/// ```
/// document, _ := Json.parse("{\"a\": [1, 2.5, \"x\", null]}")
/// document.get("a").at(2).text()                     // => "x"
/// ```
text :: (value: Value) -> String
    match value
    case .text s => return s
    else
        return ""
    end
end

/// ```
/// document, _ := Json.parse("{\"a\": [1, 2.5, \"x\", null]}")
/// document.get("a").at(3).is_nothing()               // => true
/// ```
is_nothing :: (value: Value) -> Bool => tag_of(value) == .nothing

/// ```
/// document, _ := Json.parse("[ 1 ]")
/// print("{}\n", document)                            // => [1]
/// ```
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
    case .failed failure
        shown := Os.Error.failed(failure)
        Os.format(out, &shown, Format_Spec{})
    end
end

// ---- Any type -----------------------------------------------------------------------------------------------------------------

/// A value of any type as text; with an indentation on several lines.
///
/// ```
/// Json.encode(Array{Int, 3}{1, 2, 3})                // => "[1,2,3]"
/// Json.encode("a\nb")                                // => "\"a\\nb\""
/// ```
encode :: {T}(x: T, indent: Int = 0, location: Pointer{Source_Location} = #caller-location) -> String
    out := Output{builder = Strings.builder(location = location), indent = indent}
    copy := x
    write_json(&out, &copy)
    return out.builder.take()
end

/// A value of a type from text. Members that the type does not have are ignored, fields that are missing keep their default values. `Reflect.release_value`
/// frees what the value holds; where something is wrong, there is nothing to free.
///
/// ```
/// #import "List"
/// numbers, error := Json.decode{List{Int}}("[1, 2, 3]")
/// print("{} {}\n", numbers, error)                   // => [1, 2, 3] ok
/// _, wrong := Json.decode{List{u8}}("[1, 256]")
/// print("{}\n", wrong)                               // => 1:5: the number does not fit
/// ```
decode :: {T}(text: String, location: Pointer{Source_Location} = #caller-location) -> (T, Error)
    p := Parser{text = text, made_for = location}
    value: T
    if read_json(&p, &value)
        finish(&p)
    end
    if p.error != Error.ok
        Reflect.release_value(&value)
        return T{}, p.error
    end
    return value, Error.ok
end

// ---- Values of a document ---------------------------------------------------------------------------------------------------------

/// ```
/// document, _ := Json.parse("[true]")
/// Json.encode(document)                              // => "[true]"
/// ```
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

/// ```
/// value, _ := Json.decode{Json.Value}("[true]")
/// value.length()                                     // => 1
/// ```
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
        ok := read_text(p, &s)
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

read_number :: (p: Pointer{Parser}, value: Pointer{Value}) -> Bool #private
    start := p.at
    digits, is_integer := number_text(p)
    if digits.length == 0
        return false
    end
    // -0 is no integer
    if is_integer && digits != "-0"
        if n := Strings.parse_int(digits)
            value@ = Value.integer(n)
            return true
        end
    end
    x := Strings.parse_float(digits) or_else 0.0
    value@ = Value.float(x)
    if x - x != 0.0
        p.at = start
        return fail(p, "the number does not fit")
    end
    return true
end
