//! Bytes and text: searching with memchr, reading floats and checking UTF-8 with core.

use core::str;

use memchr::memmem;

/// The first position of `part`, or -1.
pub fn find(text: &[u8], part: &[u8]) -> i64 {
    position(memmem::find(text, part))
}

/// The last position of `part`, or -1.
pub fn find_last(text: &[u8], part: &[u8]) -> i64 {
    position(memmem::rfind(text, part))
}

/// The first position of a byte, or -1.
pub fn find_byte(text: &[u8], byte: u8) -> i64 {
    position(memchr::memchr(byte, text))
}

/// The last position of a byte, or -1.
pub fn find_last_byte(text: &[u8], byte: u8) -> i64 {
    position(memchr::memrchr(byte, text))
}

fn position(found: Option<usize>) -> i64 {
    found.map_or(-1, |at| at as i64)
}

/// How many bytes from the beginning are valid UTF-8.
pub fn valid_length(text: &[u8]) -> usize {
    match str::from_utf8(text) {
        Ok(text) => text.len(),
        Err(error) => error.valid_up_to(),
    }
}

/// The float that all of the text is: decimal, with exponent, `inf`, `NaN`.
pub fn parse_f64(text: &[u8]) -> Option<f64> {
    str::from_utf8(text).ok()?.parse().ok()
}

/// The same, rounded once.
pub fn parse_f32(text: &[u8]) -> Option<f32> {
    str::from_utf8(text).ok()?.parse().ok()
}

#[cfg(feature = "library")]
mod symbols {
    use super::super::bytes_at;

    /// # Safety
    ///
    /// Both are so long.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_text_find(text: *const u8, length: usize, part: *const u8, part_length: usize) -> i64 {
        // SAFETY: the caller's promise.
        unsafe { super::find(bytes_at(text, length), bytes_at(part, part_length)) }
    }

    /// # Safety
    ///
    /// Both are so long.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_text_find_last(text: *const u8, length: usize, part: *const u8, part_length: usize) -> i64 {
        // SAFETY: the caller's promise.
        unsafe { super::find_last(bytes_at(text, length), bytes_at(part, part_length)) }
    }

    /// # Safety
    ///
    /// It is so long.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_text_find_byte(text: *const u8, length: usize, byte: i32) -> i64 {
        // SAFETY: the caller's promise.
        super::find_byte(unsafe { bytes_at(text, length) }, byte as u8)
    }

    /// # Safety
    ///
    /// It is so long.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_text_find_last_byte(text: *const u8, length: usize, byte: i32) -> i64 {
        // SAFETY: the caller's promise.
        super::find_last_byte(unsafe { bytes_at(text, length) }, byte as u8)
    }

    /// # Safety
    ///
    /// It is so long.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_text_valid_length(text: *const u8, length: usize) -> usize {
        // SAFETY: the caller's promise.
        super::valid_length(unsafe { bytes_at(text, length) })
    }

    /// # Safety
    ///
    /// It is so long, and there is room for the result.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_text_parse_f64(text: *const u8, length: usize, out: *mut f64) -> bool {
        // SAFETY: the caller's promise.
        unsafe { super::parse_f64(bytes_at(text, length)).map(|value| out.write(value)).is_some() }
    }

    /// # Safety
    ///
    /// It is so long, and there is room for the result.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_text_parse_f32(text: *const u8, length: usize, out: *mut f32) -> bool {
        // SAFETY: the caller's promise.
        unsafe { super::parse_f32(bytes_at(text, length)).map(|value| out.write(value)).is_some() }
    }
}
