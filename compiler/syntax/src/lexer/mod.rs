//! From text to tokens: one pass over the bytes, driven by a table of byte classes; nothing is allocated per token.
//!
//! The lexer never fails: what begins nothing is reported and skipped, a malformed literal is one token of kind
//! [`TokenKind::BadLiteral`]. It knows no grammar; newlines are only marked, the parser decides what they mean.
//! Start with [`lex`]. Numbers are in `number`, strings and runes in `quoted`, names and directives in `word`,
//! what concerns the text as a whole (UTF-8, control characters) in `source`.

mod cache;
mod number;
mod punctuation;
mod quoted;
mod scan;
mod source;
mod word;

pub use source::{Source, decode};
pub use word::word_length;

use hubbub_diagnostics::Kind;

use crate::error::{SyntaxError, range_of};
use crate::token::{Place, TokenKind, Tokens};
use cache::NameCache;

/// Errors kept for one file; a file of random bytes has one at every other byte.
const ERRORS_MAX: usize = 1_000;

/// The tokens of `source`, and what was wrong with them.
pub fn lex(source: &Source) -> (Tokens, Vec<SyntaxError>) {
    let text: &str = &source.text;
    let mut lexer = Lexer {
        text,
        bytes: text.as_bytes(),
        at: source.code_start(),
        previous_end: usize::MAX,
        is_first: true,
        is_lossy: source.is_lossy,
        tokens: Tokens::with_capacity(text.len() / 4 + 16),
        errors: source.errors.clone(),
        names: NameCache::take(),
    };
    lexer.run();
    let Lexer { tokens, mut errors, names, .. } = lexer;
    names.give_back();
    errors.sort_by_key(range_of);
    (tokens, errors)
}

struct Lexer<'t> {
    text: &'t str,
    bytes: &'t [u8],
    /// Offset of the next byte.
    at: usize,
    /// Where the last token ended.
    previous_end: usize,
    /// Whether the next token is the first on its line.
    is_first: bool,
    /// Whether the text was made valid: then U+FFFD has been reported already.
    is_lossy: bool,
    tokens: Tokens,
    errors: Vec<SyntaxError>,
    names: NameCache,
}

/// What a byte can begin.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Class {
    Blank,
    Newline,
    Letter,
    Digit,
    Mark,
    Slash,
    Quote,
    Backquote,
    Apostrophe,
    Hash,
    NonAscii,
    Unknown,
}

/// Class of each byte. Control characters are blanks: they have been reported before.
static CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut table = [Class::Blank; 256];
    let mut byte = 33;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'"' => Class::Quote,
            b'`' => Class::Backquote,
            b'\'' => Class::Apostrophe,
            b'#' => Class::Hash,
            b'/' => Class::Slash,
            b'$' | b'?' | b'\\' => Class::Unknown,
            0x7f => Class::Blank,
            0x80.. => Class::NonAscii,
            _ => Class::Mark,
        };
        byte += 1;
    }
    table[b'\n' as usize] = Class::Newline;
    table[b'\r' as usize] = Class::Newline;
    table
}

impl Lexer<'_> {
    fn run(&mut self) {
        loop {
            let byte = self.byte(self.at);
            match CLASSES.get(byte as usize).copied().unwrap_or(Class::Unknown) {
                Class::Blank if self.at >= self.bytes.len() => break,
                Class::Blank => self.at = scan::spaces_end(self.bytes, self.at + 1),
                Class::Newline => {
                    self.is_first = true;
                    self.at = scan::spaces_end(self.bytes, self.at + 1);
                }
                Class::Letter => self.word(),
                Class::Mark => self.mark(byte),
                Class::Digit => self.number(),
                Class::Slash => self.slash(),
                Class::Quote => self.string(),
                Class::Backquote => self.raw_string(),
                Class::Apostrophe => self.rune(),
                Class::Hash => self.directive(),
                Class::NonAscii => self.non_ascii(),
                Class::Unknown => self.unknown_character(),
            }
        }
        self.is_first = true;
        self.push(TokenKind::EndOfFile, self.bytes.len(), self.bytes.len(), 0);
    }

    /// The byte at `offset`, 0 behind the last one.
    #[inline(always)]
    fn byte(&self, offset: usize) -> u8 {
        self.bytes.get(offset).copied().unwrap_or(0)
    }

    /// The character at `offset`.
    fn character(&self, offset: usize) -> Option<char> {
        self.text.get(offset..)?.chars().next()
    }

    /// Adds a token from `start` to `end`, and goes on behind it.
    #[inline(always)]
    fn push(&mut self, kind: TokenKind, start: usize, end: usize, payload: u32) {
        self.tokens.push(kind, Place::new(start, self.is_first, start == self.previous_end, payload));
        self.is_first = false;
        self.previous_end = end;
        self.at = end;
    }

    #[cold]
    fn error(&mut self, error: SyntaxError) {
        if self.errors.len() < ERRORS_MAX {
            self.errors.push(error);
        }
    }

    /// A comment, or the operators `/` and `/=`.
    fn slash(&mut self) {
        match self.byte(self.at + 1) {
            b'/' => self.line_comment(),
            b'*' => self.block_comment(),
            b'=' => self.push(TokenKind::SlashEqual, self.at, self.at + 2, 0),
            _ => self.push(TokenKind::Slash, self.at, self.at + 1, 0),
        }
    }

    fn line_comment(&mut self) {
        if !self.is_first {
            self.tokens.push_comment_behind(self.at);
        }
        self.at = scan::line_end(self.bytes, self.at);
    }

    fn block_comment(&mut self) {
        let start = self.at;
        self.at += 2;
        let mut depth = 1_usize;
        while depth > 0 {
            match (self.byte(self.at), self.byte(self.at + 1)) {
                (b'*', b'/') => {
                    depth -= 1;
                    self.at += 1;
                }
                (b'/', b'*') => {
                    depth += 1;
                    self.at += 1;
                }
                (b'\n' | b'\r', _) => self.is_first = true,
                _ if self.at >= self.bytes.len() => {
                    let range = (start as u32, start as u32 + 2);
                    let message =
                        format!("this comment is not closed: {depth} `*/` missing before the end of the file");
                    self.error(SyntaxError::new(Kind::UnterminatedComment, range, message).note("comments nest"));
                    return;
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    /// A character beyond ASCII: a name, or nothing.
    fn non_ascii(&mut self) {
        match self.character(self.at) {
            Some(character) if self.begins_name(character) => self.word_unicode(self.at),
            _ => self.unknown_character(),
        }
    }

    fn unknown_character(&mut self) {
        let Some(character) = self.character(self.at) else {
            self.at += 1;
            return;
        };
        let (start, end) = (self.at, self.at + character.len_utf8());
        if character == '\\' && self.byte(start + 1) == b'\\' {
            return self.lines_behind_backslashes(start);
        }
        self.at = end;
        if source::is_reported(character) {
            return;
        }
        let code = character as u32;
        let message = if character.is_ascii() {
            format!("`{character}` begins nothing")
        } else {
            format!("`{}` (U+{code:04X}) begins nothing", character.escape_default())
        };
        let range = (start as u32, end as u32);
        let error = SyntaxError::new(Kind::UnknownCharacter, range, message);
        if character == '?' {
            let advice = self.question(start);
            return self.error(error.help(advice));
        }
        self.error(helped(error, character, range));
    }
}

impl Lexer<'_> {
    /// Lines that begin with `\\`, as others write text of several lines: one mistake, and one token.
    #[cold]
    fn lines_behind_backslashes(&mut self, start: usize) {
        let mut end = scan::line_end(self.bytes, start);
        loop {
            let next = scan::spaces_end(self.bytes, (end + 1).min(self.bytes.len()));
            if !self.bytes.get(next..).is_some_and(|rest| rest.starts_with(b"\\\\")) {
                break;
            }
            end = scan::line_end(self.bytes, next);
        }
        let range = (start as u32, start as u32 + 2);
        let error =
            SyntaxError::new(Kind::ForeignSpelling, range, "`\\\\` before a line of text is another language's");
        self.error(error.help("a string of several lines stands between backquotes"));
        self.push(TokenKind::BadLiteral, start, end, end as u32);
    }

    /// What a `?` means elsewhere: `?T`, `a ?? b`, `f()?`, `c ? a : b`.
    fn question(&self, at: usize) -> &'static str {
        let before = self.bytes.get(..at).and_then(|before| before.trim_ascii_end().last());
        let behind = self.byte(at + 1);
        match (before, behind) {
            (Some(b'.'), _) => "a `Maybe` is unwrapped by `m.some`, which panics, `m or_else other`, or `if x := m`",
            (_, b'?') | (Some(b'?'), _) => "another value in the place of `none` is `value or_else other`",
            (Some(b':' | b'>'), _) => "what may be missing is a `Maybe{T}`",
            (_, b'\n' | b'\r' | b';' | b')' | b',' | 0) => "a failure is given on by `value or_return`",
            (_, b'.') => "what may be missing is unwrapped first: `if x := value`, `value or_return`",
            _ => "a choice of two values is `ifx c => a else => b end`",
        }
    }
}

/// What somebody may have meant who wrote `character`.
fn helped(error: SyntaxError, character: char, range: (u32, u32)) -> SyntaxError {
    let plain = match character {
        '\u{201c}' | '\u{201d}' | '\u{201e}' => "\"",
        '\u{2018}' | '\u{2019}' => "'",
        '\u{2212}' | '\u{2013}' | '\u{2014}' => "-",
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => " ",
        '\u{d7}' => "*",
        '\u{200b}'..='\u{200d}' | '\u{feff}' => "",
        '$' => {
            let advice = "names begin with a letter or `_`; type parameters stand in braces: `name :: {T}(x: T)`";
            return error.help(advice);
        }
        _ => return error,
    };
    let advice = match plain {
        "" => "take this invisible character away".to_owned(),
        " " => "write a plain blank".to_owned(),
        _ => format!("write `{plain}`"),
    };
    error.fix(advice, range, plain)
}
