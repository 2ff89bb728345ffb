//! Source files and their lines.

use std::sync::Arc;

use crate::span::Span;
use crate::table::Table;

crate::define_id!(
    /// A source file of the session, numbered in an order that no thread can change.
    pub struct FileId,
    "file"
);

/// One file: its text and where its lines begin.
#[derive(Debug)]
pub struct SourceFile {
    /// The path as it is shown to people: as given, or relative to the search root.
    pub path: String,
    /// The text, valid UTF-8 (what is not never becomes a `SourceFile` without having been made valid).
    pub text: Arc<str>,
    /// The import that came to it first, in a file before it.
    pub imported_at: Option<Span>,
    /// Whether it belongs to the standard library.
    pub is_library: bool,
    line_starts: std::sync::OnceLock<Vec<u32>>,
}

impl SourceFile {
    /// A file with this text.
    pub fn new(path: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            imported_at: None,
            is_library: false,
            line_starts: std::sync::OnceLock::new(),
        }
    }

    /// Byte offsets at which lines begin; computed on first use.
    pub fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(breaks.map(|(index, _)| index as u32 + 1)).collect()
        })
    }

    /// Line (from 1) and column (from 1, in Unicode scalar values) of a byte offset.
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let starts = self.line_starts();
        let line = starts.partition_point(|start| *start <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or(0) as usize;
        let end = (offset as usize).min(self.text.len());
        let before = self.text.as_bytes().get(start..end).unwrap_or(&[]);
        let column = before.iter().filter(|byte| (**byte as i8) >= -64).count();
        (line as u32, column as u32 + 1)
    }

    /// The text of line `line` (from 1), without its line break.
    pub fn line_text(&self, line: u32) -> &str {
        let starts = self.line_starts();
        let Some(start) = starts.get(line.saturating_sub(1) as usize) else { return "" };
        let rest = self.text.get(*start as usize..).unwrap_or("");
        rest.split(['\n', '\r']).next().unwrap_or("")
    }
}

/// All files of a session, in an order that depends on the program alone.
#[derive(Debug, Default)]
pub struct SourceMap {
    /// The files.
    pub files: Table<FileId, SourceFile>,
}

impl SourceMap {
    /// The text that a span covers, `""` where the span lies outside the file.
    pub fn text(&self, span: crate::Span) -> &str {
        let Some(file) = self.files.get(span.file) else { return "" };
        file.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::SourceFile;

    #[test]
    fn lines_and_columns() {
        let file = SourceFile::new("a.hb", "ä\nbc\n");
        assert_eq!(file.line_column(0), (1, 1));
        assert_eq!(file.line_column(2), (1, 2));
        assert_eq!(file.line_column(3), (2, 1));
        assert_eq!(file.line_column(4), (2, 2));
        assert_eq!(file.line_column(6), (3, 1));
        assert_eq!(file.line_column(99), (3, 1));
        assert_eq!(file.line_text(2), "bc");
        assert_eq!(file.line_text(9), "");
    }
}
