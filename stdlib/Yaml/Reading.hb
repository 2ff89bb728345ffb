//! Values of any type from the events of a text: `read_yaml` for each kind of type.
//!
//! The events of all documents lie in one list (`Yaml/Loading`). Reading goes along it; an alias makes it go on at the anchor for a while. Start reading at `read`.

Json :: #import "Json"
Reflect :: #import "Reflect"
Strings :: #import "Strings"
#import "Events"
#import "Loading"
#import "Scalars"
#import "List"
#import "Map"
#import "Ordered_Map"
#import "Set"

/// Reads the next node, an alias by what it stands for.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     p := Yaml.load("&a 12")
///     p.at = 1
///     n: Int
///     print("{} {}\n", Yaml.read(&p, &n), n)                      // => true 12
///     p.destroy()
/// end
/// ```
read :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool
    if p.alias_depth > 0
        p.expanded += 1
        if p.expanded > p.expanded_max
            return fail(p, "aliases stand for too much")
        end
    end
    if p.nodes[p.at].kind != .ALIAS
        return read_yaml(p, x)
    end
    back := p.at
    if !follow(p)
        return false
    end
    ok := read(p, x)
    return come_back(p, back) && ok
end

// Goes from an alias to what it stands for.
follow :: (p: Pointer{Parser}) -> Bool #private
    anchor := p.nodes[p.at].anchor
    target := ifx anchor < p.anchors.length => p.anchors[anchor] else => -1 end
    if target < 0
        return fail(p, "no anchor has this name")
    end
    if p.nodes[target].behind > p.at && target <= p.at
        return fail(p, "an alias within what it stands for")
    end
    p.alias_depth += 1
    p.depth += 1
    if p.depth > DEPTH_MAX
        return fail(p, "nested too deeply")
    end
    p.at = target
    return true
end

come_back :: (p: Pointer{Parser}, alias: Int) -> Bool #private
    p.alias_depth -= 1
    p.depth -= 1
    p.at = alias + 1
    return p.error == Json.Error.ok
end

/// Begins a sequence or mapping.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// Interval :: struct
///     low, high: Int
/// end
///
/// read_yaml :: (p: Pointer{Yaml.Parser}, x: Pointer{Interval}) -> Bool
///     if !Yaml.enter(p, .SEQUENCE_START, "expected two numbers") || !Yaml.read(p, &x.low) || !Yaml.read(p, &x.high)
///         return false
///     end
///     return !Yaml.more(p) || Yaml.fail(p, "expected two numbers")
/// end
///
/// main :: ()
///     interval, error := Yaml.decode{Interval}("[3, 9]")
///     print("{} {} {}\n", interval.low, interval.high, error)  // => 3 9 ok
///     _, wrong := Yaml.decode{Interval}("[3, 9, 27]")
///     print("{}\n", wrong)                                     // => 1:8: expected two numbers
/// end
/// ```
enter :: (p: Pointer{Parser}, kind: Event_Kind, message: String) -> Bool
    if p.nodes[p.at].kind != kind
        return fail(p, message)
    end
    p.depth += 1
    if p.depth > DEPTH_MAX
        return fail(p, "nested too deeply")
    end
    p.at += 1
    return true
end

/// Whether there is more in the sequence or mapping; if not, it ends.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     p := Yaml.load("[a, b]")
///     p.at = 1
///     Yaml.enter(&p, .SEQUENCE_START, "expected a sequence")
///     while Yaml.more(&p)
///         print("{} ", Yaml.read_scalar(&p, "expected a text") or_else "")
///     end
///     print("\n")
///     // => a b
///     p.destroy()
/// end
/// ```
more :: (p: Pointer{Parser}) -> Bool
    kind := p.nodes[p.at].kind
    if kind != .SEQUENCE_END && kind != .MAPPING_END
        return true
    end
    p.depth -= 1
    p.at += 1
    return false
end

/// Leaves the next node out.
///
/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     p := Yaml.load("[[1, 2, 3], b]")
///     p.at = 2
///     Yaml.skip(&p)
///     print("{}\n", Yaml.read_scalar(&p, "expected a text") or_else "")      // => b
///     p.destroy()
/// end
/// ```
skip :: (p: Pointer{Parser})
    p.at = p.nodes[p.at].behind
end

/// The next node as a scalar: its text, which lasts as long as the parser.
///
/// ```
/// Yaml :: #import "Yaml"
/// Strings :: #import "Strings"
///
/// Celsius :: struct
///     degrees: f64
/// end
///
/// read_yaml :: (p: Pointer{Yaml.Parser}, x: Pointer{Celsius}) -> Bool
///     text := Yaml.read_scalar(p, "expected a temperature") or_return
///     x.degrees = Strings.parse_float(Strings.trim_suffix(text, "°")) or_else 0.0
///     return Strings.ends_with(text, "°") || Yaml.fail(p, "expected a temperature")
/// end
///
/// main :: ()
///     days, _ := Yaml.decode{Array{Celsius, 2}}("[12.5°, -3°]")
///     print("{} {}\n", days[0].degrees, days[1].degrees)      // => 12.5 -3.0
/// end
/// ```
read_scalar :: (p: Pointer{Parser}, message: String) -> (String, Bool)
    node := p.nodes[p.at]
    if node.kind != .SCALAR
        fail(p, message)
        return "", false
    end
    p.at += 1
    return text_of(p, node), true
end

// A key, which may be an alias of a scalar.
read_key :: (p: Pointer{Parser}) -> (String, Bool) #private
    if p.nodes[p.at].kind != .ALIAS
        key, ok := read_scalar(p, "expected a text as key")
        return key, ok
    end
    back := p.at
    if !follow(p)
        return "", false
    end
    key, ok := read_scalar(p, "expected a text as key")
    return key, come_back(p, back) && ok
end

// ---- Scalars ------------------------------------------------------------------------------------------------------------------------

// What the scalar at hand is taken for: quotes and the tag say text, a plain one shows it.
kind_of_next :: (p: Pointer{Parser}) -> Scalar_Kind #private
    node := p.nodes[p.at]
    return kind_by_tag(text_of(p, node), node.style == .PLAIN, tag_of_node(p, node))
end

/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     p := Yaml.load("~")
///     p.at = 1
///     print("{}\n", Yaml.is_null(&p))                             // => true
///     p.destroy()
/// end
/// ```
is_null :: (p: Pointer{Parser}) -> Bool
    return p.nodes[p.at].kind == .SCALAR && kind_of_next(p) == .NULL
end

/// ```
/// Yaml :: #import "Yaml"
///
/// main :: ()
///     flag, error := Yaml.decode{Bool}("yes")
///     print("{} {}\n", flag, error)                               // => false 1:1: expected true or false
/// end
/// ```
read_yaml :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_bool(T)
    node := p.nodes[p.at]
    if node.kind != .SCALAR || kind_of_next(p) != .BOOLEAN
        return fail(p, "expected true or false")
    end
    x@ = T(is_true(text_of(p, node)))
    p.at += 1
    return true
end

read_yaml :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_integer(T)
    if p.nodes[p.at].kind != .SCALAR || kind_of_next(p) != .INTEGER
        return fail(p, "expected an integer")
    end
    magnitude, is_negative, ok := parse_integer(text_of(p, p.nodes[p.at]))
    value := ifx is_negative => wrap_neg(i128(magnitude)) else => i128(magnitude) end
    #if size_of(T) == 16
        x@ = T(value)
        if !ok || is_unsigned(T) && is_negative && magnitude > 0
            return fail(p, "the number does not fit")
        end
    #else
        x@ = T(value)
        if !ok || i128(x@) != value
            return fail(p, "the number does not fit")
        end
    #end
    p.at += 1
    return true
end

read_yaml :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_float(T)
    node := p.nodes[p.at]
    kind := ifx node.kind == .SCALAR => kind_of_next(p) else => Scalar_Kind.TEXT end
    if kind != .INTEGER && kind != .FLOAT
        return fail(p, "expected a number")
    end
    x@ = T(parse_number(text_of(p, node)))
    p.at += 1
    return true
end

/// The text in memory of its own, whatever it looks like: `1.20` stays as it is.
read_yaml :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_string(T)
    text, ok := read_scalar(p, "expected a text")
    if ok
        x@ = ifx text.length == 0 => T("") else => T(Strings.concat(text, "", location = p.made_for)) end
    end
    return ok
end

read_yaml :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_rune(T)
    start := p.at
    text, ok := read_scalar(p, "expected one rune")
    if !ok
        return false
    end
    if rune_count(text) != 1
        return fail_at(p, start, "expected one rune")
    end
    rune, _ := decode_rune(text.data, text.length)
    x@ = T(rune)
    return true
end

/// By the member's name.
read_yaml :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_enum(T)
    start := p.at
    text, ok := read_scalar(p, "expected the name of a member")
    if !ok
        return false
    end
    #for member in members(T)
        if enum_name(member) == text
            x@ = member
            return true
        end
    #end
    return fail_at(p, start, "no member has this name")
end

read_yaml :: {T}(p: Pointer{Parser}, x: Pointer{Maybe{T}}) -> Bool
    if is_null(p)
        x@ = none
        p.at += 1
        return true
    end
    value: T
    ok := read_yaml(p, &value)
    x@ = some(value)
    return ok
end

/// In memory of its own; null for null.
read_yaml :: {T}(p: Pointer{Parser}, x: Pointer{Pointer{T}}) -> Bool
    x@ = null
    if is_null(p)
        p.at += 1
        return true
    end
    x@ = new{T}(location = p.made_for)
    return read_yaml(p, x@)
end

// ---- Sequences ------------------------------------------------------------------------------------------------------------------------

read_yaml :: {T}(p: Pointer{Parser}, x: Pointer{List{T}}) -> Bool
    x@ = list{T}()
    if !enter(p, .SEQUENCE_START, "expected a sequence")
        return false
    end
    while more(p)
        x.append(T{}, location = p.made_for)
        if !read(p, &x.data[x.length - 1])
            return false
        end
    end
    return true
end

read_yaml :: {T}(p: Pointer{Parser}, x: Pointer{Slice{T}}) -> Bool
    elements := list{T}()
    ok := read_yaml(p, &elements)
    elements.shrink(location = p.made_for)
    x@ = elements.items()
    return ok
end

read_yaml :: {T, N: Int}(p: Pointer{Parser}, x: Pointer{Array{T, N}}) -> Bool
    start := p.at
    if !enter(p, .SEQUENCE_START, "expected a sequence")
        return false
    end
    count := 0
    while more(p)
        if count == N
            return fail(p, "the sequence has too many elements")
        end
        if !read(p, &x@[count])
            return false
        end
        count += 1
    end
    return count == N || fail_at(p, start, "the sequence has too few elements")
end

// ---- Mappings -------------------------------------------------------------------------------------------------------------------------

// Goes over the mappings that `<<` keys of the mapping at hand name, the one that counts least first, and calls for each. The mapping
// itself comes last, so its own entries win.
read_merged :: {T}(p: Pointer{Parser}, x: Pointer{T}, seen: Pointer{Reflect.Fields_Seen}) -> Bool #private
    start := p.at
    if !enter(p, .MAPPING_START, "expected a mapping")
        return false
    end
    if p.has_merges
        while p.nodes[p.at].kind != .MAPPING_END
            if is_merge(p, p.at)
                p.at += 1
                if !read_sources(p, x, seen)
                    return false
                end
            else
                skip(p)
                skip(p)
            end
        end
        p.at = start + 1
    end
    while more(p)
        if is_merge(p, p.at)
            p.at += 1
            skip(p)
        else if !read_entry(p, x, seen)
            return false
        end
    end
    return true
end

// What stands behind `<<`: a mapping, or a sequence of mappings of which the first counts most.
read_sources :: {T}(p: Pointer{Parser}, x: Pointer{T}, seen: Pointer{Reflect.Fields_Seen}) -> Bool #private
    node := p.nodes[p.at]
    if node.kind != .SEQUENCE_START
        return read_source(p, x, seen)
    end
    sources := list{Int}()
    defer sources.destroy()
    p.at += 1
    while p.nodes[p.at].kind != .SEQUENCE_END
        sources.append(p.at, location = p.made_for)
        skip(p)
    end
    while sources.length > 0
        p.at = sources.pop()
        if !read_source(p, x, seen)
            return false
        end
    end
    p.at = node.behind
    return true
end

read_source :: {T}(p: Pointer{Parser}, x: Pointer{T}, seen: Pointer{Reflect.Fields_Seen}) -> Bool #private
    if p.nodes[p.at].kind != .ALIAS
        return read_merged(p, x, seen)
    end
    back := p.at
    if !follow(p)
        return false
    end
    p.expanded += 1
    if p.expanded > p.expanded_max
        return fail(p, "aliases stand for too much")
    end
    ok := read_merged(p, x, seen)
    return come_back(p, back) && ok
end

read_yaml :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_struct(T)
    seen: Reflect.Fields_Seen
    return read_merged(p, x, &seen)
end

read_yaml :: {K, V}(p: Pointer{Parser}, x: Pointer{Ordered_Map{K, V}}) -> Bool
    x@ = ordered_map{K, V}()
    seen: Reflect.Fields_Seen
    return read_merged(p, x, &seen)
end

read_yaml :: {K, V}(p: Pointer{Parser}, x: Pointer{Map{K, V}}) -> Bool
    x@ = map{K, V}()
    seen: Reflect.Fields_Seen
    return read_merged(p, x, &seen)
end

// One key with its value, into the field of its name; keys that no field has are left out.
read_entry :: {T}(p: Pointer{Parser}, x: Pointer{T}, seen: Pointer{Reflect.Fields_Seen}) -> Bool where is_struct(T) #private
    key, ok := read_key(p)
    if !ok
        return false
    end
    #for f in fields(T)
        #if !Reflect.is_left_out("yaml", f.tag)
            if key == #run Reflect.name_in("yaml", f.name, f.tag)
                // what a merged mapping has put there
                if Reflect.note_field(seen, f.index)
                    Reflect.release_value(&field(x@, f))
                    make_default(&field(x@, f))
                end
                return read(p, &field(x@, f))
            end
        #end
    #end
    skip(p)
    return true
end

read_entry :: {K, V}(p: Pointer{Parser}, x: Pointer{Ordered_Map{K, V}}, _seen: Pointer{Reflect.Fields_Seen}) -> Bool #private
    key, ok := read_map_key{K}(p)
    if !ok
        return false
    end
    place := x.find(key)
    if place != null
        Reflect.release_value(place)
        make_default(place)
        return read(p, place)
    end
    value: V
    read_it := read(p, &value)
    x.insert(kept_key(p, key), value, location = p.made_for)
    return read_it
end

read_entry :: {K, V}(p: Pointer{Parser}, x: Pointer{Map{K, V}}, _seen: Pointer{Reflect.Fields_Seen}) -> Bool #private
    key, ok := read_map_key{K}(p)
    if !ok
        return false
    end
    place := x.find(key)
    if place != null
        Reflect.release_value(place)
        make_default(place)
        return read(p, place)
    end
    value: V
    read_it := read(p, &value)
    x.insert(kept_key(p, key), value, location = p.made_for)
    return read_it
end

read_map_key :: {K}(p: Pointer{Parser}) -> (K, Bool) #private
    start := p.at
    text, ok := read_key(p)
    if !ok
        return K{}, false
    end
    key, fits := Reflect.key_of{K}(text)
    if !fits
        fail_at(p, start, "this is no key of the map")
    end
    return key, fits
end

// The key in memory of its own.
kept_key :: {K}(p: Pointer{Parser}, key: K) -> K #private
    #if is_string(K)
        text := String(key)
        return ifx text.length == 0 => K("") else => K(Strings.concat(text, "", location = p.made_for)) end
    #else
        return key
    #end
end

// ---- Unions and documents ------------------------------------------------------------------------------------------------------------

/// A mapping with one key, the member's name; the name alone where that has no payload; or the payload with the name as its tag, `!round 2.5`.
read_yaml :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_union(T)
    start := p.at
    node := p.nodes[start]
    tag := tag_of_node(p, node)
    if tag.length > 1 && tag[0] == '!'
        return read_member(p, x, tag[1..], true)
    end
    if node.kind == .SCALAR
        p.at += 1
        return read_member(p, x, text_of(p, node), false) || fail_at(p, start, "no member without a value has this name")
    end
    if !enter(p, .MAPPING_START, "expected a member of the union")
        return false
    end
    if p.nodes[p.at].kind == .MAPPING_END
        return fail_at(p, start, "expected a member of the union")
    end
    key, ok := read_key(p)
    if !ok || !read_member(p, x, key, true)
        return ok && fail_at(p, start + 1, "no member with a value has this name")
    end
    return !more(p) || fail(p, "a union has one member at a time")
end

// Makes the member of this name the current one and reads its payload, if it has one; false also if none has the name.
read_member :: {T}(p: Pointer{Parser}, x: Pointer{T}, name: String, has_value: Bool) -> Bool #private
    #for f in fields(T)
        if name == f.name
            #if f.type == Void
                if has_value && !is_null(p)
                    return fail(p, "this member has no value")
                end
                p.at += Int(has_value)
                Reflect.set_member(x, f.index)
                return true
            #else
                if has_value
                    Reflect.set_member(x, f.index)
                    make_default(&field(x@, f))
                    return read(p, &field(x@, f))
                end
            #end
        end
    #end
    return has_value && fail(p, "no member has this name")
end

make_default :: {T}(x: Pointer{T}) #private
    x@ = T{}
end

/// A document.
read_yaml :: (p: Pointer{Parser}, x: Pointer{Json.Value}) -> Bool
    node := p.nodes[p.at]
    match node.kind
    case .SEQUENCE_START
        elements := list{Json.Value}()
        ok := read_yaml(p, &elements)
        x@ = Json.Value.array(elements)
        return ok
    case .MAPPING_START
        members := ordered_map{String, Json.Value}()
        ok := read_yaml(p, &members)
        x@ = Json.Value.object(members)
        return ok
    case .SCALAR
        read_document_scalar(p, node, x)
        p.at += 1
        return p.error == Json.Error.ok
    else
        return fail(p, "expected a value")
    end
end

read_document_scalar :: (p: Pointer{Parser}, node: Node, x: Pointer{Json.Value}) #private
    text := text_of(p, node)
    match kind_of_next(p)
    case .NULL    => x@ = Json.Value.nothing
    case .BOOLEAN => x@ = Json.Value.boolean(is_true(text))
    case .INTEGER
        magnitude, is_negative, ok := parse_integer(text)
        value := ifx is_negative => wrap_neg(i128(magnitude)) else => i128(magnitude) end
        fits := ok && i128(Int(value)) == value
        x@ = ifx fits => Json.Value.integer(Int(value)) else => Json.Value.float(parse_number(text)) end
    case .FLOAT   => x@ = Json.Value.float(parse_number(text))
    case .TEXT    => x@ = Json.Value.text(ifx text.length == 0 => "" else => Strings.concat(text, "", location = p.made_for) end)
    case .WRONG   => fail(p, "this is not what its tag says")
    end
end
