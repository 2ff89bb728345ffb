//! What lexer and parser have to say: diagnostics with byte ranges, for a tree does not know its file's number.

use hubbub_base::{FileId, Span};
use hubbub_diagnostics::Diagnostic;

/// A range of bytes, from `.0` to before `.1`.
pub type ByteRange = (u32, u32);

/// A diagnostic of a file that has no number yet.
pub type SyntaxError = Diagnostic<ByteRange>;

/// Where an error is.
pub fn range_of(error: &SyntaxError) -> ByteRange {
    error.span.unwrap_or_default()
}

/// The diagnostic, now that the file has a number.
pub fn in_file(error: SyntaxError, file: FileId) -> Diagnostic {
    error.located(|(start, end)| Span::new(file, start, end.max(start)))
}
