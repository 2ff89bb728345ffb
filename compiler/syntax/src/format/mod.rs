//! The formatter: four spaces a level, one blank between tokens where there should be one, at most one blank line.
//!
//! It keeps all tokens, comments and line breaks, so it decides nothing about where lines end; what it writes it leaves
//! as it is the next time. Files with mistakes are not formatted. Start with [`format`]; `marks` holds what the tree
//! knows about single tokens, `spacing` decides about blanks, `layout` about indentation.

mod layout;
mod marks;
mod spacing;
mod trivia;

use crate::error::SyntaxError;
use crate::lexer::Source;
use crate::token::TokenKind;
use crate::tree::Tree;
use layout::Layout;
use marks::Marks;
use trivia::Comment;

/// Spaces of a level of indentation.
const INDENT: usize = 4;

/// The text, formatted; or what is wrong with it.
pub fn format(text: &str) -> Result<String, Vec<SyntaxError>> {
    let source = Source::new(text.into());
    let parsed = crate::parse_source(&source);
    if parsed.errors.is_empty() { Ok(format_tree(&parsed.tree, source.code_start())) } else { Err(parsed.errors) }
}

/// The text of a tree without mistakes, formatted. What stands before `code_start` is kept as it is.
fn format_tree(tree: &Tree, code_start: usize) -> String {
    let marks = Marks::of(tree);
    let mut writer = Writer {
        tree,
        marks: &marks,
        layout: Layout::new(tree, &marks),
        out: tree.text().get(..code_start).unwrap_or("").to_owned(),
        is_at_start: code_start == 0,
    };
    let mut end = code_start as u32;
    for index in 0..tree.tokens().len() as u32 {
        writer.token(index, end);
        end = tree.tokens().end(index, tree.text());
    }
    let mut out = writer.out;
    out.truncate(out.trim_end_matches([' ', '\n', '\t', '\r']).len());
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

struct Writer<'t> {
    tree: &'t Tree,
    marks: &'t Marks,
    layout: Layout<'t>,
    out: String,
    /// Whether nothing has been written.
    is_at_start: bool,
}

impl Writer<'_> {
    /// Writes the comments between `previous_end` and token `index`, and the token.
    fn token(&mut self, index: u32, previous_end: u32) {
        let tokens = self.tree.tokens();
        let place = tokens.place(index);
        let gap = self.tree.text().get(previous_end as usize..place.start() as usize).unwrap_or("");
        let indent = self.layout.enter(index, place.is_first_on_line());
        let comments = trivia::comments(gap);
        let mut behind_comment = false;
        for comment in &comments.list {
            self.comment(comment, self.layout.comment_indent(index, indent));
            behind_comment = true;
        }
        let kind = tokens.kind(index);
        if kind == TokenKind::EndOfFile {
            return;
        }
        if place.is_first_on_line() && (comments.lines_behind > 0 || !behind_comment) {
            self.line(comments.lines_behind, indent);
        } else if behind_comment || spacing::is_blank_before(tokens, self.marks, index) {
            let is_aligned = !behind_comment && spacing::is_aligned(tokens, index);
            let aligned = if is_aligned { gap.len() } else { 1 };
            self.out.extend(std::iter::repeat_n(' ', aligned.max(1)));
        }
        self.out.push_str(tokens.text(index, self.tree.text()));
        self.is_at_start = false;
        self.layout.leave(index, layout::column_at_end(&self.out));
    }

    fn comment(&mut self, comment: &Comment, indent: usize) {
        if comment.lines_before > 0 || self.is_at_start {
            self.line(comment.lines_before, indent);
        } else {
            // comments at the ends of lines are often aligned
            self.out.extend(std::iter::repeat_n(' ', comment.blanks_before.max(1)));
        }
        self.out.push_str(comment.text.trim_end());
        self.is_at_start = false;
    }

    /// Begins a line with `indent` spaces; `lines` is how many line breaks stood here: more than one are a blank line.
    fn line(&mut self, lines: usize, indent: usize) {
        if !self.is_at_start {
            self.out.push('\n');
            if lines > 1 {
                self.out.push('\n');
            }
        }
        self.out.extend(std::iter::repeat_n(' ', indent));
    }
}
