//! Tokens of the text form.

use super::{Failure, Parsed};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A bare name or a word of the form.
    Word,
    /// `_3`
    Local,
    /// `bb3`
    Block,
    /// `.3`
    Field,
    /// `12`, `-5`
    Integer,
    /// `1.5`, `-2e-10`
    Float,
    /// `0x7ff8`
    Hexadecimal,
    /// `"…"`
    Quoted,
    /// One or two characters that stand for themselves.
    Punctuation,
    /// Behind the last token.
    End,
}

/// A token: its kind and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub kind: TokenKind,
    pub start: usize,
    pub end: usize,
    /// Whether it is the first on its line.
    pub is_first: bool,
}

impl Token {
    /// What it looks like.
    pub fn text<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// The tokens of a text.
pub fn tokens(text: &str) -> Parsed<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut is_first = true;
    while let Some(first) = byte(text, at) {
        match first {
            b'\n' => {
                is_first = true;
                at += 1;
            }
            b' ' | b'\t' | b'\r' => at += 1,
            b'/' if byte(text, at + 1) == Some(b'/') => at = run_end(text, at, |b| b != b'\n'),
            _ => {
                let (kind, end) = token(text, at, first)?;
                tokens.push(Token { kind, start: at, end, is_first });
                is_first = false;
                at = end;
            }
        }
    }
    Ok(tokens)
}

fn byte(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at).copied()
}

/// The first offset from `at` on whose byte is none of these.
fn run_end(text: &str, at: usize, is_in: impl Fn(u8) -> bool) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or(&[]);
    at + rest.iter().position(|byte| !is_in(*byte)).unwrap_or(rest.len())
}

fn digits_end(text: &str, at: usize) -> usize {
    run_end(text, at, |byte| byte.is_ascii_digit())
}

fn token(text: &str, at: usize, first: u8) -> Parsed<(TokenKind, usize)> {
    let second = byte(text, at + 1).unwrap_or(0);
    match first {
        b'a'..=b'z' | b'A'..=b'Z' | b'_' => Ok(word(text, at)),
        b'0' if second == b'x' => Ok((TokenKind::Hexadecimal, run_end(text, at + 2, |b| b.is_ascii_hexdigit()))),
        b'0'..=b'9' => Ok(number(text, at)),
        b'-' if second.is_ascii_digit() => Ok(number(text, at + 1)),
        b'-' if second == b'>' => Ok((TokenKind::Punctuation, at + 2)),
        b'.' if second.is_ascii_digit() => Ok((TokenKind::Field, digits_end(text, at + 1))),
        b'.' if text.get(at..at + 3) == Some("...") => Ok((TokenKind::Punctuation, at + 3)),
        b'"' => quoted_end(text, at).map(|end| (TokenKind::Quoted, end)),
        b'(' | b')' | b'[' | b']' | b'<' | b'>' | b':' | b';' | b',' | b'=' | b'*' | b'&' | b'^' | b'+' | b'#'
        | b'!' => Ok((TokenKind::Punctuation, at + 1)),
        _ => Err(Failure::new(at, format!("a character that means nothing: {:?}", char_at(text, at)))),
    }
}

fn char_at(text: &str, at: usize) -> char {
    text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('\u{fffd}')
}

/// Parts with points between them; a point belongs to the word only before a letter or `_`.
fn word(text: &str, start: usize) -> (TokenKind, usize) {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    let mut end = run_end(text, start, |byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let id = text.get(start..end).unwrap_or("");
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if id.strip_prefix('_').is_some_and(is_number) {
        return (TokenKind::Local, end);
    }
    if id.strip_prefix("bb").is_some_and(is_number) {
        return (TokenKind::Block, end);
    }
    while byte(text, end) == Some(b'.') && byte(text, end + 1).is_some_and(is_letter) {
        end = run_end(text, end + 1, |byte| byte.is_ascii_alphanumeric() || byte == b'_');
    }
    (TokenKind::Word, end)
}

/// Digits from `at` on, then perhaps a fraction and an exponent.
fn number(text: &str, at: usize) -> (TokenKind, usize) {
    let mut end = digits_end(text, at);
    let mut kind = TokenKind::Integer;
    if byte(text, end) == Some(b'.') && byte(text, end + 1).is_some_and(|b| b.is_ascii_digit()) {
        kind = TokenKind::Float;
        end = digits_end(text, end + 1);
    }
    if byte(text, end) == Some(b'e') {
        let signed = usize::from(matches!(byte(text, end + 1), Some(b'-' | b'+')));
        let exponent_end = digits_end(text, end + 1 + signed);
        if exponent_end > end + 1 + signed {
            return (TokenKind::Float, exponent_end);
        }
    }
    (kind, end)
}

fn quoted_end(text: &str, start: usize) -> Parsed<usize> {
    let mut at = start + 1;
    loop {
        match byte(text, at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') if byte(text, at + 1).is_some_and(|escaped| escaped.is_ascii()) => at += 2,
            Some(b'\n') | None => return Err(Failure::new(start, "a text without its closing quote")),
            Some(_) => at += 1,
        }
    }
}

/// The bytes that a quoted text stands for.
pub fn unquote(quoted: &str, start: usize) -> Parsed<Vec<u8>> {
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or("");
    let mut bytes = Vec::with_capacity(inner.len());
    let mut rest = inner.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        let escaped = match rest.next() {
            Some(b'n') => Some(b'\n'),
            Some(b'x') => hexadecimal(&mut rest),
            Some(byte @ (b'"' | b'\\')) => Some(byte),
            _ => None,
        };
        match escaped {
            Some(byte) => bytes.push(byte),
            None => return Err(Failure::new(start, "an escape that means nothing")),
        }
    }
    Ok(bytes)
}

fn hexadecimal(rest: &mut std::str::Bytes<'_>) -> Option<u8> {
    let high = char::from(rest.next()?).to_digit(16)?;
    let low = char::from(rest.next()?).to_digit(16)?;
    u8::try_from(high * 16 + low).ok()
}
