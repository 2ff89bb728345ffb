//! Where something stands in the source.

use crate::FileId;

/// A range of bytes of one file. Lines and columns are computed only when something is printed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// Byte offset of the first byte.
    pub start: u32,
    /// Byte offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` to before `end` of `file`.
    #[inline]
    pub fn new(file: FileId, start: u32, end: u32) -> Self {
        Self { file, start, end: end.max(start) }
    }

    /// From the start of `self` to the end of `last`, which stands in the same file.
    #[inline]
    pub fn to(self, last: Span) -> Self {
        Self { file: self.file, start: self.start.min(last.start), end: self.end.max(last.end) }
    }

    /// The empty place behind `self`.
    #[inline]
    pub fn after(self) -> Self {
        Self { file: self.file, start: self.end, end: self.end }
    }
}
