//! What stands between two tokens: blanks, line breaks, comments.

/// A comment between two tokens.
#[derive(PartialEq, Debug)]
pub(super) struct Comment<'t> {
    pub text: &'t str,
    /// Line breaks between it and what stands before.
    pub lines_before: usize,
    /// Blanks right before it.
    pub blanks_before: usize,
}

/// The comments of a gap.
pub(super) struct Comments<'t> {
    pub list: Vec<Comment<'t>>,
    /// Line breaks behind the last comment.
    pub lines_behind: usize,
}

/// The comments in `gap`, which holds nothing else but blanks.
pub(super) fn comments(gap: &str) -> Comments<'_> {
    let mut list = Vec::new();
    let mut rest = gap;
    loop {
        let begin = rest.find('/').unwrap_or(rest.len());
        let (blank, comment) = rest.split_at(begin);
        let lines = line_breaks(blank);
        if comment.is_empty() {
            return Comments { list, lines_behind: lines };
        }
        let length = comment_length(comment).max(1);
        let blanks_before = blank.len() - blank.trim_end_matches([' ', '\t']).len();
        list.push(Comment { text: comment.get(..length).unwrap_or(comment), lines_before: lines, blanks_before });
        rest = comment.get(length..).unwrap_or("");
    }
}

/// Line breaks in `blank`: `\n`, `\r\n` and `\r` are one each.
fn line_breaks(blank: &str) -> usize {
    let feeds = blank.matches('\n').count();
    let returns = blank.matches('\r').count() - blank.matches("\r\n").count();
    feeds + returns
}

/// The bytes of the comment that begins `text`.
fn comment_length(text: &str) -> usize {
    if !text.starts_with("/*") {
        return text.find(['\n', '\r']).unwrap_or(text.len());
    }
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut at = 0;
    while at < bytes.len() {
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'/'), Some(b'*')) => (depth, at) = (depth + 1, at + 2),
            (Some(b'*'), Some(b'/')) => {
                (depth, at) = (depth.saturating_sub(1), at + 2);
                if depth == 0 {
                    return at;
                }
            }
            _ => at += 1,
        }
    }
    text.len()
}
