//! Numbers: `12_000`, `0xff`, `0o17`, `0b1010`, `1.5`, `2e10`, `1.5e-3`, `0x1.8p3`. Their values are in [`crate::literal`].

use hubbub_diagnostics::Kind;

use super::Lexer;
use super::word::continues_word;
use crate::error::SyntaxError;
use crate::token::TokenKind;

impl Lexer<'_> {
    #[inline]
    pub(super) fn number(&mut self) {
        let start = self.at;
        let mut end = start + 1;
        while self.byte(end).is_ascii_digit() {
            end += 1;
        }
        // nearly all numbers end here
        let next = self.byte(end);
        let has_leading_zero = end > start + 1 && self.byte(start) == b'0';
        if !continues_word(next) && next != b'.' && next < 0x80 && !has_leading_zero {
            return self.push(TokenKind::Integer, start, end, end as u32);
        }
        self.number_slow(start);
    }

    fn number_slow(&mut self, start: usize) {
        let (base, digits) = match (self.byte(start), self.byte(start + 1)) {
            (b'0', b'x') => (16, start + 2),
            (b'0', b'o') => (8, start + 2),
            (b'0', b'b') => (2, start + 2),
            _ => (10, start),
        };
        let mut end = self.digits(digits, base);
        let mut is_float = false;
        if !self.has_digit(digits, end) {
            let range = (start as u32, end as u32);
            let message = format!("no {} digits behind `{}`", adjective(base), self.slice(start, digits));
            return self.bad_number(start, end, SyntaxError::new(Kind::MalformedNumber, range, message));
        }
        if self.byte(end) == b'.' && self.has_fraction(end + 1, base) {
            is_float = true;
            end = self.digits(end + 1, base);
        }
        let marks: &[u8] = if base == 16 { b"pP" } else { b"eE" };
        if matches!(base, 10 | 16) && marks.contains(&self.byte(end)) {
            match self.exponent(end) {
                Some(behind) => (is_float, end) = (true, behind),
                None => return self.no_exponent(start, end),
            }
        } else if base == 16 && is_float {
            let message = "a hexadecimal float without an exponent";
            let error = SyntaxError::new(Kind::MalformedNumber, (start as u32, end as u32), message);
            return self.bad_number(start, end, error.help("write `p0` behind it"));
        }
        if self.word_goes_on(end) {
            return self.letter_behind(start, end, base);
        }
        if self.byte(end) == b'.' && base == 10 && !is_float && self.ends_behind_point(end + 1) {
            let range = (start as u32, end as u32 + 1);
            let fixed = format!("{}.0", self.slice(start, end));
            let message = format!("no digit behind the point of `{}`", self.slice(start, end + 1));
            let error = SyntaxError::new(Kind::MalformedNumber, range, message);
            return self.bad_number(start, end + 1, error.fix(format!("write `{fixed}`"), range, fixed));
        }
        if let Some(underscore) = self.loose_underscore(start, end) {
            return self.loose(start, end, underscore);
        }
        if base == 10 && !is_float && end > start + 1 && self.byte(start) == b'0' {
            return self.leading_zero(start, end);
        }
        let kind = if is_float { TokenKind::Float } else { TokenKind::Integer };
        self.push(kind, start, end, end as u32);
    }

    /// The first underscore of a number that stands before no digit: `12_`, `1_.5`, `1_e3`.
    fn loose_underscore(&self, start: usize, end: usize) -> Option<usize> {
        let is_hexadecimal = self.byte(start) == b'0' && self.byte(start + 1) == b'x';
        let goes_on = |byte: u8| match byte {
            b'_' => true,
            _ if is_hexadecimal => byte.is_ascii_hexdigit(),
            _ => byte.is_ascii_digit(),
        };
        (start..end).find(|at| self.byte(*at) == b'_' && (*at + 1 == end || !goes_on(self.byte(*at + 1))))
    }

    fn loose(&mut self, start: usize, end: usize, underscore: usize) {
        let message = format!("an underscore that separates no digits in `{}`", self.slice(start, end));
        let range = (underscore as u32, underscore as u32 + 1);
        let error = SyntaxError::new(Kind::MalformedNumber, range, message);
        self.bad_number(start, end, error.fix("leave it out", range, ""));
    }

    /// `0777`, which is 511 in C.
    fn leading_zero(&mut self, start: usize, end: usize) {
        let written = self.slice(start, end);
        let digits = written.trim_start_matches(['0', '_']);
        let range = (start as u32, end as u32);
        let mut error = SyntaxError::new(Kind::MalformedNumber, range, format!("`{written}` begins with a zero"));
        let is_octal = !digits.is_empty() && !digits.contains(['8', '9']);
        if is_octal {
            error = error
                .note("in C such a number is octal, here it would be decimal")
                .maybe_fix(format!("an octal number is written `0o{digits}`"), range, format!("0o{digits}"))
                .maybe_fix(format!("a decimal one `{digits}`"), range, digits);
        } else {
            let decimal = if digits.is_empty() { "0" } else { digits };
            error = error.fix(format!("write `{decimal}`"), range, decimal);
        }
        self.bad_number(start, end, error);
    }

    /// Behind the digits of `base` and underscores from `at` on.
    fn digits(&self, at: usize, base: u32) -> usize {
        let rest = self.bytes.get(at..).unwrap_or(&[]);
        let is_digit = |byte: &u8| (*byte as char).is_digit(base) || *byte == b'_';
        at + rest.iter().position(|byte| !is_digit(byte)).unwrap_or(rest.len())
    }

    fn has_digit(&self, start: usize, end: usize) -> bool {
        self.bytes.get(start..end).unwrap_or(&[]).iter().any(|byte| *byte != b'_')
    }

    /// A point belongs to a number only before a digit. `0xf.abs()` is a call all the same: its point is followed by
    /// letters without an exponent.
    fn has_fraction(&self, at: usize, base: u32) -> bool {
        match base {
            10 => self.byte(at).is_ascii_digit(),
            16 => self.byte(at).is_ascii_digit() || (self.byte(at).is_ascii_hexdigit() && self.ends_with_exponent(at)),
            _ => false,
        }
    }

    /// Whether nothing that could be a member follows a point: `1.` at the end of a line, `1. + x`, `(1.)`.
    fn ends_behind_point(&self, at: usize) -> bool {
        matches!(
            self.byte(at),
            b' ' | b'\t' | b'\n' | b'\r' | b')' | b',' | b']' | b'}' | b';' | b'*' | b'/' | b'+' | b'-'
        ) || at >= self.bytes.len()
    }

    fn ends_with_exponent(&self, at: usize) -> bool {
        matches!(self.byte(self.digits(at, 16)), b'p' | b'P')
    }

    /// Behind the exponent whose letter stands at `at`, if it is one.
    fn exponent(&self, at: usize) -> Option<usize> {
        let digits = at + 1 + usize::from(matches!(self.byte(at + 1), b'+' | b'-'));
        let end = self.digits(digits, 10);
        (self.byte(digits).is_ascii_digit()).then_some(end)
    }

    fn word_goes_on(&self, at: usize) -> bool {
        let byte = self.byte(at);
        continues_word(byte) || (byte >= 0x80 && self.character(at).is_some_and(unicode_ident::is_xid_continue))
    }

    fn no_exponent(&mut self, start: usize, end: usize) {
        if self.word_goes_on(end + 1) {
            return self.letter_behind(start, end, 10);
        }
        let range = (start as u32, end as u32 + 1);
        let message = format!("no digits behind the `{}` of an exponent", self.slice(end, end + 1));
        self.bad_number(start, end + 1, SyntaxError::new(Kind::MalformedNumber, range, message));
    }

    /// Something goes on directly behind a number.
    fn letter_behind(&mut self, start: usize, at: usize, base: u32) {
        let rest = self.text.get(at..).unwrap_or("");
        let goes_on = |c: char| if c.is_ascii() { continues_word(c as u8) } else { unicode_ident::is_xid_continue(c) };
        let end = at + rest.find(|character| !goes_on(character)).unwrap_or(rest.len());
        let word = self.slice(at, end);
        let number = self.slice(start, at);
        let first = word.chars().next().unwrap_or(' ');
        let error = if first.is_ascii_digit() {
            let message = format!("digit `{first}` is not {} digit", with_article(adjective(base)));
            let range = (at as u32, at as u32 + 1);
            SyntaxError::new(Kind::InvalidDigit, range, message).note(format!(
                "`{}` begins {}",
                prefix(base),
                name(base)
            ))
        } else {
            let message = format!("letter `{first}` directly behind the number `{number}`");
            let error = SyntaxError::new(Kind::LetterBehindNumber, (at as u32, end as u32), message);
            let upper_prefix = number == "0" && matches!(first, 'X' | 'O' | 'B');
            if upper_prefix {
                error.help(format!("the prefix is written `0{}`", first.to_ascii_lowercase()))
            } else {
                error.help("literals have no suffixes: a number takes the type of the place that it goes to")
            }
        };
        self.bad_number(start, end, error);
    }

    fn bad_number(&mut self, start: usize, end: usize, error: SyntaxError) {
        self.error(error);
        self.push(TokenKind::BadLiteral, start, end, end as u32);
    }

    fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or("")
    }
}

fn adjective(base: u32) -> &'static str {
    match base {
        2 => "binary",
        8 => "octal",
        16 => "hexadecimal",
        _ => "decimal",
    }
}

fn with_article(adjective: &str) -> String {
    if adjective.starts_with('o') { format!("an {adjective}") } else { format!("a {adjective}") }
}

fn prefix(base: u32) -> &'static str {
    if base == 2 { "0b" } else { "0o" }
}

fn name(base: u32) -> &'static str {
    if base == 2 { "a binary number: digits 0 and 1" } else { "an octal number: digits 0 to 7" }
}
