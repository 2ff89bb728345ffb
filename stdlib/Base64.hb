//! Base64 of RFC 4648, and hexadecimal digits.
//!
//! ```
//! text := Base64.encode("any carnal pleas")
//! text                                              // => "YW55IGNhcm5hbCBwbGVhcw=="
//! Base64.decode(text) or_else "not base64"          // => "any carnal pleas"
//! ```

ALPHABET :: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/" #private
URL_ALPHABET :: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" #private
HEX_DIGITS :: "0123456789abcdef" #private

/// The bytes in base 64, filled up with `=`. With `url` it is the alphabet for names of files and addresses, without `=`.
/// ```
/// Base64.encode("light")                    // => "bGlnaHQ="
/// Base64.encode("\xfb\xff?", url = true)    // => "-_8_"
/// ```
encode :: (data: String, url: Bool = false, location: Pointer{Source_Location} = #caller-location) -> String
    alphabet := ifx url => URL_ALPHABET else => ALPHABET end
    whole, rest := data.length / 3, data.length % 3
    length := 4 * whole + ifx rest == 0 => 0 else if url => rest + 1 else => 4 end
    out := Pointer{u8}(allocate(length, 1, location = location))
    at := 0
    for i in 0..<whole
        bits := (u32(data[3 * i]) << 16) | (u32(data[3 * i + 1]) << 8) | u32(data[3 * i + 2])
        for j in 0..<4
            out[at + j] = alphabet[bits >> u32(18 - 6 * j) & 63]
        end
        at += 4
    end
    if rest > 0
        bits := u32(data[3 * whole]) << 16
        if rest == 2
            bits |= u32(data[3 * whole + 1]) << 8
        end
        for j in 0..=rest
            out[at + j] = alphabet[bits >> u32(18 - 6 * j) & 63]
        end
        for j in at + rest + 1..<length
            out[j] = '='
        end
    end
    return String{data = out, length = length}
end

/// The bytes that a text in base 64 stands for: in either alphabet, with or without `=` at its end. False if it is none, down to bits that
/// would be lost.
/// ```
/// Base64.decode("bGlnaHQ=") or_else "?"     // => "light"
/// Base64.decode("bGlnaHQ") or_else "?"      // => "light"
/// _, ok := Base64.decode("bGlnaHR=")
/// ok                                        // => false
/// ```
decode :: (text: String, location: Pointer{Source_Location} = #caller-location) -> (String, Bool)
    length := text.length
    if length % 4 == 0
        while length > 0 && length > text.length - 2 && text[length - 1] == '='
            length -= 1
        end
    end
    rest := length % 4
    if rest == 1
        return "", false
    end
    out := Pointer{u8}(allocate(length / 4 * 3 + rest, 1, location = location))
    bits: u32 = 0
    at := 0
    for i in 0..<length
        value := value_of(text[i])
        if value > 63
            release(out, length / 4 * 3 + rest, 1)
            return "", false
        end
        bits = (bits << 6) | value
        if i % 4 == 3
            out[at] = u8(bits >> 16)
            out[at + 1] = u8(bits >> 8)
            out[at + 2] = u8(bits)
            at += 3
            bits = 0
        end
    end
    lost := ifx rest == 2 => bits & 15 else if rest == 3 => bits & 3 else => 0 end
    if lost != 0
        release(out, length / 4 * 3 + rest, 1)
        return "", false
    end
    if rest > 1
        out[at] = ifx rest == 2 => u8(bits >> 4) else => u8(bits >> 10) end
        at += 1
    end
    if rest == 3
        out[at] = u8(bits >> 2)
        at += 1
    end
    return fitted(out, length / 4 * 3 + rest, at, location), true
end

/// Two digits a byte.
/// ```
/// Base64.encode_hex("Hub")                  // => "487562"
/// ```
encode_hex :: (data: String, location: Pointer{Source_Location} = #caller-location) -> String
    out := Pointer{u8}(allocate(2 * data.length, 1, location = location))
    for i in 0..<data.length
        out[2 * i] = HEX_DIGITS[data[i] >> 4]
        out[2 * i + 1] = HEX_DIGITS[data[i] & 15]
    end
    return String{data = out, length = 2 * data.length}
end

/// The bytes that pairs of hexadecimal digits stand for.
/// ```
/// Base64.decode_hex("48 75") or_else "?"    // => "?"
/// Base64.decode_hex("4875e1") or_else "?"   // => "Hu\xe1"
/// ```
decode_hex :: (text: String, location: Pointer{Source_Location} = #caller-location) -> (String, Bool)
    if text.length % 2 == 1
        return "", false
    end
    length := text.length / 2
    out := Pointer{u8}(allocate(length, 1, location = location))
    for i in 0..<length
        high, low := hex_value(text[2 * i]), hex_value(text[2 * i + 1])
        if high > 15 || low > 15
            release(out, length, 1)
            return "", false
        end
        out[i] = (high << 4) | low
    end
    return String{data = out, length = length}, true
end

// The block cut to what is in use, so that `delete` knows its size.
fitted :: (data: Pointer{u8}, capacity: Int, length: Int, location: Pointer{Source_Location}) -> String #private
    if length == capacity
        return String{data = data, length = length}
    end
    cut := context.allocator(.RESIZE, length, 1, context.allocator_data, capacity, data, bit_cast{Int}(location))
    if cut == null
        out_of_memory(length, "a text", location = location)
    end
    return String{data = Pointer{u8}(cut), length = length}
end

value_of :: (byte: u8) -> u32 #private
    match byte
    case 'A'..='Z' => return u32(byte - 'A')
    case 'a'..='z' => return u32(byte - 'a') + 26
    case '0'..='9' => return u32(byte - '0') + 52
    case '+', '-'  => return 62
    case '/', '_'  => return 63
    else
        return 255
    end
end

hex_value :: (byte: u8) -> u8 #private
    match byte
    case '0'..='9' => return byte - '0'
    case 'a'..='f' => return byte - 'a' + 10
    case 'A'..='F' => return byte - 'A' + 10
    else
        return 255
    end
end
