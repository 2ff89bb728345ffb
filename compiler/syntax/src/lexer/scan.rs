//! Skipping over bytes, eight at a time.

const EACH: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Where the line that goes on at `at` ends: at a line feed, a carriage return, or the end of the bytes.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or(&[]);
    let mut chunks = rest.chunks_exact(8);
    let mut offset = at;
    for chunk in &mut chunks {
        let word = chunk.first_chunk::<8>().map_or(0, |chunk| u64::from_le_bytes(*chunk));
        let found = zero_bytes(word ^ (EACH * b'\n' as u64)) | zero_bytes(word ^ (EACH * b'\r' as u64));
        if found != 0 {
            return offset + found.trailing_zeros() as usize / 8;
        }
        offset += 8;
    }
    let tail = chunks.remainder();
    offset + tail.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(tail.len())
}

/// Sets the high bit of the lowest byte that is zero, and perhaps of higher ones.
fn zero_bytes(word: u64) -> u64 {
    word.wrapping_sub(EACH) & !word & HIGH
}

/// Where the spaces that begin at `at` end.
#[inline(always)]
pub(super) fn spaces_end(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at..at + 4).is_some_and(|four| four == b"    ") {
        at += 4;
    }
    while bytes.get(at) == Some(&b' ') {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{line_end, spaces_end};

    #[test]
    fn ends() {
        for length in 0..40 {
            for end in ["\n", "\r", ""] {
                let text = format!("é{}{end}ab\nc", "x".repeat(length));
                let expected = if end.is_empty() { length + 4 } else { length + 2 };
                assert_eq!(line_end(text.as_bytes(), 0), expected);
                assert_eq!(line_end(text.as_bytes(), 1), expected);
            }
            let text = " ".repeat(length) + "x";
            assert_eq!(spaces_end(text.as_bytes(), 0), length);
            assert_eq!(spaces_end(" ".repeat(length).as_bytes(), 0), length);
        }
        assert_eq!(line_end(b"\x8a\x8d\x0b\x09abcdefgh", 0), 12);
    }
}
