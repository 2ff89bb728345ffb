//! Strings, raw strings and runes. Here they are delimited and checked; their values are in [`crate::literal`].

use hubbub_diagnostics::Kind;

use super::Lexer;
use crate::error::SyntaxError;
use crate::token::TokenKind;

impl Lexer<'_> {
    /// `"…"` on one line.
    pub(super) fn string(&mut self) {
        let start = self.at;
        let mut at = start + 1;
        let mut is_bad = false;
        loop {
            match self.byte(at) {
                b'"' => break,
                b'\\' => match self.escape(at) {
                    Some(behind) => at = behind,
                    None => {
                        is_bad = true;
                        at +=
                            1 + self.character(at + 1).filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8);
                    }
                },
                b'\n' | b'\r' => return self.unterminated_string(start, at),
                0 if at >= self.bytes.len() => return self.unterminated_string(start, at),
                _ => at += 1,
            }
        }
        if at == start + 1 && self.byte(at + 1) == b'"' && self.string_of_lines(start) {
            return;
        }
        let kind = if is_bad { TokenKind::BadLiteral } else { TokenKind::String };
        self.push(kind, start, at + 1, at as u32 + 1);
    }

    fn unterminated_string(&mut self, start: usize, end: usize) {
        let range = (start as u32, end as u32);
        let error = SyntaxError::new(Kind::UnterminatedString, range, "this string has no `\"` at its end").help(
            "strings in double quotes end on their line; a raw string, between backquotes, may have several lines",
        );
        self.error(error);
        self.push(TokenKind::BadLiteral, start, end, end as u32);
    }

    /// `"""…"""`, as others write text of several lines; false where it does not end.
    #[cold]
    fn string_of_lines(&mut self, start: usize) -> bool {
        let Some(length) = self.text.get(start + 3..).and_then(|rest| rest.find("\"\"\"")) else { return false };
        let inner = self.text.get(start + 3..start + 3 + length).unwrap_or("");
        let end = start + length + 6;
        let line = self.text.get(..start).and_then(|before| before.lines().last()).unwrap_or("");
        let is_alone = line.trim().is_empty() || self.text.get(..start).is_some_and(|before| before.ends_with('\n'));
        let is_plain = !is_alone && !inner.contains(['`', '\\']);
        let error = SyntaxError::new(
            Kind::ForeignSpelling,
            (start as u32, start as u32 + 3),
            "`\"\"\"` is another language's: a string is over at its second `\"`",
        );
        let advice = match is_alone {
            true => "what a procedure does is said by `///` before it",
            false => "a string of several lines, or with quotes in it, stands between backquotes",
        };
        let mut error =
            if is_plain { error.fix(advice, (start as u32, start as u32 + 3), "`") } else { error.help(advice) };
        if let Some(fix) = error.fixes.first_mut() {
            fix.edits.push(((end as u32 - 3, end as u32), "`".to_owned()));
        }
        self.error(error);
        self.push(TokenKind::BadLiteral, start, end, end as u32);
        true
    }

    /// Between backquotes, any number of lines, no escapes.
    pub(super) fn raw_string(&mut self) {
        let start = self.at;
        let rest = self.bytes.get(start + 1..).unwrap_or(&[]);
        match rest.iter().position(|byte| *byte == b'`') {
            Some(length) => self.push(TokenKind::RawString, start, start + length + 2, (start + length + 2) as u32),
            None => {
                let range = (start as u32, start as u32 + 1);
                let message = "this raw string has no backquote at its end";
                self.error(SyntaxError::new(Kind::UnterminatedString, range, message));
                let end = start + 1 + rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
                self.push(TokenKind::BadLiteral, start, end, end as u32);
            }
        }
    }

    /// `'a'`, `'\n'`.
    pub(super) fn rune(&mut self) {
        let start = self.at;
        let behind = match self.byte(start + 1) {
            b'\\' => match self.escape(start + 1) {
                Some(behind) => Some(behind),
                None => return self.bad_rune(start, None),
            },
            b'\'' | b'\n' | b'\r' => None,
            _ if self.quoted_name(start) => return,
            _ => self.character(start + 1).map(|character| start + 1 + character.len_utf8()),
        };
        match behind {
            Some(end) if self.byte(end) == b'\'' && !self.is_byte_beyond_ascii(start, end) => {
                self.push(TokenKind::Rune, start, end + 1, end as u32 + 1);
            }
            Some(end) if self.byte(end) == b'\'' => {
                let message = "`\\xNN` above `\\x7f` is a byte, not a rune";
                self.bad_rune(start, Some((message, "write `\\u{…}`")));
            }
            _ => self.bad_rune(start, Some(self.rune_complaint(start))),
        }
    }

    /// `'outer:`, `break 'outer`, `&'a T`: names that Rust writes behind a quote. They are reported, and one token.
    fn quoted_name(&mut self, start: usize) -> bool {
        let rest = self.text.get(start + 1..).unwrap_or("");
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        let begins = rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '_');
        if !begins || self.byte(start + 1 + length) == b'\'' {
            return false;
        }
        let before = self.text.get(..start).unwrap_or("");
        let word = before.trim_end_matches(' ').rsplit([' ', '\n', '\t']).next().unwrap_or("");
        let is_label = (self.is_first && self.byte(start + 1 + length) == b':') || matches!(word, "break" | "continue");
        let is_listed = before.ends_with('{') && matches!(self.byte(start + 1 + length), b'}' | b',');
        let is_lifetime = is_listed || before.ends_with(['&', '<']);
        if !is_label && !is_lifetime {
            return false;
        }
        let end = start + 1 + length;
        let range = (start as u32, end as u32);
        let name = rest.get(..length).unwrap_or("");
        if is_label {
            let error = SyntaxError::new(Kind::ForeignSpelling, range, format!("`'{name}` is another language's"));
            self.error(error.fix(format!("a label is a name: write `{name}`"), range, name));
            // it is understood as the name
            self.at = start + 1;
            return true;
        }
        let error = SyntaxError::new(Kind::ForeignSpelling, range, format!("`'{name}` is another language's"));
        self.error(error.help("there are no lifetimes: leave it out"));
        self.push(TokenKind::BadLiteral, start, end, end as u32);
        true
    }

    fn is_byte_beyond_ascii(&self, start: usize, end: usize) -> bool {
        self.bytes
            .get(start + 1..end)
            .is_some_and(|text| matches!(text, [b'\\', b'x', high, _] if !matches!(high, b'0'..=b'7')))
    }

    fn rune_complaint(&self, start: usize) -> (&'static str, &'static str) {
        match self.rune_end(start) {
            Some(end) if end == start + 2 => ("a rune literal with nothing in it", "a single quote itself is `'\\''`"),
            Some(_) => ("a rune literal is one character", "text goes between double quotes"),
            None => ("this rune literal has no `'` at its end", "a rune is one character between single quotes"),
        }
    }

    /// Behind the quote that closes the rune at `start`, if there is one on its line.
    fn rune_end(&self, start: usize) -> Option<usize> {
        let mut at = start + 1;
        loop {
            match self.byte(at) {
                b'\'' => return Some(at + 1),
                b'\n' | b'\r' => return None,
                b'\\' if self.byte(at + 1) == b'\'' => at += 1,
                0 if at >= self.bytes.len() => return None,
                _ => {}
            }
            at += 1;
        }
    }

    fn bad_rune(&mut self, start: usize, complaint: Option<(&str, &str)>) {
        let rest = self.bytes.get(start..).unwrap_or(&[]);
        let line_end = || start + rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let end = self.rune_end(start).unwrap_or_else(line_end);
        if let Some((message, help)) = complaint {
            let range = (start as u32, end as u32);
            let mut error = SyntaxError::new(Kind::InvalidRune, range, message).help(help);
            let inner = self.text.get(start + 1..end.saturating_sub(1)).unwrap_or("");
            if inner.chars().count() > 1 && !inner.contains(['"', '\\']) && message.contains("one character") {
                error = error.maybe_fix("write it as a string", range, format!("\"{inner}\""));
            }
            self.error(error);
        }
        self.push(TokenKind::BadLiteral, start, end, end as u32);
    }

    /// Behind the escape whose `\` stands at `at`; reports what is none.
    fn escape(&mut self, at: usize) -> Option<usize> {
        match self.byte(at + 1) {
            b'n' | b'r' | b't' | b'0' | b'\\' | b'"' | b'\'' => Some(at + 2),
            b'x' => {
                let is_valid = self.byte(at + 2).is_ascii_hexdigit() && self.byte(at + 3).is_ascii_hexdigit();
                if !is_valid {
                    self.bad_escape(at, 2, "`\\x` wants two hexadecimal digits");
                }
                is_valid.then_some(at + 4)
            }
            b'u' => self.unicode_escape(at),
            _ => {
                let length = self.character(at + 1).filter(|c| !c.is_control()).map_or(0, char::len_utf8);
                let text = self.text.get(at..at + 1 + length).unwrap_or("\\");
                let message = format!("unknown escape `{text}`");
                if text == "\\(" {
                    self.bad_escape_with(at, 2, &message, "values stand behind the format: `print(\"{}\", value)`");
                    return None;
                }
                self.bad_escape(at, 1 + length, &message);
                None
            }
        }
    }

    fn unicode_escape(&mut self, at: usize) -> Option<usize> {
        if self.byte(at + 2) != b'{' {
            self.bad_escape(at, 2, "`\\u` wants its digits in braces, `\\u{1F600}`");
            return None;
        }
        let rest = self.bytes.get(at + 3..).unwrap_or(&[]);
        let length = rest.iter().take(8).position(|byte| !byte.is_ascii_hexdigit()).unwrap_or(8);
        if !(1..=6).contains(&length) || self.byte(at + 3 + length) != b'}' {
            self.bad_escape(at, 3, "`\\u{…}` wants one to six hexadecimal digits");
            return None;
        }
        let digits = self.text.get(at + 3..at + 3 + length).unwrap_or("");
        let scalar = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
        if scalar.is_none() {
            let message = format!("U+{} is no Unicode scalar value", digits.to_ascii_uppercase());
            self.bad_escape(at, 4 + length, &message);
        }
        scalar.map(|_| at + 4 + length)
    }

    fn bad_escape(&mut self, at: usize, length: usize, message: &str) {
        let help =
            "escapes are `\\n \\r \\t \\0 \\\\ \\\" \\' \\xNN \\u{…}`; a raw string, between backquotes, has none";
        self.bad_escape_with(at, length, message, help);
    }

    fn bad_escape_with(&mut self, at: usize, length: usize, message: &str, help: &str) {
        let range = (at as u32, (at + length) as u32);
        self.error(SyntaxError::new(Kind::InvalidEscape, range, message).help(help));
    }
}
