//! Values of literals, exact. They are read from the text when asked for; malformed literals have none.

use std::borrow::Cow;

use hubbub_base::limits::LITERAL_BITS_MAX;
use num_bigint::BigUint;

use crate::token::TokenKind;

/// The value of a literal.
#[derive(Clone, PartialEq, Debug)]
pub enum Literal<'t> {
    /// An integer of up to 128 bits.
    Integer(u128),
    /// A larger one.
    BigInteger(BigUint),
    /// `digits * base^exponent`, where the base is 10, or 2 for hexadecimal floats.
    Float {
        /// The digits, without their point.
        digits: BigUint,
        /// 10 or 2.
        base: u32,
        /// The power of the base that they are multiplied with.
        exponent: i64,
    },
    /// A number of more bits than [`LITERAL_BITS_MAX`].
    TooLarge,
    /// A rune.
    Rune(char),
    /// A string: bytes, for `\xNN` can make one that is no UTF-8.
    String(Cow<'t, [u8]>),
    /// A malformed literal, which has been reported.
    Invalid,
}

/// The value of the token `text` of kind `kind`.
pub(crate) fn literal(kind: TokenKind, text: &str) -> Literal<'_> {
    match kind {
        TokenKind::Integer => integer(text),
        TokenKind::Float => float(text),
        TokenKind::Rune => rune(text),
        TokenKind::String => string(text),
        TokenKind::RawString => Literal::String(Cow::Borrowed(inside(text).as_bytes())),
        _ => Literal::Invalid,
    }
}

/// What stands between the quotes.
fn inside(text: &str) -> &str {
    text.get(1..text.len().saturating_sub(1)).unwrap_or("")
}

fn integer(text: &str) -> Literal<'static> {
    let (digits, base) = match text.get(..2) {
        Some("0x") => (text.get(2..).unwrap_or(""), 16),
        Some("0o") => (text.get(2..).unwrap_or(""), 8),
        Some("0b") => (text.get(2..).unwrap_or(""), 2),
        _ => (text, 10),
    };
    let mut value = 0_u128;
    for digit in digits.chars().filter_map(|character| character.to_digit(base)) {
        let Some(next) = value.checked_mul(u128::from(base)).and_then(|v| v.checked_add(u128::from(digit))) else {
            return big(digits, base).map_or(Literal::TooLarge, Literal::BigInteger);
        };
        value = next;
    }
    Literal::Integer(value)
}

/// The number, unless it is too large: reading it would take time that grows with the square of its length.
fn big(digits: &str, base: u32) -> Option<BigUint> {
    let plain: Vec<u8> =
        digits.chars().filter_map(|c| c.to_digit(base)).skip_while(|d| *d == 0).map(|d| d as u8).collect();
    let bits_at_most = plain.len() as u64 * u64::from(u32::BITS - (base - 1).leading_zeros());
    if bits_at_most > LITERAL_BITS_MAX + 512 {
        return None;
    }
    let value = BigUint::from_radix_be(&plain, base).unwrap_or_default();
    (value.bits() <= LITERAL_BITS_MAX).then_some(value)
}

fn float(text: &str) -> Literal<'static> {
    let (text, base) = match text.strip_prefix("0x") {
        Some(rest) => (rest, 16),
        None => (text, 10),
    };
    let marks: &[char] = if base == 16 { &['p', 'P'] } else { &['e', 'E'] };
    let (number, exponent) = text.split_once(marks).unwrap_or((text, ""));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let fraction_digits = fraction.chars().filter(|character| *character != '_').count() as i64;
    let digits = format!("{whole}{}", fraction.trim_end_matches(['0', '_']));
    let trimmed = fraction.chars().rev().take_while(|c| matches!(c, '0' | '_')).filter(|c| *c == '0').count() as i64;
    let Some(digits) = big(&digits, base) else { return Literal::TooLarge };
    let places = fraction_digits - trimmed;
    let scale = if base == 16 { 4 } else { 1 };
    let exponent = exponent_value(exponent).saturating_sub(places.saturating_mul(scale));
    Literal::Float { digits, base: if base == 16 { 2 } else { 10 }, exponent }
}

/// The exponent; beyond the range of 63 bits it makes no difference.
fn exponent_value(text: &str) -> i64 {
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut value = 0_i64;
    for digit in digits.chars().filter_map(|character| character.to_digit(10)) {
        value = value.saturating_mul(10).saturating_add(i64::from(digit));
    }
    if is_negative { -value } else { value }
}

fn rune(text: &str) -> Literal<'static> {
    let inner = inside(text);
    let mut characters = inner.chars();
    match (characters.next(), characters.as_str()) {
        (Some('\\'), rest) => match escape(rest) {
            Some((Escaped::Byte(byte), _)) => Literal::Rune(char::from(byte)),
            Some((Escaped::Rune(rune), _)) => Literal::Rune(rune),
            None => Literal::Invalid,
        },
        (Some(rune), _) => Literal::Rune(rune),
        (None, _) => Literal::Invalid,
    }
}

fn string(text: &str) -> Literal<'_> {
    let inner = inside(text);
    if !inner.contains('\\') {
        return Literal::String(Cow::Borrowed(inner.as_bytes()));
    }
    let mut bytes = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((plain, behind)) = rest.split_once('\\') {
        bytes.extend_from_slice(plain.as_bytes());
        let Some((escaped, length)) = escape(behind) else { return Literal::Invalid };
        match escaped {
            Escaped::Byte(byte) => bytes.push(byte),
            Escaped::Rune(rune) => bytes.extend_from_slice(rune.encode_utf8(&mut [0; 4]).as_bytes()),
        }
        rest = behind.get(length..).unwrap_or("");
    }
    bytes.extend_from_slice(rest.as_bytes());
    Literal::String(Cow::Owned(bytes))
}

/// Where in the text of a string literal, quotes included, that stands which makes a byte of its value.
pub fn place_in_string(text: &str, byte: usize) -> usize {
    let quote = 1;
    if text.starts_with('`') {
        return quote + byte;
    }
    let (mut place, mut made) = (0, 0);
    let inner = inside(text);
    while let Some(plain) = inner.get(place..).and_then(|rest| rest.find('\\')).filter(|plain| made + plain <= byte) {
        let behind = inner.get(place + plain + 1..).unwrap_or("");
        let (length, width) = match escape(behind) {
            Some((Escaped::Byte(_), length)) => (length, 1),
            Some((Escaped::Rune(rune), length)) => (length, rune.len_utf8()),
            None => break,
        };
        if made + plain + width > byte {
            return quote + place + plain;
        }
        made += plain + width;
        place += plain + 1 + length;
    }
    quote + place + (byte - made)
}

/// What an escape stands for.
enum Escaped {
    /// `\xNN` in a string is a byte.
    Byte(u8),
    /// All others.
    Rune(char),
}

/// The escape whose text behind the `\` begins `text`, and how many bytes of it belong to it.
fn escape(text: &str) -> Option<(Escaped, usize)> {
    let rune = |rune| Some((Escaped::Rune(rune), 1));
    match text.bytes().next()? {
        b'n' => rune('\n'),
        b'r' => rune('\r'),
        b't' => rune('\t'),
        b'0' => rune('\0'),
        b'\\' => rune('\\'),
        b'"' => rune('"'),
        b'\'' => rune('\''),
        b'x' => Some((Escaped::Byte(u8::from_str_radix(text.get(1..3)?, 16).ok()?), 3)),
        b'u' => {
            let digits = text.get(2..)?.split_once('}')?.0;
            let scalar = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
            Some((Escaped::Rune(scalar), digits.len() + 3))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Literal, literal};
    use crate::token::TokenKind;
    use num_bigint::BigUint;

    fn check(kind: TokenKind, text: &str, expected: Literal<'_>) {
        assert_eq!(literal(kind, text), expected, "for {text}");
    }

    fn float(digits: u64, base: u32, exponent: i64) -> Literal<'static> {
        Literal::Float { digits: BigUint::from(digits), base, exponent }
    }

    #[test]
    fn places() {
        let place = |text: &str, byte| super::place_in_string(text, byte);
        assert_eq!([0, 1, 3].map(|byte| place("`a\\b`", byte)), [1, 2, 4]);
        assert_eq!([0, 1, 2, 3].map(|byte| place(r#""\\d\x41z""#, byte)), [1, 3, 4, 8]);
        assert_eq!([0, 2, 3, 4].map(|byte| place(r#""\u{20ac}é("#, byte)), [1, 1, 9, 10]);
        assert_eq!(place(r#""ab\q""#, 5), 6);
    }

    #[test]
    fn integers() {
        check(TokenKind::Integer, "12_000", Literal::Integer(12_000));
        check(TokenKind::Integer, "0xff", Literal::Integer(255));
        check(TokenKind::Integer, "0o17", Literal::Integer(15));
        check(TokenKind::Integer, "0b1_01", Literal::Integer(5));
        check(TokenKind::Integer, "007", Literal::Integer(7));
        check(TokenKind::Integer, &u128::MAX.to_string(), Literal::Integer(u128::MAX));
        let above = BigUint::from(u128::MAX) + 1_u32;
        check(TokenKind::Integer, &above.to_string(), Literal::BigInteger(above));
        check(TokenKind::Integer, &"9".repeat(1_000_000), Literal::TooLarge);
        let zeros = format!("{}7", "0".repeat(10_000));
        check(TokenKind::Integer, &zeros, Literal::Integer(7));
    }

    #[test]
    fn floats() {
        check(TokenKind::Float, "1.5", float(15, 10, -1));
        check(TokenKind::Float, "1.0", float(1, 10, 0));
        check(TokenKind::Float, "1.50_0", float(15, 10, -1));
        check(TokenKind::Float, "2e10", float(2, 10, 10));
        check(TokenKind::Float, "1.5e-3", float(15, 10, -4));
        check(TokenKind::Float, "0x1.8p3", float(0x18, 2, -1));
        check(TokenKind::Float, "0x1p-4", float(1, 2, -4));
        check(TokenKind::Float, "1e99999999999999999999", float(1, 10, i64::MAX));
    }

    #[test]
    fn quoted() {
        check(TokenKind::Rune, "'ä'", Literal::Rune('ä'));
        check(TokenKind::Rune, r"'\n'", Literal::Rune('\n'));
        check(TokenKind::Rune, r"'\u{1F600}'", Literal::Rune('😀'));
        check(TokenKind::Rune, r"'\''", Literal::Rune('\''));
        check(TokenKind::String, r#""a\tb\xff\u{e9}\\""#, Literal::String(b"a\tb\xff\xc3\xa9\\".to_vec().into()));
        check(TokenKind::RawString, "`a\\n\n`", Literal::String(b"a\\n\n".to_vec().into()));
    }
}
