//! Strings: searching, cutting, reading numbers, making new ones.
//!
//! ```
//! for field in Strings.split("a, b, c", ",")
//!     print("{}\n", Strings.trim(field))
//! end
//! // => a
//! // => b
//! // => c
//! if n := Strings.parse_int("42")
//!     print("{}\n", n + 1)              // => 43
//! end
//! ```
//!
//! Positions and lengths count bytes. What gives a part of a string takes no memory; what gives a new string takes it from the current allocator,
//! and `delete` frees it. Letters are ASCII's here: module `Unicode` knows all others.

#import "List"
#import "Strings/Builder" #public
#import "Strings/Numbers" #public

// ---- Searching ------------------------------------------------------------------------------------------------------------

/// Whether a text begins so.
/// ```
/// Strings.starts_with("main.hb", "main")    // => true
/// ```
starts_with :: (text: String, prefix: String) -> Bool
    return text.length >= prefix.length && memory_compare(text.data, prefix.data, prefix.length) == 0
end

/// Whether a text ends so.
/// ```
/// Strings.ends_with("main.hb", ".hb")       // => true
/// ```
ends_with :: (text: String, suffix: String) -> Bool
    if text.length < suffix.length
        return false
    end
    return memory_compare(&text.data[text.length - suffix.length], suffix.data, suffix.length) == 0
end

/// The first position of `part` at or behind `from`, or -1.
/// ```
/// Strings.find("a-b-c", "-")                // => 1
/// Strings.find("a-b-c", "-", from = 2)      // => 3
/// Strings.find("a-b-c", "x")                // => -1
/// ```
find :: (text: String, part: String, from: Int = 0) -> Int
    // Separators are known, and mostly one byte: a program that has no others does without the search for longer texts.
    if part.length == 1
        return find_byte(text, part[0], from)
    end
    start := max(from, 0)
    if start > text.length
        return -1
    end
    at := hb_text_find(&text.data[start], text.length - start, part.data, part.length)
    return ifx at < 0 => -1 else => start + at end
end

/// The first position of a byte at or behind `from`, or -1.
/// ```
/// Strings.find_byte("a-b-c", '-', from = 2) // => 3
/// ```
find_byte :: (text: String, byte: u8, from: Int = 0) -> Int
    start := max(from, 0)
    if start > text.length
        return -1
    end
    at := hb_text_find_byte(&text.data[start], text.length - start, i32(byte))
    return ifx at < 0 => -1 else => start + at end
end

/// The last position of `part`, or -1.
/// ```
/// Strings.find_last("a-b-c", "-")           // => 3
/// ```
find_last :: (text: String, part: String) -> Int
    if part.length == 1
        return find_last_byte(text, part[0])
    end
    return hb_text_find_last(text.data, text.length, part.data, part.length)
end

/// The last position of a byte, or -1.
/// ```
/// Strings.find_last_byte("a-b-c", '-')      // => 3
/// ```
find_last_byte :: (text: String, byte: u8) -> Int
    return hb_text_find_last_byte(text.data, text.length, i32(byte))
end

/// The first position at or behind `from` of any of these bytes, or -1.
/// ```
/// Strings.find_any("key = value", "=:")     // => 4
/// ```
find_any :: (text: String, bytes: String, from: Int = 0) -> Int
    for i in max(from, 0)..<text.length
        if find_byte(bytes, text[i]) >= 0
            return i
        end
    end
    return -1
end

/// Whether `part` is found.
/// ```
/// Strings.contains("haystack", "st")        // => true
/// ```
contains :: (text: String, part: String) -> Bool => find(text, part) >= 0

/// Whether a byte is found.
/// ```
/// Strings.contains_byte("haystack", 'z')    // => false
/// ```
contains_byte :: (text: String, byte: u8) -> Bool => find_byte(text, byte) >= 0

/// How often `part` is found, from left to right and without overlaps. An empty part counts the places between the runes.
/// ```
/// Strings.count("banana", "an")             // => 2
/// ```
count :: (text: String, part: String) -> Int
    if part.length == 0
        return rune_count(text) + 1
    end
    result, at := 0, find(text, part)
    while at >= 0
        result += 1
        at = find(text, part, at + part.length)
    end
    return result
end

/// Equal when the case of ASCII's letters is not looked at.
/// ```
/// Strings.equal_ignoring_case("README", "ReadMe")     // => true
/// ```
equal_ignoring_case :: (a: String, b: String) -> Bool
    if a.length != b.length
        return false
    end
    for i in 0..<a.length
        if lower(a[i]) != lower(b[i])
            return false
        end
    end
    return true
end

/// What both begin with.
/// ```
/// Strings.common_prefix("interval", "internal")       // => "inter"
/// ```
common_prefix :: (a: String, b: String) -> String
    length := 0
    while length < min(a.length, b.length) && a[length] == b[length]
        length += 1
    end
    return a[..<length]
end

/// Whether all bytes are UTF-8. Strings may hold others; what goes over runes takes them for U+FFFD.
/// ```
/// Strings.is_valid_utf8("naïve")            // => true
/// Strings.is_valid_utf8("\xff")             // => false
/// ```
is_valid_utf8 :: (text: String) -> Bool => hb_text_valid_length(text.data, text.length) == text.length

// ---- Bytes --------------------------------------------------------------------------------------------------------------------

/// Whether a byte is a space, a tab or an end of a line.
/// ```
/// Strings.is_blank('\t')                    // => true
/// ```
is_blank :: (byte: u8) -> Bool => byte == ' ' || byte >= '\t' && byte <= '\r'

/// Whether a byte is one of `0` to `9`.
/// ```
/// Strings.is_digit('7')                     // => true
/// ```
is_digit :: (byte: u8) -> Bool => byte >= '0' && byte <= '9'

/// Whether a byte is one of `A` to `Z`.
/// ```
/// Strings.is_upper('a')                     // => false
/// ```
is_upper :: (byte: u8) -> Bool => byte >= 'A' && byte <= 'Z'

/// Whether a byte is one of `a` to `z`.
/// ```
/// Strings.is_lower('a')                     // => true
/// ```
is_lower :: (byte: u8) -> Bool => byte >= 'a' && byte <= 'z'

/// Whether a byte is a letter of ASCII.
/// ```
/// Strings.is_letter('_')                    // => false
/// ```
is_letter :: (byte: u8) -> Bool => is_upper(byte) || is_lower(byte)

/// Whether a byte is a letter or a digit of ASCII.
/// ```
/// Strings.is_letter_or_digit('7')           // => true
/// ```
is_letter_or_digit :: (byte: u8) -> Bool => is_letter(byte) || is_digit(byte)

/// Whether a byte is a hexadecimal digit.
/// ```
/// Strings.is_hex_digit('f')                 // => true
/// ```
is_hex_digit :: (byte: u8) -> Bool => is_digit(byte) || byte >= 'a' && byte <= 'f' || byte >= 'A' && byte <= 'F'

/// A capital letter as a small one, anything else as it is.
/// ```
/// Rune(Strings.lower('A'))                  // => 'a'
/// ```
lower :: (byte: u8) -> u8 => ifx is_upper(byte) => byte + 32 else => byte end

/// A small letter as a capital one, anything else as it is.
/// ```
/// Rune(Strings.upper('a'))                  // => 'A'
/// ```
upper :: (byte: u8) -> u8 => ifx is_lower(byte) => byte - 32 else => byte end

// ---- Cutting --------------------------------------------------------------------------------------------------------------------

/// Without blanks at both ends.
/// ```
/// Strings.trim("  a b\n")                   // => "a b"
/// ```
trim :: (text: String) -> String => trim_left(trim_right(text))

/// Without blanks in front.
/// ```
/// Strings.trim_left("  a ")                 // => "a "
/// ```
trim_left :: (text: String) -> String
    first := 0
    while first < text.length && is_blank(text[first])
        first += 1
    end
    return text[first..]
end

/// Without blanks at the end.
/// ```
/// Strings.trim_right("  a ")                // => "  a"
/// ```
trim_right :: (text: String) -> String
    length := text.length
    while length > 0 && is_blank(text[length - 1])
        length -= 1
    end
    return text[..<length]
end

/// Without any of these bytes at both ends.
/// ```
/// Strings.trim_bytes("(a)", "()")           // => "a"
/// ```
trim_bytes :: (text: String, bytes: String) -> String
    first, length := 0, text.length
    while first < length && contains_byte(bytes, text[first])
        first += 1
    end
    while length > first && contains_byte(bytes, text[length - 1])
        length -= 1
    end
    return text[first..<length]
end

/// Without the prefix, if it has it.
/// ```
/// Strings.trim_prefix("--force", "--")      // => "force"
/// Strings.trim_prefix("force", "--")        // => "force"
/// ```
trim_prefix :: (text: String, prefix: String) -> String
    return ifx starts_with(text, prefix) => text[prefix.length..] else => text end
end

/// Without the suffix, if it has it.
/// ```
/// Strings.trim_suffix("main.hb", ".hb")     // => "main"
/// ```
trim_suffix :: (text: String, suffix: String) -> String
    return ifx ends_with(text, suffix) => text[..<text.length - suffix.length] else => text end
end

/// What stands before the first separator and behind it; all of it, nothing and false if there is none: `if key, value := cut(line, "=")`.
/// ```
/// if key, value := Strings.cut("name=Ada", "=")
///     print("{} {}\n", key, value)          // => name Ada
/// end
/// ```
cut :: (text: String, separator: String) -> (before: String, after: String, found: Bool)
    at := find(text, separator)
    if at < 0
        return text, "", false
    end
    return text[..<at], text[at + separator.length..], true
end

/// The parts between separators, for `for`. An empty separator gives the runes.
/// ```
/// for part in Strings.split("a,,b", ",")
///     print("[{}]\n", part)
/// end
/// // => [a]
/// // => []
/// // => [b]
/// ```
split :: (text: String, separator: String) -> Split => Split{text, separator, 0, false}

Split :: struct
    rest: String
    separator: String
    count: Int
    is_done: Bool
end

/// The next part of a walk; the last value says whether there is one.
/// ```
/// words := Strings.fields("two words")
/// while word := words.next()
///     print("{}\n", word)
/// end
/// // => two
/// // => words
/// ```
next :: (it: Pointer{Split}) -> (String, Bool)
    if it.is_done
        return "", false
    end
    if it.separator.length == 0
        return next_rune_text(it)
    end
    it.count += 1
    at := find(it.rest, it.separator)
    if at < 0
        it.is_done = true
        return it.rest, true
    end
    part := it.rest[..<at]
    it.rest = it.rest[at + it.separator.length..]
    return part, true
end

next_rune_text :: (it: Pointer{Split}) -> (String, Bool) #private
    if it.rest.length == 0
        it.is_done = true
        return "", false
    end
    _, width := decode_rune(it.rest.data, it.rest.length)
    part := it.rest[..<width]
    it.rest = it.rest[width..]
    return part, true
end

/// The lines, without their ends, which are `\n` or `\r\n`, for `for`. An end behind the last line makes no further one.
/// ```
/// for line, i in Strings.lines("one\r\ntwo\n")
///     print("{} {}\n", i, line)
/// end
/// // => 0 one
/// // => 1 two
/// ```
lines :: (text: String) -> Lines => Lines{text}

Lines :: struct
    rest: String
end

next :: (it: Pointer{Lines}) -> (String, Bool)
    if it.rest.length == 0
        return "", false
    end
    at := find_byte(it.rest, '\n')
    line := ifx at < 0 => it.rest else => it.rest[..<at] end
    it.rest = ifx at < 0 => "" else => it.rest[at + 1..] end
    return ifx at >= 0 => trim_suffix(line, "\r") else => line end, true
end

/// The words between blanks, for `for`.
/// ```
/// for word in Strings.fields("  two   words ")
///     print("{}\n", word)
/// end
/// // => two
/// // => words
/// ```
fields :: (text: String) -> Fields => Fields{text}

Fields :: struct
    rest: String
end

next :: (it: Pointer{Fields}) -> (String, Bool)
    rest := trim_left(it.rest)
    length := 0
    while length < rest.length && !is_blank(rest[length])
        length += 1
    end
    it.rest = rest[length..]
    return rest[..<length], length > 0
end

/// All parts between separators.
/// ```
/// parts := Strings.split_list("a,b,c", ",")
/// parts.length                              // => 3
/// parts[1]                                  // => "b"
/// Strings.split_list("a,b", ",").items()    // => ["a", "b"]
/// ```
split_list :: (text: String, separator: String, location: Pointer{Source_Location} = #caller-location) -> List{String}
    result := list{String}()
    for part in split(text, separator)
        result.append(part, location = location)
    end
    return result
end

/// All lines.
/// ```
/// Strings.line_list("one\ntwo")             // => ["one", "two"]
/// ```
line_list :: (text: String, location: Pointer{Source_Location} = #caller-location) -> List{String}
    result := list{String}()
    for line in lines(text)
        result.append(line, location = location)
    end
    return result
end

/// All words between blanks.
/// ```
/// Strings.field_list(" two  words ")        // => ["two", "words"]
/// ```
field_list :: (text: String, location: Pointer{Source_Location} = #caller-location) -> List{String}
    result := list{String}()
    for field in fields(text)
        result.append(field, location = location)
    end
    return result
end

// ---- New strings ----------------------------------------------------------------------------------------------------------------------

/// The same bytes in memory of their own.
/// ```
/// text := Strings.copy("abc")
/// defer delete(text)
/// ```
copy :: (text: String, location: Pointer{Source_Location} = #caller-location) -> String => concat(text, "", location = location)

/// Both one behind the other, in memory of their own.
/// ```
/// Strings.concat("ab", "c")                 // => "abc"
/// ```
concat :: (a: String, b: String, location: Pointer{Source_Location} = #caller-location) -> String
    data := Pointer{u8}(allocate(a.length + b.length, 1, location = location))
    memory_copy(data, a.data, a.length)
    memory_copy(&data[a.length], b.data, b.length)
    return String{data = data, length = a.length + b.length}
end

/// All parts, with the separator in between.
/// ```
/// Strings.join({"a", "b", "c"}, ", ")       // => "a, b, c"
/// ```
join :: (parts: Slice{String}, separator: String, location: Pointer{Source_Location} = #caller-location) -> String
    length := separator.length * max(parts.length - 1, 0)
    for part in parts
        length += part.length
    end
    data := Pointer{u8}(allocate(length, 1, location = location))
    at := 0
    for part, i in parts
        if i > 0
            memory_copy(&data[at], separator.data, separator.length)
            at += separator.length
        end
        memory_copy(&data[at], part.data, part.length)
        at += part.length
    end
    return String{data = data, length = length}
end

join :: (parts: Pointer{List{String}}, separator: String, location: Pointer{Source_Location} = #caller-location) -> String => join(items(parts), separator, location = location)

/// The text so many times.
/// ```
/// Strings.repeat("ab", 3)                   // => "ababab"
/// ```
repeat :: (text: String, count: Int, location: Pointer{Source_Location} = #caller-location) -> String
    times := max(count, 0)
    if text.length > 0 && times > 0x7fff_ffff_ffff_ffff / text.length
        panic_text("impossible length of a string", location@)
    end
    data := Pointer{u8}(allocate(text.length * times, 1, location = location))
    for i in 0..<times
        memory_copy(&data[i * text.length], text.data, text.length)
    end
    return String{data = data, length = text.length * times}
end

/// With `new_part` for the first `limit` places where `part` is found; for all of them if it is negative.
/// ```
/// Strings.replace("a-b-c", "-", "+")        // => "a+b+c"
/// Strings.replace("a-b-c", "-", "", limit = 1)        // => "ab-c"
/// ```
replace :: (text: String, part: String, new_part: String, limit: Int = -1, location: Pointer{Source_Location} = #caller-location) -> String
    b := builder(location = location)
    rest := text
    done := 0
    while part.length > 0 && done != limit
        at := find(rest, part)
        if at < 0
            break
        end
        append(&b, rest[..<at])
        append(&b, new_part)
        rest = rest[at + part.length..]
        done += 1
    end
    append(&b, rest)
    return take(&b)
end

/// The runes in the opposite order.
/// ```
/// Strings.reverse_runes("naïve")            // => "evïan"
/// ```
reverse_runes :: (text: String, location: Pointer{Source_Location} = #caller-location) -> String
    data := Pointer{u8}(allocate(text.length, 1, location = location))
    at := 0
    while at < text.length
        _, width := decode_rune(&text.data[at], text.length - at)
        memory_copy(&data[text.length - at - width], &text.data[at], width)
        at += width
    end
    return String{data = data, length = text.length}
end

/// With capitals for small letters; ASCII's only.
/// ```
/// Strings.to_upper("abc")                   // => "ABC"
/// ```
to_upper :: (text: String, location: Pointer{Source_Location} = #caller-location) -> String
    result := copy(text, location = location)
    for i in 0..<result.length
        result.data[i] = upper(result.data[i])
    end
    return result
end

/// With small letters for capitals; ASCII's only.
/// ```
/// Strings.to_lower("ABC")                   // => "abc"
/// ```
to_lower :: (text: String, location: Pointer{Source_Location} = #caller-location) -> String
    result := copy(text, location = location)
    for i in 0..<result.length
        result.data[i] = lower(result.data[i])
    end
    return result
end

/// The first letter as a capital, the others small.
/// ```
/// Strings.capitalize("hELLO")               // => "Hello"
/// ```
capitalize :: (text: String, location: Pointer{Source_Location} = #caller-location) -> String
    result := to_lower(text, location = location)
    if result.length > 0
        result.data[0] = upper(result.data[0])
    end
    return result
end

/// Filled up in front to so many runes.
/// ```
/// Strings.pad_left("42", 5)                 // => "   42"
/// Strings.pad_left("42", 5, '0')            // => "00042"
/// ```
pad_left :: (text: String, width: Int, fill: Rune = ' ', location: Pointer{Source_Location} = #caller-location) -> String
    b := builder(location = location)
    pad(&b, max(width, 0) - rune_count(text), text.length, fill)
    append(&b, text)
    return take(&b)
end

/// Filled up behind to so many runes.
/// ```
/// Strings.pad_right("ab", 4, '.')           // => "ab.."
/// ```
pad_right :: (text: String, width: Int, fill: Rune = ' ', location: Pointer{Source_Location} = #caller-location) -> String
    b := builder(location = location)
    append(&b, text)
    pad(&b, max(width, 0) - rune_count(text), 0, fill)
    return take(&b)
end

// Room for all of it is asked for at once: more than there is ends soon.
pad :: (b: Pointer{Builder}, count: Int, more: Int, fill: Rune) #private
    room: Array{u8, 4} = uninit
    size := encode_rune(&room[0], fill)
    if count > (0x7fff_ffff_ffff_ffff - more) / size - b.length
        panic_text("impossible length of a text", b.made_for@)
    end
    if count > 0
        reserve(b, count * size + more)
    end
    for _ in 0..<count
        append(b, String{data = &room[0], length = size})
    end
end

/// All runes, each decoded once.
/// ```
/// Strings.runes("né")                       // => ['n', 'é']
/// ```
runes :: (text: String, location: Pointer{Source_Location} = #caller-location) -> List{Rune}
    result := list{Rune}()
    for rune in text
        result.append(rune, location = location)
    end
    return result
end

/// The bytes as a slice; they are not copied.
/// ```
/// Strings.bytes("ab")                       // => [97, 98]
/// ```
bytes :: (text: String) -> Slice{u8} => text.data[0..<text.length]

/// Bytes as a string; they are not copied.
/// ```
/// Strings.from_bytes({97, 98})              // => "ab"
/// ```
from_bytes :: (data: Slice{u8}) -> String => String{data = data.data, length = data.length}

// ---- The runtime ----------------------------------------------------------------------------------------------------------------------------

hb_text_find :: (text: Pointer{u8}, length: Int, part: Pointer{u8}, part_length: Int) -> Int #foreign #private
hb_text_find_last :: (text: Pointer{u8}, length: Int, part: Pointer{u8}, part_length: Int) -> Int #foreign #private
hb_text_find_byte :: (text: Pointer{u8}, length: Int, byte: i32) -> Int #foreign #private
hb_text_find_last_byte :: (text: Pointer{u8}, length: Int, byte: i32) -> Int #foreign #private
hb_text_valid_length :: (text: Pointer{u8}, length: Int) -> Int #foreign #private
