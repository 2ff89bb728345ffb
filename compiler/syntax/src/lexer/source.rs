//! The text as a whole: made valid UTF-8, and searched for characters that may stand nowhere.

use std::sync::Arc;

use hubbub_base::limits::FILE_BYTES_MAX;
use hubbub_diagnostics::{Diagnostic, Kind};

use super::ERRORS_MAX;
use crate::error::SyntaxError;

/// The text of a file, valid UTF-8.
#[derive(Clone, Debug)]
pub struct Source {
    /// The text; bytes that were no UTF-8 have become U+FFFD.
    pub text: Arc<str>,
    /// Whether bytes had to be replaced.
    pub is_lossy: bool,
    /// What is wrong with the bytes and characters as such.
    pub errors: Vec<SyntaxError>,
}

/// The text of `bytes`, in which nothing is left that could harm a later phase or a terminal unreported.
pub fn decode(bytes: &[u8]) -> Source {
    if bytes.len() as u64 > FILE_BYTES_MAX {
        let message = format!("the file has {} bytes, the most is {FILE_BYTES_MAX}", bytes.len());
        let errors = vec![SyntaxError::new(Kind::FileTooLarge, (0, 0), message)];
        return Source { text: Arc::from(""), is_lossy: true, errors };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Source::new(Arc::from(text)),
        Err(_) => lossy(bytes),
    }
}

impl Source {
    /// The source that is `text`.
    pub fn new(text: Arc<str>) -> Self {
        if text.len() as u64 > FILE_BYTES_MAX {
            return decode(text.as_bytes());
        }
        let errors = if needs_search(text.as_bytes()) { character_errors(&text) } else { Vec::new() };
        Self { text, is_lossy: false, errors }
    }

    /// Where the code begins: behind a byte-order mark and a first line `#!…`.
    pub fn code_start(&self) -> usize {
        let mark = if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let rest = self.text.get(mark..).unwrap_or("");
        if rest.starts_with("#!") { mark + rest.find(['\n', '\r']).unwrap_or(rest.len()) } else { mark }
    }
}

/// Whether `character` is one that [`character_errors`] reports.
pub(super) fn is_reported(character: char) -> bool {
    error_kind(character).is_some()
}

fn error_kind(character: char) -> Option<Kind> {
    match character {
        '\t' | '\n' | '\r' => None,
        '\0' => Some(Kind::NulByte),
        '\u{1}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some(Kind::ControlCharacter),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(Kind::BidirectionalOverride),
        _ => None,
    }
}

/// Whether there is anything beyond printable ASCII, tabs and line breaks. Free of branches, so that it runs at memory speed.
fn needs_search(bytes: &[u8]) -> bool {
    bytes.chunks(4096).any(|chunk| {
        let odd = |byte: &u8| (*byte < 0x20 && *byte != b'\n' && *byte != b'\t' && *byte != b'\r') || *byte >= 0x7f;
        chunk.iter().fold(false, |found, byte| found | odd(byte))
    })
}

/// Control characters and bidirectional overrides, wherever they stand; one error for neighbours of one kind.
fn character_errors(text: &str) -> Vec<SyntaxError> {
    let mut errors: Vec<SyntaxError> = Vec::new();
    for (offset, character) in text.char_indices() {
        let Some(kind) = error_kind(character) else { continue };
        let (start, end) = (offset as u32, (offset + character.len_utf8()) as u32);
        if let Some(Diagnostic { kind: last_kind, span: Some(span), .. }) = errors.last_mut()
            && *last_kind == kind
            && span.1 == start
        {
            span.1 = end;
            continue;
        }
        if errors.len() == ERRORS_MAX {
            break;
        }
        errors.push(SyntaxError::new(kind, (start, end), character_message(kind, character, offset)));
    }
    errors
}

fn character_message(kind: Kind, character: char, offset: usize) -> String {
    let code = character as u32;
    match kind {
        Kind::NulByte => format!("a NUL byte at byte offset {offset}"),
        Kind::BidirectionalOverride => {
            format!("U+{code:04X} at byte offset {offset} changes the direction of the text around it")
        }
        _ => format!("control character U+{code:04X} at byte offset {offset}"),
    }
}

/// The text with U+FFFD for what is no UTF-8. The message gives the offset in the file as it is.
fn lossy(bytes: &[u8]) -> Source {
    let mut text = String::with_capacity(bytes.len() + 64);
    let mut first: Option<SyntaxError> = None;
    let mut count = 0_usize;
    let mut offset = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        offset += chunk.valid().len();
        let Some(bad) = chunk.invalid().first() else { continue };
        let start = text.len() as u32;
        text.push('\u{fffd}');
        count += 1;
        offset += chunk.invalid().len();
        if first.is_none() {
            let at = offset - chunk.invalid().len();
            let message = format!("byte 0x{bad:02X} at byte offset {at} is not UTF-8");
            first = Some(SyntaxError::new(Kind::InvalidUtf8, (start, start + 3), message));
        }
    }
    if text.len() as u64 > FILE_BYTES_MAX {
        text.clear();
    }
    let mut source = Source::new(Arc::from(text));
    source.is_lossy = true;
    let note = format!("{count} places of the file are not UTF-8; this is the first");
    source.errors.extend(first.map(|error| if count > 1 { error.note(note) } else { error }));
    source
}
