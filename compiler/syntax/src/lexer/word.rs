//! Names, keywords and directives.

use hubbub_base::Name;
use hubbub_base::limits::IDENTIFIER_BYTES_MAX;
use hubbub_diagnostics::Kind;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::Lexer;
use super::cache::CACHED_BYTES_MAX;
use crate::error::SyntaxError;
use crate::token::{DIRECTIVES, KEYWORDS, TokenKind};

/// Whether an ASCII byte goes on with a name, a `-` not counted.
static CONTINUES: [bool; 256] = continues();

const fn continues() -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'_';
        byte += 1;
    }
    table
}

#[inline(always)]
pub(super) fn continues_word(byte: u8) -> bool {
    CONTINUES.get(byte as usize).copied().unwrap_or(false)
}

/// For each first letter of a keyword, the set of lengths that such keywords have: most names are told apart by it.
static KEYWORD_LENGTHS: [u32; 256] = keyword_lengths();

const fn keyword_lengths() -> [u32; 256] {
    let mut table = [0; 256];
    let mut index = 0;
    while index < KEYWORDS.len() {
        let text = KEYWORDS[index].0;
        table[text.as_bytes()[0] as usize] |= 1 << text.len();
        index += 1;
    }
    table
}

/// The first eight bytes of each keyword as a number, zeros behind them: all of them differ.
const KEYWORD_PREFIXES: [u64; KEYWORDS.len()] = keyword_prefixes();

const fn keyword_prefixes() -> [u64; KEYWORDS.len()] {
    let mut table = [0; KEYWORDS.len()];
    let mut index = 0;
    while index < KEYWORDS.len() {
        let bytes = KEYWORDS[index].0.as_bytes();
        let mut at = 0;
        while at < 8 && at < bytes.len() {
            table[index] |= (bytes[at] as u64) << (8 * at);
            at += 1;
        }
        index += 1;
    }
    table
}

fn keyword(word: &[u8], low: u64) -> Option<TokenKind> {
    let index = KEYWORD_PREFIXES.iter().position(|prefix| *prefix == low)?;
    let (text, kind) = KEYWORDS.get(index)?;
    (text.as_bytes() == word).then_some(*kind)
}

impl Lexer<'_> {
    /// A name or keyword that begins with an ASCII letter or `_`.
    #[inline]
    pub(super) fn word(&mut self) {
        let start = self.at;
        let mut end = start + 1;
        loop {
            let byte = self.byte(end);
            if continues_word(byte) {
                end += 1;
            } else if byte == b'-' && continues_word(self.byte(end + 1)) {
                end += 2;
            } else if byte >= 0x80 || (byte == b'-' && self.byte(end + 1) >= 0x80) {
                return self.word_unicode(start);
            } else {
                break;
            }
        }
        if end - start > CACHED_BYTES_MAX {
            return self.word_long(start, end);
        }
        let (low, high) = self.two_words(start, end - start);
        let first = low as u8 as usize;
        let lengths = KEYWORD_LENGTHS.get(first).copied().unwrap_or(0);
        if lengths >> (end - start) & 1 != 0
            && let Some(kind) = keyword(self.bytes.get(start..end).unwrap_or(&[]), low)
        {
            return self.push(kind, start, end, 0);
        }
        let name = self.names.name(low, high, self.text.get(start..end).unwrap_or(""));
        self.push(TokenKind::Name, start, end, name);
    }

    /// The `length` bytes from `start` on, at most 16, as two numbers with zeros behind them.
    #[inline(always)]
    fn two_words(&self, start: usize, length: usize) -> (u64, u64) {
        let Some(bytes) = self.bytes.get(start..start + 16).and_then(|bytes| bytes.first_chunk::<16>()) else {
            return self.two_words_at_end(start, length);
        };
        let both = u128::from_le_bytes(*bytes);
        let both = if length == 16 { both } else { both & ((1 << (8 * length)) - 1) };
        (both as u64, (both >> 64) as u64)
    }

    #[cold]
    fn two_words_at_end(&self, start: usize, length: usize) -> (u64, u64) {
        let bytes = self.bytes.get(start..start + length).unwrap_or(&[]);
        let both = bytes.iter().rev().fold(0_u128, |both, byte| both << 8 | u128::from(*byte));
        (both as u64, (both >> 64) as u64)
    }

    #[inline(never)]
    fn word_long(&mut self, start: usize, end: usize) {
        let text = self.limited(start, end);
        let name = Name::new(text).raw();
        self.push(TokenKind::Name, start, end, name);
    }

    /// A name with characters beyond ASCII, compared in NFC.
    #[cold]
    pub(super) fn word_unicode(&mut self, start: usize) {
        let end = start + word_length_as(self.text, start as u32, self.is_lossy) as usize;
        let text = self.limited(start, end.max(start + 1));
        let name = if is_nfc_quick(text.chars()) == IsNormalized::Yes {
            Name::new(text)
        } else {
            Name::new(&text.nfc().collect::<String>())
        };
        self.push(TokenKind::Name, start, end.max(start + 1), name.raw());
    }

    /// The text of a word; what is too long is reported and cut.
    fn limited(&mut self, start: usize, end: usize) -> &'_ str {
        let mut cut = end;
        if end - start > IDENTIFIER_BYTES_MAX {
            let message = format!("a name of {} bytes, the most is {IDENTIFIER_BYTES_MAX}", end - start);
            self.error(SyntaxError::new(Kind::IdentifierTooLong, (start as u32, end as u32), message));
            cut = start + IDENTIFIER_BYTES_MAX;
            while !self.text.is_char_boundary(cut) {
                cut -= 1;
            }
        }
        self.text.get(start..cut).unwrap_or("")
    }

    /// Whether `character` can begin a name.
    pub(super) fn begins_name(&self, character: char) -> bool {
        unicode_ident::is_xid_start(character) || (self.is_lossy && character == '\u{fffd}')
    }

    /// `#name`.
    pub(super) fn directive(&mut self) {
        let start = self.at;
        let length = match self.character(start + 1) {
            Some(character) if character == '_' || self.begins_name(character) => {
                word_length_as(self.text, start as u32 + 1, self.is_lossy) as usize
            }
            _ => {
                self.at += 1;
                let message = "`#` without a name behind it";
                let range = (start as u32, start as u32 + 1);
                let error = SyntaxError::new(Kind::UnknownCharacter, range, message);
                let is_attribute = matches!(self.byte(start + 1), b'[' | b'!');
                if is_attribute {
                    self.error(error.help("attributes stand at the end of a declaration's first line: `#inline`"));
                } else {
                    self.comment_behind_hash(error, range);
                }
                if is_attribute || self.byte(start + 1) == b' ' {
                    // nothing on the line is of this language
                    self.at = super::scan::line_end(self.bytes, start);
                }
                return;
            }
        };
        let end = start + 1 + length;
        let name = self.limited(start + 1, end).replace('-', "_");
        let known = DIRECTIVES.iter().find(|(text, _)| text.get(1..) == Some(&name));
        let kind = known.map_or(TokenKind::Attribute, |(_, kind)| *kind);
        self.push(kind, start, end, Name::new(&name).raw());
    }
}

impl Lexer<'_> {
    /// `# text`: all such comments of a file are one mistake.
    #[cold]
    fn comment_behind_hash(&mut self, error: SyntaxError, range: (u32, u32)) {
        const ADVICE: &str = "a comment begins with `//`";
        let known = self.errors.iter_mut().flat_map(|error| &mut error.fixes).find(|fix| fix.message == ADVICE);
        match known {
            Some(fix) => fix.edits.push((range, "//".to_owned())),
            None => self.error(error.fix(ADVICE, range, "//")),
        }
    }
}

/// Bytes of the word that begins at `start` of `text`.
pub fn word_length(text: &str, start: u32) -> u32 {
    // a replaced byte can stand in a word of a lossy text only, where it was taken into the token
    word_length_as(text, start, true)
}

fn word_length_as(text: &str, start: u32, is_lossy: bool) -> u32 {
    let continues = |character: char| {
        if character.is_ascii() {
            continues_word(character as u8)
        } else {
            unicode_ident::is_xid_continue(character) || (is_lossy && character == '\u{fffd}')
        }
    };
    let rest = text.get(start as usize..).unwrap_or("");
    let mut characters = rest.char_indices().peekable();
    while let Some((offset, character)) = characters.next() {
        let joins = character == '-' && characters.peek().is_some_and(|(_, next)| continues(*next));
        // the first character of a word is followed by `-` at the earliest
        if !(continues(character) || (joins && offset > 0)) {
            return offset as u32;
        }
    }
    rest.len() as u32
}
