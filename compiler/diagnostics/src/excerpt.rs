//! The lines of a source file that a message shows, made harmless: clamped, without control characters, cut where long.

use std::ops::Range;

use hubbub_base::{SourceFile, Span};

/// Lines between two places that are still shown as one excerpt; the renderer folds what is not marked.
const LINES_MAX: u32 = 400;
/// Longer lines are cut around what is marked.
const LINE_BYTES_MAX: usize = 400;
/// What is left of a cut line on either side of a mark.
const CONTEXT_BYTES: usize = 120;

/// A piece of a file, with the marked ranges in it.
pub(crate) struct Excerpt {
    /// The text, lines ended by `\n`.
    pub text: String,
    /// Number of its first line.
    pub line_start: u32,
    /// For each span, in order, its bytes in `text`.
    pub ranges: Vec<Range<usize>>,
    /// Whether a line was cut, so that columns in `text` are not those of the file.
    pub is_cut: bool,
}

/// The lines that `spans` stand on; `None` when they lie too far apart for one excerpt.
pub(crate) fn excerpt(file: &SourceFile, spans: &[Span]) -> Option<Excerpt> {
    let clamped: Vec<Range<usize>> = spans.iter().map(|span| clamp(&file.text, *span)).collect();
    let first = clamped.iter().map(|range| range.start).min()?;
    let last = clamped.iter().map(|range| range.end.max(range.start)).max()?;
    let (line_first, _) = file.line_column(first as u32);
    let (line_last, _) = file.line_column(last as u32);
    if line_last - line_first > LINES_MAX {
        return None;
    }
    let mut builder = Builder { text: String::new(), ranges: vec![0..0; clamped.len()], is_cut: false };
    for line in line_first..=line_last {
        builder.line(file, line, &clamped);
    }
    for range in &mut builder.ranges {
        range.end = range.end.max(range.start);
    }
    Some(Excerpt { text: builder.text, line_start: line_first, ranges: builder.ranges, is_cut: builder.is_cut })
}

/// The range of `span` within `text`, on character boundaries.
pub(crate) fn clamp(text: &str, span: Span) -> Range<usize> {
    let mut start = (span.start as usize).min(text.len());
    let mut end = (span.end as usize).clamp(start, text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

struct Builder {
    text: String,
    ranges: Vec<Range<usize>>,
    is_cut: bool,
}

impl Builder {
    /// Adds a line of the file, without what would disturb a terminal.
    fn line(&mut self, file: &SourceFile, line: u32, marks: &[Range<usize>]) {
        let start = file.line_starts().get(line as usize - 1).copied().unwrap_or(0) as usize;
        let behind = file.line_starts().get(line as usize).map_or(file.text.len() + 1, |next| *next as usize);
        let text = file.text.get(start..behind.saturating_sub(1).max(start)).unwrap_or("");
        let end = start + text.len();
        let shown = shown(text, start, marks);
        self.is_cut |= shown.start > 0 || shown.end < text.len();
        if shown.start > 0 {
            self.text.push('…');
        }
        self.place(start..start + shown.start, marks);
        for (offset, character) in text.get(shown.clone()).unwrap_or("").char_indices() {
            let at = start + shown.start + offset;
            self.place(at..at + 1, marks);
            if character != '\r' {
                self.text.push(harmless(character));
            }
        }
        self.place(start + shown.end..end + 1, marks);
        if shown.end < text.len() {
            self.text.push('…');
        }
        self.text.push('\n');
    }

    /// Notes where the marks that begin or end at these bytes of the file come to stand: here.
    fn place(&mut self, at: Range<usize>, marks: &[Range<usize>]) {
        let here = self.text.len();
        for (range, mark) in self.ranges.iter_mut().zip(marks) {
            if at.contains(&mark.start) {
                range.start = here;
            }
            if at.contains(&mark.end) {
                range.end = here;
            }
        }
    }
}

/// The bytes of a line that are shown: all, or those around the first mark.
fn shown(text: &str, start: usize, marks: &[Range<usize>]) -> Range<usize> {
    if text.len() <= LINE_BYTES_MAX {
        return 0..text.len();
    }
    let on_line = marks.iter().filter(|mark| (start..=start + text.len()).contains(&mark.start));
    let first = on_line.map(|mark| mark.start - start).min().unwrap_or(0);
    let mut from = first.saturating_sub(CONTEXT_BYTES);
    let mut to = (first + CONTEXT_BYTES).min(text.len());
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    from..to
}

/// A character that may reach a terminal.
fn harmless(character: char) -> char {
    if character == '\t' || !is_harmful(character) { character } else { '\u{fffd}' }
}

/// Control characters, and those that turn the direction of text or are not seen.
fn is_harmful(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
}

/// A text that may reach a terminal: what could harm is written as an escape. Line breaks stay.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character == '\t' {
            out.push(' ');
        } else if character != '\n' && is_harmful(character) {
            out.extend(character.escape_unicode());
        } else {
            out.push(character);
        }
    }
    out
}
