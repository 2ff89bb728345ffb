//! What plain scalars mean: YAML 1.2's core schema.

Strings :: #import "Strings"

Scalar_Kind :: enum
    TEXT
    NULL
    BOOLEAN
    INTEGER
    FLOAT
    WRONG                               // not what its tag says
end

/// What a plain scalar is taken for.
///
/// ```
/// main :: ()
///     print("{} {}\n", Scalars.kind_of_plain("0x1F"), Scalars.kind_of_plain("yes"))      // => INTEGER TEXT
/// end
/// ```
kind_of_plain :: (text: String) -> Scalar_Kind
    match text
    case "", "~", "null", "Null", "NULL" => return .NULL
    case "true", "True", "TRUE", "false", "False", "FALSE" => return .BOOLEAN
    case ".nan", ".NaN", ".NAN" => return .FLOAT
    else
    end
    rest := ifx text[0] == '-' || text[0] == '+' => text[1..] else => text end
    match rest
    case ".inf", ".Inf", ".INF" => return .FLOAT
    else
    end
    if rest.length > 2 && rest.length == text.length && rest[0] == '0' && (rest[1] == 'o' || rest[1] == 'x')
        return ifx are_digits(rest[2..], ifx rest[1] == 'o' => 8 else => 16 end) => Scalar_Kind.INTEGER else => Scalar_Kind.TEXT end
    end
    if rest.length == 0 || !Strings.is_digit(rest[0]) && rest[0] != '.'
        return .TEXT
    end
    return ifx are_digits(rest, 10) => Scalar_Kind.INTEGER else if is_decimal(rest) => Scalar_Kind.FLOAT else => Scalar_Kind.TEXT end
end

/// The same where the scalar may be quoted or have a tag.
///
/// ```
/// main :: ()
///     print("{}\n", Scalars.kind_by_tag("12", false, "tag:yaml.org,2002:int"))            // => INTEGER
/// end
/// ```
kind_by_tag :: (text: String, is_plain: Bool, tag: String) -> Scalar_Kind
    if tag.length == 0
        return ifx is_plain => kind_of_plain(text) else => Scalar_Kind.TEXT end
    end
    if !Strings.starts_with(tag, CORE)
        return ifx is_plain && tag != "!" => kind_of_plain(text) else => Scalar_Kind.TEXT end
    end
    kind := kind_of_plain(text)
    match tag[CORE.length..]
    case "null"  => return ifx kind == .NULL => kind else => Scalar_Kind.WRONG end
    case "bool"  => return ifx kind == .BOOLEAN => kind else => Scalar_Kind.WRONG end
    case "int"   => return ifx kind == .INTEGER => kind else => Scalar_Kind.WRONG end
    case "float" => return ifx kind == .INTEGER || kind == .FLOAT => Scalar_Kind.FLOAT else => Scalar_Kind.WRONG end
    else
        return .TEXT
    end
end

CORE :: "tag:yaml.org,2002:" #private

/// ```
/// main :: ()
///     print("{}\n", Scalars.is_true("True"))                                                // => true
/// end
/// ```
is_true :: (text: String) -> Bool => text[0] == 't' || text[0] == 'T'

are_digits :: (text: String, base: Int) -> Bool #private
    for i in 0..<text.length
        if Strings.digit_of(text[i]) >= base
            return false
        end
    end
    return text.length > 0
end

// Digits, a point with digits on one side of it at least, an exponent.
is_decimal :: (text: String) -> Bool #private
    at := digits_end(text, 0)
    count := at
    if at < text.length && text[at] == '.'
        behind := digits_end(text, at + 1)
        count += behind - at - 1
        at = behind
    end
    if count == 0
        return false
    end
    if at < text.length && (text[at] == 'e' || text[at] == 'E')
        at += 1
        if at < text.length && (text[at] == '-' || text[at] == '+')
            at += 1
        end
        behind := digits_end(text, at)
        return behind > at && behind == text.length
    end
    return at == text.length
end

digits_end :: (text: String, from: Int) -> Int #private
    at := from
    while at < text.length && Strings.is_digit(text[at])
        at += 1
    end
    return at
end

/// The magnitude and the sign of what is an integer; false if it is larger than any that fits into 127 bits.
///
/// ```
/// main :: ()
///     magnitude, is_negative, fits := Scalars.parse_integer("-12")
///     print("{} {} {}\n", magnitude, is_negative, fits)       // => 12 true true
/// end
/// ```
parse_integer :: (text: String) -> (magnitude: u128, is_negative: Bool, fits: Bool)
    is_negative := text[0] == '-'
    digits := ifx is_negative || text[0] == '+' => text[1..] else => text end
    base: u128 = 10
    if digits.length > 2 && (digits[1] == 'o' || digits[1] == 'x')
        base = ifx digits[1] == 'o' => 8 else => 16 end
        digits = digits[2..]
    end
    limit := (u128(1) << 127) - 1
    value: u128 = 0
    for i in 0..<digits.length
        digit := u128(Strings.digit_of(digits[i]))
        if value > (limit - digit) / base
            return 0, is_negative, false
        end
        value = value * base + digit
    end
    return value, is_negative, true
end

/// The float that an integer or a float is.
///
/// ```
/// main :: ()
///     print("{} {}\n", Scalars.parse_number("-.inf"), Scalars.parse_number("1e3"))           // => -inf 1000.0
/// end
/// ```
parse_number :: (text: String) -> f64
    is_negative := text[0] == '-'
    rest := ifx is_negative || text[0] == '+' => text[1..] else => text end
    if rest.length == 4 && rest[0] == '.' && !Strings.is_digit(rest[1])
        infinite := bit_cast{f64}(u64(0x7ff0_0000_0000_0000))
        return ifx rest[1] != 'i' && rest[1] != 'I' => infinite - infinite else if is_negative => -infinite else => infinite end
    end
    if rest.length > 2 && (rest[1] == 'o' || rest[1] == 'x')
        base, value := ifx rest[1] == 'o' => 8.0 else => 16.0 end, 0.0
        for i in 2..<rest.length
            value = value * base + f64(Strings.digit_of(rest[i]))
        end
        return value
    end
    return Strings.parse_float(text) or_else 0.0
end
