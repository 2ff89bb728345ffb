//! The text of a document, with its lines, and places in it as the protocol counts them.
//!
//! Inside the compiler a place is a byte; the protocol has lines and, within them, UTF-16 words or bytes, as the editor and the server agree
//! at the beginning. Lines end with `\n`, `\r\n` or `\r`. A place that is not there is taken for the nearest one before it.

use std::sync::Arc;

use lsp_types::{Position, Range, TextDocumentContentChangeEvent};

/// How places within a line are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Encoding {
    /// By bytes.
    Utf8,
    /// By words of UTF-16, what every editor understands.
    #[default]
    Utf16,
}

/// A text and where its lines begin.
#[derive(Clone, Debug)]
pub struct Text {
    text: Arc<str>,
    lines: Vec<u32>,
}

impl Text {
    /// The lines of a text.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let lines = line_starts(&text);
        Self { text, lines }
    }

    /// The text itself.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The byte of a place.
    pub fn offset(&self, position: Position, encoding: Encoding) -> u32 {
        let (start, line) = self.line(position.line as usize);
        let wanted = position.character as usize;
        let inside = match encoding {
            Encoding::Utf8 => line.floor_char_boundary(wanted.min(line.len())),
            Encoding::Utf16 => bytes_of_words(line, wanted),
        };
        start + inside as u32
    }

    /// The place of a byte.
    pub fn position(&self, offset: u32, encoding: Encoding) -> Position {
        let offset = self.text.floor_char_boundary(offset as usize);
        let line = self.lines.partition_point(|start| *start as usize <= offset).saturating_sub(1);
        let (start, text) = self.line(line);
        let before = text.get(..(offset - start as usize).min(text.len())).unwrap_or(text);
        let character = match encoding {
            Encoding::Utf8 => before.len(),
            Encoding::Utf16 => before.chars().map(char::len_utf16).sum(),
        };
        Position { line: line as u32, character: character as u32 }
    }

    /// The places of two bytes.
    pub fn range(&self, start: u32, end: u32, encoding: Encoding) -> Range {
        Range { start: self.position(start, encoding), end: self.position(end.max(start), encoding) }
    }

    /// The text after some changes, each of which counts in what the one before has left.
    #[must_use]
    pub fn changed(&self, changes: Vec<TextDocumentContentChangeEvent>, encoding: Encoding) -> Self {
        let mut changed = self.clone();
        for change in changes {
            let Some(range) = change.range else {
                changed = Self::new(change.text);
                continue;
            };
            let (a, b) = (changed.offset(range.start, encoding) as usize, changed.offset(range.end, encoding) as usize);
            let (start, end) = (a.min(b), a.max(b));
            let mut text = String::with_capacity(changed.text.len() + change.text.len());
            text.push_str(changed.text.get(..start).unwrap_or(""));
            text.push_str(&change.text);
            text.push_str(changed.text.get(end..).unwrap_or(""));
            changed = Self::new(text);
        }
        changed
    }

    /// Where line `number` begins, and its text without the line break. Behind the last line there is nothing.
    fn line(&self, number: usize) -> (u32, &str) {
        let end = self.text.len() as u32;
        let Some(start) = self.lines.get(number).copied() else { return (end, "") };
        let next = self.lines.get(number + 1).copied().unwrap_or(end);
        let line = self.text.get(start as usize..next as usize).unwrap_or("");
        (start, line.trim_end_matches(['\r', '\n']))
    }
}

fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let is_end = |index: usize, byte: u8| byte == b'\n' || byte == b'\r' && bytes.get(index + 1) != Some(&b'\n');
    let ends = bytes.iter().enumerate().filter(|(index, byte)| is_end(*index, **byte));
    std::iter::once(0).chain(ends.map(|(index, _)| index as u32 + 1)).collect()
}

/// How many bytes of a line its first words of UTF-16 take.
fn bytes_of_words(line: &str, words: usize) -> usize {
    let mut left = words;
    for (offset, character) in line.char_indices() {
        if left < character.len_utf16() {
            return offset;
        }
        left -= character.len_utf16();
    }
    line.len()
}

#[cfg(test)]
mod tests {
    use super::{Encoding, Text};
    use lsp_types::{Position, Range, TextDocumentContentChangeEvent};

    #[test]
    fn places_are_counted_as_agreed() {
        let text = Text::new("aä😀b\r\nx\ry\n");
        for (offset, words, bytes) in
            [(0, (0, 0), (0, 0)), (3, (0, 2), (0, 3)), (7, (0, 4), (0, 7)), (8, (0, 5), (0, 8))]
        {
            for (encoding, (line, character)) in [(Encoding::Utf16, words), (Encoding::Utf8, bytes)] {
                assert_eq!(text.position(offset, encoding), Position { line, character });
                assert_eq!(text.offset(Position { line, character }, encoding), offset);
            }
        }
        assert_eq!(text.position(10, Encoding::Utf16), Position { line: 1, character: 0 });
        assert_eq!(text.position(12, Encoding::Utf16), Position { line: 2, character: 0 });
    }

    #[test]
    fn places_that_are_not_there_are_the_nearest_before() {
        let text = Text::new("a😀\nb");
        let offset = |line, character, encoding| text.offset(Position { line, character }, encoding);
        assert_eq!(offset(0, 2, Encoding::Utf16), 1);
        assert_eq!(offset(0, 3, Encoding::Utf8), 1);
        assert_eq!(offset(0, 99, Encoding::Utf16), 5);
        assert_eq!(offset(99, 99, Encoding::Utf16), 7);
        assert_eq!(text.position(3, Encoding::Utf16), Position { line: 0, character: 1 });
        assert_eq!(text.position(999, Encoding::Utf8), Position { line: 1, character: 1 });
    }

    #[test]
    fn changes_follow_each_other() {
        let position = |line, character| Position { line, character };
        let change = |start, end, text: &str| TextDocumentContentChangeEvent {
            range: Some(Range { start, end }),
            range_length: None,
            text: text.to_owned(),
        };
        let text = Text::new("one\ntwo");
        let changes = vec![change(position(0, 1), position(1, 1), "X\nY"), change(position(1, 0), position(1, 1), "Z")];
        assert_eq!(&**text.changed(changes, Encoding::Utf16).text(), "oX\nZwo");
        let swapped = vec![change(position(1, 0), position(0, 0), "")];
        assert_eq!(&**text.changed(swapped, Encoding::Utf16).text(), "two");
        let whole = vec![TextDocumentContentChangeEvent { range: None, range_length: None, text: "new".to_owned() }];
        assert_eq!(&**text.changed(whole, Encoding::Utf16).text(), "new");
    }
}
