//! YAML 1.2: documents as values, any type to and from text by its fields, and the events of a text one at a time.
//!
//! ```
//! #import "List"
//!
//! Server :: struct
//!     name: String
//!     port: u16 = 80
//!     tags: List{String}
//! end
//!
//! main :: ()
//!     server, error := Yaml.decode{Server}("name: one\ntags: [a, b]\n")
//!     print("{} {} {} {}\n", server.name, server.port, server.tags, error)
//!     print("{}", Yaml.encode(server))
//! end
//! // => one 80 ["a", "b"] ok
//! // => name: one
//! // => port: 80
//! // => tags:
//! // =>   - a
//! // =>   - b
//! ```
//!
//! Documents are module `Json`'s values. Scalars mean what YAML 1.2's core schema says: `yes` is a text, and so is `1.20` where a field wants one. Aliases
//! stand for copies, `EXPANSION_MAX` nodes in all; `<<` merges the mapping behind it into its own, whose keys win. No mapping has a key twice, and keys are scalars.
//! Nesting is limited to 255. Of what is wrong the first is told, with line and column. A type shows itself differently when its home module has `write_yaml` and
//! `read_yaml`. What is read lies in memory of the current allocator: `destroy` frees a document, `Reflect.release_value` anything else.
//! The parser is the crate granit-parser. Start reading at `decode`.

Json :: #import "Json"
Reflect :: #import "Reflect"
Strings :: #import "Strings"
#import "List"
#import "Yaml/Events" #public
#import "Yaml/Loading" #public
#import "Yaml/Reading" #public
#import "Yaml/Writing" #public

/// A document, as in module `Json`.
Value :: Json.Value

/// What is wrong with a text, as in module `Json`.
Error :: Json.Error

/// Reads the one document of a text; an empty text gives `nothing`. `destroy` frees it.
///
/// ```
/// document, error := Yaml.parse("a: &x [1, 2.5]\nb: *x\n")
/// print("{} {}\n", document, error)                  // => {"a":[1,2.5],"b":[1,2.5]} ok
/// document.get("b").at(1).number()                   // => 2.5
/// document.destroy()
/// ```
parse :: (text: String, location: Pointer{Source_Location} = #caller-location) -> (Value, Error)
    value, error := decode{Value}(text, location = location)
    return value, error
end

/// Reads all documents of a text.
///
/// ```
/// documents, error := Yaml.parse_all("one\n---\n[2]\n")
/// print("{} {}\n", documents, error)                 // => ["one", [2]] ok
/// ```
parse_all :: (text: String, location: Pointer{Source_Location} = #caller-location) -> (List{Value}, Error)
    values, error := decode_all{Value}(text, location = location)
    return values, error
end

/// A document as text.
///
/// ```
/// Json :: #import "Json"
/// document, _ := Json.parse("{\"a\": [1, {\"b\": \"no\"}]}")
/// print("{}", Yaml.to_text(&document))
/// // => a:
/// // =>   - 1
/// // =>   - b: "no"
/// ```
to_text :: (value: Pointer{Value}, location: Pointer{Source_Location} = #caller-location) -> String
    out := Output{builder = Strings.builder(location = location)}
    write_yaml(&out, value)
    out.builder.append('\n')
    return out.builder.take()
end

/// A value of any type as text.
///
/// ```
/// Point :: struct
///     left, top: Int
/// end
///
/// main :: ()
///     print("{}", Yaml.encode(Array{Point, 2}{{1, 2}, {3, 4}}))
/// end
/// // => - left: 1
/// // =>   top: 2
/// // => - left: 3
/// // =>   top: 4
/// ```
encode :: {T}(x: T, location: Pointer{Source_Location} = #caller-location) -> String
    out := Output{builder = Strings.builder(location = location)}
    copy := x
    write_yaml(&out, &copy)
    out.builder.append('\n')
    return out.builder.take()
end

/// A value of a type from the one document of a text. Keys that the type does not have are ignored, fields that are missing keep their default values. Where
/// something is wrong, there is nothing to free.
///
/// ```
/// Point :: struct
///     left, top: Int
/// end
///
/// main :: ()
///     point, _ := Yaml.decode{Point}("{left: 1, top: 0x10}")
///     _, error := Yaml.decode{Point}("left: 1\ntop: two\n")
///     print("{} {}\n", point.top, error)             // => 16 2:6: expected an integer
/// end
/// ```
decode :: {T}(text: String, location: Pointer{Source_Location} = #caller-location) -> (T, Error)
    p := load(text, location = location)
    defer p.destroy()
    value: T
    if p.error == Error.ok && p.nodes.length > 0
        p.at = 1
        read(&p, &value)
        if p.error == Error.ok && p.at + 1 < p.nodes.length
            fail_at(&p, p.at + 1, "another document begins here")
        end
    end
    if p.error != Error.ok
        Reflect.release_value(&value)
        return T{}, p.error
    end
    return value, Error.ok
end

/// A value of a type from each document of a text.
///
/// ```
/// numbers, error := Yaml.decode_all{Int}("1\n---\n2\n")
/// print("{} {}\n", numbers, error)                   // => [1, 2] ok
/// ```
decode_all :: {T}(text: String, location: Pointer{Source_Location} = #caller-location) -> (List{T}, Error)
    p := load(text, location = location)
    defer p.destroy()
    values := list{T}()
    while p.error == Error.ok && p.at < p.nodes.length
        p.at += 1
        values.append(T{}, location = location)
        read(&p, &values.data[values.length - 1])
        p.at += 1
    end
    if p.error != Error.ok
        Reflect.release_value(&values)
    end
    return values, p.error
end
