//! Format strings, taken apart: text and placeholders with what stands between their braces.
//!
//! Pure: knows no types and no arguments. The rules are those of `docs/reference/formatting.md`.

/// A piece of a format string.
#[derive(Clone, PartialEq, Debug)]
pub enum Piece {
    /// Bytes that are written as they are, `{{` and `}}` already single.
    Text(Vec<u8>),
    /// `{…}`.
    Placeholder(Placeholder),
}

/// One placeholder.
#[derive(Clone, PartialEq, Debug)]
pub struct Placeholder {
    /// The number of its argument; those without a number have been counted.
    pub index: usize,
    /// What stands behind the colon.
    pub spec: Spec,
    /// Where it begins, in bytes of the string's value.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// What stands behind the colon of a placeholder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spec {
    /// What fills up to the width.
    pub fill: char,
    /// At least that many runes; 0 without.
    pub width: i32,
    /// Digits behind the point, or runes of a text; `None` without.
    pub precision: Option<i32>,
    /// The way to show it.
    pub kind: Kind,
    /// Where the value stands within the width.
    pub align: Align,
    /// `+`.
    pub plus: bool,
    /// `#`.
    pub alternate: bool,
    /// `0`.
    pub zero: bool,
}

/// Ways to show a value, in the order of the Prelude's `Format_Kind`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Display,
    Debug,
    Hex,
    HexUpper,
    Binary,
    Octal,
    Exponent,
    ExponentUpper,
}

/// Alignments, in the order of the Prelude's `Format_Align`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    Default,
    Left,
    Center,
    Right,
}

/// What is wrong with a format string, and where in its value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormatError {
    /// Bytes from the beginning of the string's value.
    pub at: usize,
    /// What is wrong, as a message.
    pub message: String,
    /// How to mend it.
    pub help: Option<&'static str>,
}

impl Spec {
    /// What `{}` means.
    pub const PLAIN: Spec = Spec {
        fill: ' ',
        width: 0,
        precision: None,
        kind: Kind::Display,
        align: Align::Default,
        plus: false,
        alternate: false,
        zero: false,
    };

    /// Whether it says no more than `{}`.
    pub fn is_plain(&self) -> bool {
        *self == Self::PLAIN
    }
}

/// Takes a format string apart.
///
/// # Errors
/// The first brace or specification that does not follow the grammar.
pub fn parse_format(text: &[u8]) -> Result<Vec<Piece>, FormatError> {
    let mut pieces = Vec::new();
    let mut literal = Vec::new();
    let mut counted = 0;
    let mut at = 0;
    while let Some(byte) = text.get(at).copied() {
        match (byte, text.get(at + 1).copied()) {
            (b'{', Some(b'{')) | (b'}', Some(b'}')) => {
                literal.push(byte);
                at += 2;
            }
            (b'}', _) => return Err(error(at, "`}` without `{` in a format", Some("write `}}` for a brace"))),
            (b'{', _) => {
                if !literal.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut literal)));
                }
                let placeholder = parse_placeholder(text, at, &mut counted)?;
                at = placeholder.end;
                pieces.push(Piece::Placeholder(placeholder));
            }
            _ => {
                literal.push(byte);
                at += 1;
            }
        }
    }
    if !literal.is_empty() {
        pieces.push(Piece::Text(literal));
    }
    Ok(pieces)
}

fn error(at: usize, message: impl Into<String>, help: Option<&'static str>) -> FormatError {
    FormatError { at, message: message.into(), help }
}

fn parse_placeholder(text: &[u8], start: usize, counted: &mut usize) -> Result<Placeholder, FormatError> {
    let rest = text.get(start + 1..).unwrap_or(&[]);
    let Some(length) = rest.iter().position(|byte| *byte == b'}') else {
        return Err(error(start, "`{` without `}` in a format", Some("write `{{` for a brace")));
    };
    let inside = rest.get(..length).unwrap_or(&[]);
    let Ok(inside) = std::str::from_utf8(inside) else {
        return Err(error(start, "this placeholder is not valid UTF-8", None));
    };
    let (number, spec) = inside.split_once(':').unwrap_or((inside, ""));
    let index = if number.is_empty() {
        *counted += 1;
        *counted - 1
    } else {
        number.parse::<u16>().map(usize::from).map_err(|_| {
            let message = format!("`{number}` is not the number of an argument");
            let is_name = number.starts_with(|first: char| first.is_alphabetic() || first == '_');
            let advice = match is_name {
                true => "write `{}`, and the value behind the format, as an argument",
                false => "placeholders are `{}`, `{0}`, `{:>8}`; values stand behind the format",
            };
            error(start + 1, message, Some(advice))
        })?
    };
    let mut reader = SpecReader { rest: spec, at: start + 2 + number.len() };
    Ok(Placeholder { index, spec: reader.spec()?, start, end: start + length + 2 })
}

struct SpecReader<'t> {
    rest: &'t str,
    at: usize,
}

impl SpecReader<'_> {
    fn spec(&mut self) -> Result<Spec, FormatError> {
        let mut spec = Spec::PLAIN;
        let mut chars = self.rest.chars();
        if let (Some(fill), Some(align)) = (chars.next(), chars.next().and_then(align_of)) {
            (spec.fill, spec.align) = (fill, align);
            self.skip(fill.len_utf8() + 1);
        } else if let Some(align) = self.rest.chars().next().and_then(align_of) {
            spec.align = align;
            self.skip(1);
        }
        spec.plus = self.take('+');
        spec.alternate = self.take('#');
        spec.zero = self.take('0');
        spec.width = self.number()?.unwrap_or(0);
        if self.take('.') {
            let Some(precision) = self.number()? else {
                return Err(error(
                    self.at,
                    "a precision is missing behind `.`",
                    Some("write `{:.3}` for three digits"),
                ));
            };
            spec.precision = Some(precision);
        }
        spec.kind = self.kind()?;
        Ok(spec)
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or("");
        self.at += bytes;
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.rest.starts_with(wanted);
        if found {
            self.skip(wanted.len_utf8());
        }
        found
    }

    fn number(&mut self) -> Result<Option<i32>, FormatError> {
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let text = self.rest.get(..digits).unwrap_or("");
        if text.is_empty() {
            return Ok(None);
        }
        let number = text.parse::<u16>().map(i32::from);
        let number = number.map_err(|_| error(self.at, format!("`{text}` is too wide; at most 65535"), None))?;
        self.skip(digits);
        Ok(Some(number))
    }

    fn kind(&mut self) -> Result<Kind, FormatError> {
        Ok(match self.rest {
            "" => Kind::Display,
            "?" => Kind::Debug,
            "x" => Kind::Hex,
            "X" => Kind::HexUpper,
            "b" => Kind::Binary,
            "o" => Kind::Octal,
            "e" => Kind::Exponent,
            "E" => Kind::ExponentUpper,
            other => {
                let message = format!("`{other}` is no way to format a value");
                return Err(error(
                    self.at,
                    message,
                    Some(
                        "known are `?`, `x`, `X`, `b`, `o`, `e` and `E`, behind fill, align, sign, width and precision",
                    ),
                ));
            }
        })
    }
}

fn align_of(rune: char) -> Option<Align> {
    match rune {
        '<' => Some(Align::Left),
        '^' => Some(Align::Center),
        '>' => Some(Align::Right),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spec(text: &str) -> Spec {
        match parse_format(text.as_bytes()).as_deref() {
            Ok([Piece::Placeholder(placeholder)]) => placeholder.spec,
            other => panic!("{other:?}"),
        }
    }

    fn message(text: &str) -> (usize, String) {
        parse_format(text.as_bytes()).map_err(|error| (error.at, error.message)).expect_err(text)
    }

    #[test]
    fn text_and_indices() {
        let pieces = parse_format(b"a{{b {} {1}{}}}").expect("it is well formed");
        let shown: Vec<String> = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => String::from_utf8_lossy(text).into_owned(),
                Piece::Placeholder(placeholder) => format!("#{}", placeholder.index),
            })
            .collect();
        assert_eq!(shown, ["a{b ", "#0", " ", "#1", "#1", "}"]);
    }

    #[test]
    fn specifications() {
        assert_eq!(spec("{:>8}"), Spec { align: Align::Right, width: 8, ..Spec::PLAIN });
        assert_eq!(spec("{:*^8}"), Spec { fill: '*', align: Align::Center, width: 8, ..Spec::PLAIN });
        assert_eq!(spec("{:+}"), Spec { plus: true, ..Spec::PLAIN });
        assert_eq!(spec("{:08x}"), Spec { zero: true, width: 8, kind: Kind::Hex, ..Spec::PLAIN });
        assert_eq!(spec("{:#b}"), Spec { alternate: true, kind: Kind::Binary, ..Spec::PLAIN });
        assert_eq!(spec("{:.3}"), Spec { precision: Some(3), ..Spec::PLAIN });
        assert_eq!(spec("{:?}"), Spec { kind: Kind::Debug, ..Spec::PLAIN });
        assert_eq!(spec("{:<<5}"), Spec { fill: '<', align: Align::Left, width: 5, ..Spec::PLAIN });
        assert_eq!(spec("{:12.1e}"), Spec { width: 12, precision: Some(1), kind: Kind::Exponent, ..Spec::PLAIN });
        assert!(spec("{0:}").is_plain());
    }

    #[test]
    fn mistakes() {
        assert_eq!(message("a } b").0, 2);
        assert_eq!(message("a { b").0, 2);
        assert_eq!(message("{name}").0, 1);
        assert_eq!(message("{:d}").0, 2);
        assert_eq!(message("{:.}").0, 3);
        assert_eq!(message("{:99999999}").0, 2);
    }
}
