//! Numbers out of text: the part of `Strings` for them, reached as `Strings.parse_int` and so on.

/// The number that the whole text is, with an optional sign. A letter counts as a digit in bases above 10.
/// ```
/// Strings.parse_int("-42") or_else 0        // => -42
/// Strings.parse_int("ff", base = 16) or_else 0        // => 255
/// Strings.parse_int("42 apples") or_else 0  // => 0
/// ```
parse_int :: (text: String, base: Int = 10) -> (Int, Bool)
    if text.length == 0
        return 0, false
    end
    is_negative := text[0] == '-'
    digits := ifx is_negative || text[0] == '+' => text[1..] else => text end
    value, ok := parse_digits(digits, base, ifx is_negative => u64(0x8000_0000_0000_0000) else => u64(0x7fff_ffff_ffff_ffff) end)
    if !ok
        return 0, false
    end
    return ifx is_negative => Int(0 - value) else => Int(value) end, true
end

/// The number that the whole text is, without a sign.
/// ```
/// Strings.parse_uint("18446744073709551615") or_else 0        // => 18446744073709551615
/// ```
parse_uint :: (text: String, base: Int = 10) -> (u64, Bool)
    value, ok := parse_digits(text, base, 0xffff_ffff_ffff_ffff)
    return value, ok
end

parse_digits :: (digits: String, base: Int, limit: u64) -> (u64, Bool) #private
    assert(base >= 2 && base <= 36, "bases are 2 to 36")
    if digits.length == 0
        return 0, false
    end
    value: u64 = 0
    for i in 0..<digits.length
        digit := digit_of(digits[i])
        if digit >= base || value > (limit - u64(digit)) / u64(base)
            return 0, false
        end
        value = value * u64(base) + u64(digit)
    end
    return value, true
end

/// The value of a digit up to `z`, or 99.
/// ```
/// Strings.digit_of('f')                     // => 15
/// ```
digit_of :: (byte: u8) -> Int
    match byte
    case '0'..='9' => return Int(byte - '0')
    case 'a'..='z' => return Int(byte - 'a') + 10
    case 'A'..='Z' => return Int(byte - 'A') + 10
    else
        return 99
    end
end

/// The nearest float: decimal, with or without point and exponent, `inf`, `infinity` and `nan` in any case.
/// ```
/// Strings.parse_float("6.02e23") or_else 0.0          // => 6.02e23
/// ```
parse_float :: (text: String) -> (f64, Bool)
    value: f64
    ok := hb_text_parse_f64(text.data, text.length, &value)
    return value, ok
end

/// The same as an `f32`, rounded once.
/// ```
/// Strings.parse_f32("0.1") or_else 0.0      // => 0.1
/// ```
parse_f32 :: (text: String) -> (f32, Bool)
    value: f32
    ok := hb_text_parse_f32(text.data, text.length, &value)
    return value, ok
end

/// `true` or `false`, as a value.
/// ```
/// Strings.parse_bool("true") or_else false  // => true
/// ```
parse_bool :: (text: String) -> (Bool, Bool)
    return text == "true", text == "true" || text == "false"
end

hb_text_parse_f64 :: (text: Pointer{u8}, length: Int, out: Pointer{f64}) -> Bool #foreign #private
hb_text_parse_f32 :: (text: Pointer{u8}, length: Int, out: Pointer{f32}) -> Bool #foreign #private
