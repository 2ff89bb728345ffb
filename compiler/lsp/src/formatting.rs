//! Formatting: the formatter's text as few and small edits.

use hubbub_syntax::format::format;
use lsp_types::{DocumentFormattingParams, DocumentRangeFormattingParams, TextDocumentIdentifier, TextEdit};

use crate::diagnostics::touches;
use crate::requests::{Answer, Asked};
use crate::text::{Encoding, Text};

/// The edits that format a document. One with mistakes stays as it is.
pub fn whole(asked: &mut Asked<'_>, parameters: DocumentFormattingParams) -> Answer<Option<Vec<TextEdit>>> {
    formatted(asked, &parameters.text_document)
}

/// Those of them that touch a range.
pub fn part(asked: &mut Asked<'_>, parameters: DocumentRangeFormattingParams) -> Answer<Option<Vec<TextEdit>>> {
    let edits = formatted(asked, &parameters.text_document)?;
    let within = |edit: &TextEdit| touches(edit.range, parameters.range);
    Ok(edits.map(|edits| edits.into_iter().filter(within).collect()))
}

fn formatted(asked: &Asked<'_>, identifier: &TextDocumentIdentifier) -> Answer<Option<Vec<TextEdit>>> {
    let (_, document) = asked.document(identifier)?;
    let formatted = format(document.text.text()).ok();
    Ok(formatted.map(|formatted| edits(&document.text, &formatted, asked.moment.settings.encoding)))
}

/// What makes one text of the other. The formatter keeps all but blanks and line breaks, so what differs is what stands between two characters that are
/// none of these; each such place is an edit of its own.
fn edits(text: &Text, wanted: &str, encoding: Encoding) -> Vec<TextEdit> {
    let old = text.text();
    let (mut at, mut rest) = (0, wanted);
    let mut edits = Vec::new();
    let mut replace = |start: usize, before: &str, after: &str| {
        let range = text.range(start as u32, (start + before.len()) as u32, encoding);
        edits.push(TextEdit { range, new_text: after.to_owned() });
    };
    loop {
        let here = old.get(at..).unwrap_or("");
        let (before, after) = (blanks(here), blanks(rest));
        let (next, other) = (here.get(before.len()..).unwrap_or(""), rest.get(after.len()..).unwrap_or(""));
        if before != after {
            let same = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b && *a != b'\r').count();
            replace(at + same, before.get(same..).unwrap_or(""), after.get(same..).unwrap_or(""));
        }
        at += before.len();
        match (next.chars().next(), other.chars().next()) {
            (Some(a), Some(b)) if a == b => {
                at += a.len_utf8();
                rest = other.get(b.len_utf8()..).unwrap_or("");
            }
            (None, None) => return edits,
            _ => {
                replace(at, next, other);
                return edits;
            }
        }
    }
}

/// The blanks and line breaks at the beginning of a text.
fn blanks(text: &str) -> &str {
    let end = text.find(|character: char| !matches!(character, ' ' | '\t' | '\r' | '\n')).unwrap_or(text.len());
    text.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::edits;
    use crate::text::{Encoding, Text};
    use lsp_types::TextDocumentContentChangeEvent;

    /// The edits of a text, which are held against applying them.
    fn check(old: &str, new: &str) -> usize {
        let text = Text::new(old);
        let edits = edits(&text, new, Encoding::Utf16);
        let changes = edits.iter().rev().map(|edit| TextDocumentContentChangeEvent {
            range: Some(edit.range),
            range_length: None,
            text: edit.new_text.clone(),
        });
        assert_eq!(&**text.changed(changes.collect(), Encoding::Utf16).text(), new);
        edits.len()
    }

    #[test]
    fn only_what_differs_is_replaced() {
        assert_eq!(check("a\nb\nc\n", "a\nb\nc\n"), 0);
        assert_eq!(check("a  :=1\nb\n  c\n", "a := 1\nb\nc\n"), 3);
        assert_eq!(check("a\n\n\n\nb", "a\n\nb\n"), 2);
        assert_eq!(check("a b;c", "a b d"), 2);
        assert_eq!(check("", "x\n"), 1);
        assert_eq!(check("x := 1   \r\ny\r\n", "x := 1\ny\n"), 2);
        assert_eq!(check("ä😀  x\n", "ä😀 x\n"), 1);
    }
}
