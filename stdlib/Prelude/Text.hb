//! A part of the Prelude: UTF-8 between bytes and runes. What is done with strings as a whole is in module `Strings`.

/// The first rune of some UTF-8 and its length in bytes; U+FFFD and 1 where it is invalid. There is at least one byte.
/// ```
/// text := "né"
/// rune, width := decode_rune(&text.data[1], 2)
/// rune                                      // => 'é'
/// width                                     // => 2
/// ```
decode_rune :: (data: Pointer{u8}, left: Int) -> (Rune, Int)
    first := u32(data[0])
    if first < 0x80
        return bit_cast{Rune}(first), 1
    end
    return decode_long_rune(data, left, first)
end

decode_long_rune :: (data: Pointer{u8}, left: Int, first: u32) -> (Rune, Int) #private #no-inline
    if first >= 0xc2 && first < 0xe0 && left >= 2 && is_continuation(data[1])
        return bit_cast{Rune}((first & 0x1f) << 6 | continuation(data[1])), 2
    end
    if first >= 0xe0 && first < 0xf0 && left >= 3 && is_continuation(data[1]) && is_continuation(data[2])
        value := ((first & 0x0f) << 12) | (continuation(data[1]) << 6) | continuation(data[2])
        if value >= 0x800 && (value < 0xd800 || value > 0xdfff)
            return bit_cast{Rune}(value), 3
        end
    end
    if first >= 0xf0 && first < 0xf5 && left >= 4 && is_continuation(data[1]) && is_continuation(data[2]) && is_continuation(data[3])
        value := ((first & 0x07) << 18) | (continuation(data[1]) << 12) | (continuation(data[2]) << 6) | continuation(data[3])
        if value >= 0x10000 && value <= 0x10ffff
            return bit_cast{Rune}(value), 4
        end
    end
    return '\u{FFFD}', 1
end

is_continuation :: (byte: u8) -> Bool #private
    return byte >= 0x80 && byte < 0xc0
end

continuation :: (byte: u8) -> u32 #private
    return u32(byte) & 0x3f
end

/// Writes a rune as UTF-8, at most 4 bytes; gives their count.
/// ```
/// bytes: Array{u8, 4}
/// encode_rune(&bytes[0], 'é')               // => 2
/// ```
encode_rune :: (to: Pointer{u8}, rune: Rune) -> Int
    value := bit_cast{u32}(rune)
    if value < 0x80
        to[0] = u8(value)
        return 1
    end
    if value < 0x800
        to[0] = u8(0xc0 | (value >> 6))
        to[1] = u8(0x80 | (value & 0x3f))
        return 2
    end
    if value < 0x10000
        to[0] = u8(0xe0 | (value >> 12))
        to[1] = u8(0x80 | ((value >> 6) & 0x3f))
        to[2] = u8(0x80 | (value & 0x3f))
        return 3
    end
    to[0] = u8(0xf0 | (value >> 18))
    to[1] = u8(0x80 | ((value >> 12) & 0x3f))
    to[2] = u8(0x80 | ((value >> 6) & 0x3f))
    to[3] = u8(0x80 | (value & 0x3f))
    return 4
end

/// How many runes a string has.
/// ```
/// rune_count("né")                          // => 2
/// ```
rune_count :: (text: String) -> Int
    count := 0
    at := 0
    while at < text.length
        _, width := decode_rune(&text.data[at], text.length - at)
        at += width
        count += 1
    end
    return count
end

/// The bytes of a C string; `null` for null.
/// ```
/// name: CString = "abc"
/// string_of(name).length                    // => 3
/// ```
string_of :: (text: CString) -> String
    data := Pointer{u8}(text)
    if data == null
        return "null"
    end
    length := 0
    while data[length] != 0
        length += 1
    end
    return String{data = data, length = length}
end
