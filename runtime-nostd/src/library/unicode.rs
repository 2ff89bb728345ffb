//! Unicode, by Rust's crates: graphemes and words, normal forms, width, case.
//!
//! What gives one rune for another needs no memory; what makes text of text writes it at the place that it is given and says how long it is, so that the program can
//! ask first and allocate then.

extern crate alloc;

use core::str;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How the text is to be changed.
const UPPER: i32 = 0;
const LOWER: i32 = 1;
const NFC: i32 = 2;
const NFD: i32 = 3;
const NFKC: i32 = 4;
const NFKD: i32 = 5;

/// The valid UTF-8 that a text begins with.
fn valid(text: &[u8]) -> &str {
    match str::from_utf8(text) {
        Ok(text) => text,
        Err(error) => str::from_utf8(text.get(..error.valid_up_to()).unwrap_or(&[])).unwrap_or(""),
    }
}

/// How long the grapheme is that the text begins with; 1 where it is invalid, 0 at the end.
pub fn grapheme_length(text: &[u8]) -> usize {
    let head = valid(text);
    if head.is_empty() {
        return usize::from(!text.is_empty());
    }
    let mut cursor = GraphemeCursor::new(0, head.len(), true);
    match cursor.next_boundary(head, 0) {
        Ok(Some(at)) => at,
        _ => head.len(),
    }
}

/// How long the word, or what stands between two words, is that the text begins with; 1 where it is invalid, 0 at the end.
pub fn word_length(text: &[u8]) -> usize {
    match valid(text).split_word_bounds().next() {
        Some(word) => word.len(),
        None => usize::from(!text.is_empty()),
    }
}

/// Columns on a terminal.
pub fn width(text: &[u8]) -> usize {
    valid(text).width()
}

/// What a rune is: bits for alphabetic, numeric, blank, upper, lower, control, alphanumeric, and the columns from bit 8 on.
pub fn properties(rune: u32) -> u32 {
    let Some(rune) = char::from_u32(rune) else { return 0 };
    let bits = [
        rune.is_alphabetic(),
        rune.is_numeric(),
        rune.is_whitespace(),
        rune.is_uppercase(),
        rune.is_lowercase(),
        rune.is_control(),
        rune.is_alphanumeric(),
    ];
    let columns = rune.width().unwrap_or(0) as u32;
    bits.iter().enumerate().fold(columns << 8, |sum, (bit, is_set)| sum | u32::from(*is_set) << bit)
}

/// Gives the changed text to `take`, a rune at a time. What is invalid ends it.
pub fn change(text: &[u8], how: i32, take: impl FnMut(char)) {
    let text = valid(text);
    match how {
        UPPER => text.chars().flat_map(char::to_uppercase).for_each(take),
        // A sigma at the end of a word has another form: what Rust knows about words is not for the taking otherwise.
        LOWER => text.to_lowercase().chars().for_each(take),
        NFC => text.nfc().for_each(take),
        NFD => text.nfd().for_each(take),
        NFKC => text.nfkc().for_each(take),
        NFKD => text.nfkd().for_each(take),
        _ => {}
    }
}

#[cfg(feature = "library")]
mod symbols {
    use super::super::bytes_at;

    /// # Safety
    ///
    /// It is so long.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_unicode_grapheme(text: *const u8, length: usize) -> usize {
        // SAFETY: the caller's promise.
        super::grapheme_length(unsafe { bytes_at(text, length) })
    }

    /// # Safety
    ///
    /// It is so long.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_unicode_word(text: *const u8, length: usize) -> usize {
        // SAFETY: the caller's promise.
        super::word_length(unsafe { bytes_at(text, length) })
    }

    /// # Safety
    ///
    /// It is so long.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_unicode_width(text: *const u8, length: usize) -> usize {
        // SAFETY: the caller's promise.
        super::width(unsafe { bytes_at(text, length) })
    }

    #[unsafe(no_mangle)]
    extern "C" fn hb_unicode_properties(rune: u32) -> u32 {
        super::properties(rune)
    }

    /// Writes the changed text at `out`, unless that is null; gives its length.
    ///
    /// # Safety
    ///
    /// It is so long, and there is room for the result.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_unicode_change(text: *const u8, length: usize, how: i32, out: *mut u8) -> usize {
        let mut written = 0;
        // SAFETY: the caller's promise.
        super::change(unsafe { bytes_at(text, length) }, how, |rune| {
            let mut room = [0; 4];
            let bytes = rune.encode_utf8(&mut room).as_bytes();
            if !out.is_null() {
                // SAFETY: the caller has asked for the length before, and has made room for it.
                unsafe { out.add(written).copy_from_nonoverlapping(bytes.as_ptr(), bytes.len()) };
            }
            written += bytes.len();
        });
        written
    }
}
