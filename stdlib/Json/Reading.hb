//! Values of any type from JSON: `read_json` for each kind of type.

Reflect :: #import "Reflect"
Strings :: #import "Strings"
Json :: #import "Json"
Scalars :: #import "Yaml/Scalars"
#import "Plain"
#import "Window" (Window, length_of_cut_rune, refill, take_in_number, take_in_word)
#import "List"
#import "Map"
#import "Ordered_Map"

/// Where in a text reading is.
Parser :: struct
    text: String                        // of a file's text the part that is at hand
    at: Int                             // in `text`
    depth: Int
    error: Json.Error
    made_for: Pointer{Source_Location}  // whom to name where there is no memory
    window: Pointer{Window}             // where the text comes from a file
end

/// Notes what is wrong at this place, unless something was wrong before; gives false.
///
/// ```
/// Json :: #import "Json"
/// Strings :: #import "Strings"
///
/// Celsius :: struct
///     degrees: f64
/// end
///
/// read_json :: (p: Pointer{Json.Parser}, x: Pointer{Celsius}) -> Bool
///     text: String
///     if !Json.read_text(p, &text)
///         return false
///     end
///     defer delete(text)
///     x.degrees = Strings.parse_float(Strings.trim_suffix(text, "°")) or_else 0.0
///     return Strings.ends_with(text, "°") || Json.fail(p, "expected a temperature")
/// end
///
/// main :: ()
///     days, _ := Json.decode{Array{Celsius, 2}}("[\"12.5°\", \"-3°\"]")
///     print("{} {}\n", days[0].degrees, days[1].degrees)      // => 12.5 -3.0
///     _, error := Json.decode{Celsius}("\"warm\"")
///     print("{}\n", error)                                    // => 1:7: expected a temperature
/// end
/// ```
fail :: (p: Pointer{Parser}, message: String) -> Bool
    if p.error == Json.Error.ok
        line, start := 1, 0
        for i in 0..<min(p.at, p.text.length)
            if p.text[i] == '\n'
                line += 1
                start = i + 1
            end
        end
        column := p.at - start + 1
        if p.window != null
            column += ifx line == 1 => p.window.column else => 0 end
            line += p.window.lines
        end
        p.error = Json.Error.wrong(Json.Mistake{message, line, column})
    end
    return false
end

/// Notes a mistake if something follows.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     p := Json.Parser{text = "1 2"}
///     n: Int
///     Json.read_json(&p, &n)
///     Json.finish(&p)
///     print("{}\n", p.error)                                  // => 1:3: text behind the value
/// end
/// ```
finish :: (p: Pointer{Parser})
    if peek(p) != 0 || p.at < p.text.length
        fail(p, "text behind the value")
    end
end

/// The next byte that is no blank, or 0 at the end.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     p := Json.Parser{text = "  [1]"}
///     print("{} {}\n", Json.peek(&p) == '[', p.at)             // => true 2
/// end
/// ```
peek :: (p: Pointer{Parser}) -> u8
    while p.at < p.text.length
        byte := p.text[p.at]
        if byte != ' ' && byte != '\n' && byte != '\t' && byte != '\r'
            return byte
        end
        p.at += 1
    end
    return peek_further(p)
end

// Where the text at hand ends.
peek_further :: (p: Pointer{Parser}) -> u8 #private #cold #no-inline
    while refill(p)
        while p.at < p.text.length
            byte := p.text[p.at]
            if byte != ' ' && byte != '\n' && byte != '\t' && byte != '\r'
                return byte
            end
            p.at += 1
        end
    end
    return 0
end

/// Takes a byte if it is the next one.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     p := Json.Parser{text = " : 1"}
///     print("{} {}\n", Json.take(&p, ':'), p.at)               // => true 2
/// end
/// ```
take :: (p: Pointer{Parser}, byte: u8) -> Bool
    if peek(p) != byte
        return false
    end
    p.at += 1
    return true
end

/// Takes a word if it is what comes next.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     p := Json.Parser{text = "nullnull"}
///     print("{} {}\n", Json.take_word(&p, "null"), p.at)       // => true 4
/// end
/// ```
take_word :: (p: Pointer{Parser}, word: String) -> Bool
    if !Strings.starts_with(p.text[p.at..], word) && !take_in_word(p, word)
        return false
    end
    p.at += word.length
    return true
end

/// Takes the text of a number, as JSON wants it; an empty one where there is none.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     p := Json.Parser{text = "-1.5e3, 2"}
///     digits, is_integer := Json.number_text(&p)
///     print("{} {}\n", digits, is_integer)                     // => -1.5e3 false
/// end
/// ```
number_text :: (p: Pointer{Parser}) -> (text: String, is_integer: Bool)
    first := peek(p)
    if p.window != null && !take_in_number(p)
        return "", false
    end
    start := p.at
    p.at += Int(first == '-')
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
    if p.at >= p.text.length && !refill(p) || p.text[p.at] != byte
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

/// ```
/// Json :: #import "Json"
/// Strings :: #import "Strings"
///
/// Celsius :: struct
///     degrees: f64
/// end
///
/// read_json :: (p: Pointer{Json.Parser}, x: Pointer{Celsius}) -> Bool
///     text: String
///     if !Json.read_text(p, &text)
///         return false
///     end
///     defer delete(text)
///     x.degrees = Strings.parse_float(Strings.trim_suffix(text, "°")) or_else 0.0
///     return Strings.ends_with(text, "°") || Json.fail(p, "expected a temperature")
/// end
///
/// main :: ()
///     days, _ := Json.decode{Array{Celsius, 2}}("[\"12.5°\", \"-3°\"]")
///     print("{} {}\n", days[0].degrees, days[1].degrees)      // => 12.5 -3.0
///     _, error := Json.decode{Celsius}("\"warm\"")
///     print("{}\n", error)                                    // => 1:7: expected a temperature
/// end
/// ```
read_json :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_integer(T)
    digits, is_integer := number_text(p)
    if digits.length == 0
        return false
    end
    if !is_integer
        p.at -= digits.length
        return fail(p, "expected an integer")
    end
    #if size_of(T) > 8
        magnitude, is_negative, fits := Scalars.parse_integer(digits)
        x@ = T(ifx is_negative => wrap_neg(i128(magnitude)) else => i128(magnitude) end)
        if fits && (is_signed(T) || !is_negative || magnitude == 0)
            return true
        end
    #else
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
    #end
    p.at -= digits.length
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
    if x@ - x@ != T(0)
        p.at -= digits.length
        return fail(p, "the number does not fit")
    end
    return true
end

read_json :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_bool(T)
    peek(p)
    if take_word(p, "true")
        x@ = T(true)
        return true
    end
    x@ = T(false)
    return take_word(p, "false") || fail(p, "expected true or false")
end

/// The text in memory of its own.
read_json :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_string(T)
    text: String
    ok := read_text(p, &text)
    x@ = T(text)
    return ok
end

/// Takes a text in quotes, into memory of its own.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     p := Json.Parser{text = "\"a\\u00e4\""}
///     text: String
///     print("{} ", Json.read_text(&p, &text))
///     print("{}\n", text)
///     // => true aä
///     delete(text)
/// end
/// ```
read_text :: (p: Pointer{Parser}, x: Pointer{String}) -> Bool
    if !take(p, '"')
        return fail(p, "expected a string")
    end
    end_, is_ascii := plain_end(p.text, p.at)
    if end_ < p.text.length && p.text[end_] == '"'
        part := p.text[p.at..<end_]
        if !is_ascii && !check_utf8(p, part)
            return false
        end
        p.at = end_ + 1
        x@ = ifx part.length == 0 => "" else => Strings.concat(part, "", location = p.made_for) end
        return true
    end
    b := Strings.builder(location = p.made_for)
    if !read_parts(p, &b, end_, is_ascii)
        b.destroy()
        return false
    end
    x@ = b.take()
    return true
end

check_utf8 :: (p: Pointer{Parser}, part: String) -> Bool #private
    length := hb_text_valid_length(part.data, part.length)
    if length == part.length
        return true
    end
    p.at += length
    return fail(p, "this is not UTF-8")
end

// A string from here to the quote at its end, of which the first part without an escape ends at `first_end`; nobody wants it where there is no builder.
read_parts :: (p: Pointer{Parser}, b: Pointer{Strings.Builder}, first_end: Int, first_is_ascii: Bool) -> Bool #private
    end_, is_ascii := first_end, first_is_ascii
    while true
        part := p.text[p.at..<end_]
        if !is_ascii && end_ == p.text.length && p.window != null
            part = part[..<part.length - length_of_cut_rune(part)]
        end
        if !is_ascii && !check_utf8(p, part)
            return false
        end
        if b != null
            b.append(part)
        end
        p.at += part.length
        if p.at < p.text.length && p.at == end_
            byte := p.text[p.at]
            if byte < ' '
                return fail(p, "a control character in a string")
            end
            p.at += 1
            if byte == '"'
                return true
            end
            if !read_escape(p, b)
                return false
            end
        else if !refill(p)
            // what is left of a rune that the text's end has cut
            return check_utf8(p, p.text[p.at..]) && fail(p, "a string does not end")
        end
        end_, is_ascii = plain_end(p.text, p.at)
    end
end

read_escape :: (p: Pointer{Parser}, b: Pointer{Strings.Builder}) -> Bool #private
    if p.at >= p.text.length && !refill(p)
        return fail(p, "a string does not end")
    end
    byte := p.text[p.at]
    p.at += 1
    match byte
    case '"', '\\', '/' => add_byte(b, byte)
    case 'n' => add_byte(b, '\n')
    case 't' => add_byte(b, '\t')
    case 'r' => add_byte(b, '\r')
    case 'b' => add_byte(b, 8)
    case 'f' => add_byte(b, 12)
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
        if b != null
            Strings.append_rune(b, Rune(code))
        end
    else
        p.at -= 1
        return fail(p, "no such escape")
    end
    return true
end

add_byte :: (b: Pointer{Strings.Builder}, byte: u8) #private
    if b != null
        b.append(byte)
    end
end

read_code :: (p: Pointer{Parser}) -> Int #private
    while p.at + 4 > p.text.length
        if !refill(p)
            return -1
        end
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

read_json :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_rune(T)
    s: String
    if !read_text(p, &s)
        return false
    end
    for rune, offset in s
        if offset == 0
            x@ = T(rune)
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
    if !read_text(p, &s)
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
    ok := read_json(p, &value)
    x@ = some(value)
    return ok
end

/// In memory of its own; null for null.
read_json :: {T}(p: Pointer{Parser}, x: Pointer{Pointer{T}}) -> Bool
    x@ = null
    if peek(p) == 'n' && take_word(p, "null")
        return true
    end
    x@ = new{T}(location = p.made_for)
    return read_json(p, x@)
end

read_json :: {T}(p: Pointer{Parser}, x: Pointer{List{T}}) -> Bool
    if !enter(p, '[', "expected an array")
        return false
    end
    x@ = list{T}()
    while more(p, ']', x.length == 0)
        x.append(T{}, location = p.made_for)
        if !read_json(p, &x.data[x.length - 1])
            return false
        end
    end
    return leave(p)
end

read_json :: {T}(p: Pointer{Parser}, x: Pointer{Slice{T}}) -> Bool
    elements := list{T}()
    ok := read_json(p, &elements)
    elements.shrink(location = p.made_for)
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
read_json :: {K, V}(p: Pointer{Parser}, x: Pointer{Ordered_Map{K, V}}) -> Bool
    x@ = ordered_map{K, V}()
    return read_members{K}(p, x)
end

read_json :: {K, V}(p: Pointer{Parser}, x: Pointer{Map{K, V}}) -> Bool
    x@ = map{K, V}()
    return read_members{K}(p, x)
end

read_members :: {K, M}(p: Pointer{Parser}, x: Pointer{M}) -> Bool #private
    if !enter(p, '{', "expected an object")
        return false
    end
    is_first := true
    while more(p, '}', is_first)
        is_first = false
        key, ok := read_map_key{K}(p)
        if !ok
            return false
        end
        before := x.length
        place := x.entry(key, location = p.made_for)
        if x.length == before
            Reflect.release_value(&key)
            Reflect.release_value(place)
            make_default(place)
        end
        if !read_json(p, place)
            return false
        end
    end
    return leave(p)
end

read_map_key :: {K}(p: Pointer{Parser}) -> (K, Bool) #private
    start := p.at
    text: String
    if !read_key(p, &text)
        return K{}, false
    end
    #if is_string(K)
        _ = start
        return K(text), true
    #else
        key, fits := Reflect.key_of{K}(text)
        Reflect.release_value(&text)
        if !fits
            p.at = start
            peek(p)
            fail(p, "this is no key of the map")
        end
        return key, fits
    #end
end

/// Members that the type does not have are ignored; of members with one name the last counts.
read_json :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_struct(T)
    if !enter(p, '{', "expected an object")
        return false
    end
    is_first := true
    seen: Reflect.Fields_Seen
    while more(p, '}', is_first)
        is_first = false
        key: String
        if !read_key(p, &key)
            return false
        end
        is_known, ok := false, true
        #for f in fields(T)
            #if !Reflect.is_left_out("json", f.tag)
                if !is_known && key == #run Reflect.name_in("json", f.name, f.tag)
                    is_known = true
                    if Reflect.note_field(&seen, f.index)
                        Reflect.release_value(&field(x@, f))
                        make_default(&field(x@, f))
                    end
                    ok = read_json(p, &field(x@, f))
                end
            #end
        #end
        Reflect.release_value(&key)
        if !is_known
            ok = skip(p)
        end
        if !ok
            return false
        end
    end
    return leave(p)
end

/// An object with one member, the current one; the name alone where that has no payload.
read_json :: {T}(p: Pointer{Parser}, x: Pointer{T}) -> Bool where is_union(T)
    key: String
    is_bare := peek(p) == '"'
    if is_bare
        if !read_text(p, &key)
            return false
        end
    else if !enter(p, '{', "expected a member of the union") || !more(p, '}', true) || !read_key(p, &key)
        return fail(p, "expected a member of the union")
    end
    found, ok := false, true
    #for f in fields(T)
        if key == f.name
            #if f.type == Void
                if is_bare
                    found = true
                    Reflect.set_member(x, f.index)
                end
            #else
                if !is_bare
                    found = true
                    Reflect.set_member(x, f.index)
                    make_default(&field(x@, f))
                    ok = read_json(p, &field(x@, f))
                end
            #end
        end
    #end
    Reflect.release_value(&key)
    if !found
        return fail(p, "no member has this name")
    end
    return ok && (is_bare || take(p, '}') && leave(p) || fail(p, "expected `}`"))
end

make_default :: {T}(x: Pointer{T}) #private
    x@ = T{}
end

/// Begins an array or object: takes its bracket.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     p := Json.Parser{text = "[3, 4]"}
///     sum, n := 0, 0
///     Json.enter(&p, '[', "expected an array")
///     while Json.more(&p, ']', n == 0)
///         Json.read_json(&p, &n)
///         sum += n
///     end
///     print("{}\n", sum)                                      // => 7
/// end
/// ```
enter :: (p: Pointer{Parser}, bracket: u8, message: String) -> Bool
    if !take(p, bracket)
        return fail(p, message)
    end
    p.depth += 1
    return p.depth <= Json.DEPTH_MAX || fail(p, "nested too deeply")
end

leave :: (p: Pointer{Parser}) -> Bool #private
    p.depth -= 1
    return p.error == Json.Error.ok
end

/// Whether another element comes; takes the comma before it, or the closing bracket.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     p := Json.Parser{text = "3, 4]"}
///     n := 0
///     while Json.more(&p, ']', n == 0)
///         Json.read_json(&p, &n)
///         print("{} ", n)
///     end
///     print("{}\n", p.error)
///     // => 3 4 ok
/// end
/// ```
more :: (p: Pointer{Parser}, bracket: u8, is_first: Bool) -> Bool
    if take(p, bracket)
        return false
    end
    if !is_first && !take(p, ',')
        return fail(p, ifx bracket == ']' => "expected `,` or `]`" else => "expected `,` or `}`" end)
    end
    return true
end

/// Takes the name of a member, into memory of its own, and the colon behind it.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     p := Json.Parser{text = "\"a\": 1"}
///     key: String
///     if Json.read_key(&p, &key)
///         print("{} {}\n", key, p.at)                          // => a 4
///         delete(key)
///     end
/// end
/// ```
read_key :: (p: Pointer{Parser}, key: Pointer{String}) -> Bool
    if peek(p) != '"'
        return fail(p, "expected the name of a member")
    end
    if !read_text(p, key)
        return false
    end
    if !take(p, ':')
        Reflect.release_value(key)
        return fail(p, "expected `:`")
    end
    return true
end

/// Takes a value that nobody wants.
///
/// ```
/// Json :: #import "Json"
///
/// main :: ()
///     p := Json.Parser{text = "[1, {\"a\": []}] 2"}
///     print("{} {}\n", Json.skip(&p), p.at)                    // => true 14
/// end
/// ```
skip :: (p: Pointer{Parser}) -> Bool
    match peek(p)
    case '{', '['
        is_object := p.text[p.at] == '{'
        close := ifx is_object => u8('}') else => u8(']') end
        if !enter(p, p.text[p.at], "")
            return false
        end
        is_first := true
        while more(p, close, is_first)
            is_first = false
            if is_object && !skip_key(p) || !skip(p)
                return false
            end
        end
        return leave(p)
    case '"' => return skip_text(p)
    case '-', '0'..='9'
        digits, _ := number_text(p)
        return digits.length > 0
    else
        return take_word(p, "null") || take_word(p, "true") || take_word(p, "false") || fail(p, no_value(p))
    end
end

skip_key :: (p: Pointer{Parser}) -> Bool #private
    if peek(p) != '"'
        return fail(p, "expected the name of a member")
    end
    return skip_text(p) && (take(p, ':') || fail(p, "expected `:`"))
end

// A text at whose quote the parser is; it is checked and kept nowhere.
skip_text :: (p: Pointer{Parser}) -> Bool #private
    p.at += 1
    end_, is_ascii := plain_end(p.text, p.at)
    return read_parts(p, null, end_, is_ascii)
end

/// What is wrong where no value begins.
no_value :: (p: Pointer{Parser}) -> String #private
    return ifx p.at >= p.text.length => "the text ends before the value" else => "no value begins so" end
end

hb_text_valid_length :: (text: Pointer{u8}, length: Int) -> Int #foreign #private
