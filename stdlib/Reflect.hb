//! What formats do with a value of any type by its type information, and a program may want as well: freeing it with all that it holds, making a member
//! of a union the current one, keys of maps as text.
//!
//! ```
//! Json :: #import "Json"
//! #import "List"
//!
//! City :: struct
//!     name: String
//!     people: Int
//! end
//!
//! main :: ()
//!     cities, error := Json.decode{List{City}}("[{\"name\":\"Huế\",\"people\":351456}]")
//!     print("{} {} {}\n", cities[0].name, cities[0].people, error)      // => Huế 351456 ok
//!     Reflect.release_value(&cities)          // the list, and the names in it
//! end
//! ```
//!
//! A type says how it is freed with a procedure `release_value` in its home module.

#import "List"
#import "Map"
#import "Ordered_Map"
Strings :: #import "Strings"

// ---- Freeing -----------------------------------------------------------------------------------------------------------------

/// Frees all that a value holds, over the current allocator: strings, slices, lists, maps with their keys, what pointers point to; fields and members
/// by their types. What lies in the program itself, as literals do, stays. The value is its type's zero afterwards.
///
/// ```
/// Strings :: #import "Strings"
/// #import "List"
/// names := list{String}()
/// names.append(Strings.to_upper("ada"))
/// names.append("a literal, which stays")
/// Reflect.release_value(&names)
/// names.length                                       // => 0
/// ```
release_value :: {T}(_x: Pointer{T}) where is_integer(T) || is_float(T) || is_bool(T) || is_rune(T) || is_enum(T)
end

/// Nothing is known about what these lead to.
release_value :: {T}(_x: Pointer{T}) where is_procedure(T) || is_any(T) || is_type(T) || is_simd(T)
end

release_value :: (_x: Pointer{Pointer{Void}})
end

release_value :: (_x: Pointer{CString})
end

release_value :: {T}(x: Pointer{T}) where is_string(T)
    text := String(x@)
    if text.length > 0 && !hb_rt_is_static(text.data)
        delete(text)
    end
    x@ = T("")
end

release_value :: {T}(x: Pointer{Maybe{T}})
    match x@
    case .some &value => release_value(&value)
    case .none
    end
    x@ = none
end

release_value :: {T}(x: Pointer{Pointer{T}})
    if x@ != null && !hb_rt_is_static(x@)
        release_value(x@)
        free(x@)
    end
    x@ = null
end

release_value :: {T}(x: Pointer{Slice{T}})
    for i in 0..<x.length
        release_value(&x.data[i])
    end
    if x.length > 0 && !hb_rt_is_static(x.data)
        delete(x@)
    end
    x@ = x.data[0..<0]
end

release_value :: {T, N: Int}(x: Pointer{Array{T, N}})
    for i in 0..<N
        release_value(&x@[i])
    end
end

release_value :: {T}(x: Pointer{List{T}})
    for i in 0..<x.length
        release_value(&x.data[i])
    end
    destroy(x)
end

release_value :: {K, V}(x: Pointer{Ordered_Map{K, V}})
    for i in 0..<x.length
        release_value(&x.entries[i].key)
        release_value(&x.entries[i].value)
    end
    destroy(x)
end

release_value :: {K, V}(x: Pointer{Map{K, V}})
    for key, value in x@
        gone_key, gone := key, value
        release_value(&gone_key)
        release_value(&gone)
    end
    destroy(x)
end

release_value :: {T}(x: Pointer{T}) where is_struct(T)
    #for f in fields(T)
        release_value(&field(x@, f))
    #end
end

release_value :: {T}(x: Pointer{T}) where is_union(T)
    tag := Int(tag_of(x@))
    #for f in fields(T)
        #if f.type != Void
            if tag == f.index
                release_value(&field(x@, f))
            end
        #end
    #end
    memory_set(x, 0, size_of(T))
end

// ---- Members and names ---------------------------------------------------------------------------------------------------------

/// Makes a member of a union the current one, by its number, with a payload of zeros. What the union held is forgotten.
///
/// ```
/// Shape :: union
///     nothing
///     round: f64
/// end
///
/// main :: ()
///     shape: Shape
///     Reflect.set_member(&shape, 1)
///     print("{}\n", shape)                           // => round(0.0)
/// end
/// ```
set_member :: {T}(x: Pointer{T}, index: Int) where is_union(T)
    memory_set(x, 0, size_of(T))
    offset := 0
    #for f in fields(T)
        #if f.type != Void
            offset = max(offset, size_of(f.type))
        #end
    #end
    // a union's tag stands behind its largest payload
    Pointer{u8}(x)[offset] = u8(index)
end

/// Which fields of a struct have been read: a bit each for the first 256.
Fields_Seen :: struct
    bits: Array{u64, 4}
end

/// Notes that a field has been read; says whether it had been before.
/// ```
/// seen: Reflect.Fields_Seen
/// Reflect.note_field(&seen, 3)                       // => false
/// Reflect.note_field(&seen, 3)                       // => true
/// ```
note_field :: (seen: Pointer{Fields_Seen}, index: Int) -> Bool
    if index >= 256
        return false
    end
    bit := u64(1) << u64(index % 64)
    was_seen := seen.bits[index / 64] & bit != 0
    seen.bits[index / 64] |= bit
    return was_seen
end

/// The name of a field in a format: what its tag says behind the format's name and a colon, `#tag "json:name"`, else its own. A tag may name
/// several formats, with a comma and a blank between them.
///
/// ```
/// Reflect.name_in("json", "kind", "json:type")                  // => "type"
/// Reflect.name_in("yaml", "kind", "json:type")                  // => "kind"
/// Reflect.name_in("yaml", "kind", "json:type, yaml:a-kind")     // => "a-kind"
/// ```
name_in :: (format_name: String, name: String, tag: String) -> String
    said, is_there := said_to(format_name, tag)
    if !is_there
        return name
    end
    end_ := Strings.find(said, ", ")
    return ifx end_ < 0 => said else => said[..<end_] end
end

/// Whether a format leaves a field out: its name there is `-`.
///
/// ```
/// Reflect.is_left_out("yaml", "json:type, yaml:-")              // => true
/// ```
is_left_out :: (format_name: String, tag: String) -> Bool => name_in(format_name, "", tag) == "-"

/// What a tag says to a format and behind that.
///
/// ```
/// said, is_there := Reflect.said_to("cli", "json:count, cli:n how often, and why")
/// said                                                          // => "n how often, and why"
/// ```
said_to :: (format_name: String, tag: String) -> (String, Bool)
    from := 0
    while from + format_name.length < tag.length
        if tag[from + format_name.length] == ':' && Strings.starts_with(tag[from..], format_name)
            return tag[from + format_name.length + 1..], true
        end
        comma := Strings.find(tag, ", ", from)
        if comma < 0
            break
        end
        from = comma + 2
    end
    return "", false
end

/// A key of a map as text, at a place of so many bytes where it has none of its own.
///
/// ```
/// room: Array{u8, 40} = uninit
/// Reflect.key_text(-12, &room)                       // => "-12"
/// Reflect.key_text("twelve", &room)                  // => "twelve"
/// ```
key_text :: {K}(key: K, room: Pointer{Array{u8, 40}}) -> String where is_string(K) || is_enum(K) || is_integer(K)
    #if is_string(K)
        _ = room
        return String(key)
    #else
        #if is_enum(K)
            _ = room
            return enum_name(key)
        #else
            writer := Writer{data = &room@[0], capacity = 40}
            kept := key
            format(&writer, &kept, Format_Spec{})
            return written(&writer)
        #end
    #end
end

/// The key that a text stands for; the text itself, not a copy, where keys are strings.
///
/// ```
/// Reflect.key_of{Int}("-12") or_else 0               // => -12
/// Reflect.key_of{u8}("256") or_else 0                // => 0
/// ```
key_of :: {K}(text: String) -> (K, Bool) where is_string(K) || is_enum(K) || is_integer(K)
    #if is_string(K)
        return K(text), true
    #else
        #if is_enum(K)
            #for member in members(K)
                if enum_name(member) == text
                    return member, true
                end
            #end
            return K{}, false
        #else
            #if is_unsigned(K)
                n, ok := Strings.parse_uint(text)
                return K(n), ok && u64(K(n)) == n
            #else
                n, ok := Strings.parse_int(text)
                return K(n), ok && Int(K(n)) == n
            #end
        #end
    #end
end

hb_rt_is_static :: (address: Pointer{Void}) -> Bool #foreign #private
