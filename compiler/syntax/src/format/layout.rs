//! Indentation: what is open at a token, and how far the line is indented that begins with it.
//!
//! Lines within brackets stand one level deeper than the line that opens them, or, where the author has aligned them
//! with what follows the bracket, below that.

use super::INDENT;
use super::marks::{Marks, is_chained};
use crate::token::TokenKind;
use crate::tree::Tree;

/// Nothing is aligned with what stands further right: counting columns must not take long on long lines.
const COLUMN_MAX: usize = 400;

/// A block or bracket that is open.
#[derive(Clone, Copy)]
struct Open {
    /// Spaces before the line on which it was opened; its contents stand one level deeper, what closes it does not.
    indent: usize,
    is_bracket: bool,
    /// None where it stands too far right.
    bracket: Option<Bracket>,
}

/// Where a bracket's contents begin, as it was written and as it will be.
#[derive(Clone, Copy)]
struct Bracket {
    column_before: usize,
    column_after: usize,
}

pub(super) struct Layout<'t> {
    tree: &'t Tree,
    marks: &'t Marks,
    open: Vec<Open>,
    /// Spaces before the line of each token so far.
    line_indents: Vec<usize>,
}

impl<'t> Layout<'t> {
    pub fn new(tree: &'t Tree, marks: &'t Marks) -> Self {
        Self { tree, marks, open: Vec::new(), line_indents: Vec::with_capacity(tree.tokens().len()) }
    }

    /// Comes to token `index`: the spaces before its line, if it is the first on it.
    pub fn enter(&mut self, index: u32, is_first: bool) -> usize {
        let kind = self.tree.tokens().kind(index);
        if let Some(procedure) = self.marks.body_of(index) {
            let indent = self.line_indents.get(procedure as usize).copied().unwrap_or(0);
            self.open.push(Open { indent, is_bracket: false, bracket: None });
        }
        let indent = self.indent(index, kind);
        if closes(kind) {
            self.open.pop();
        }
        let line_indent = if is_first { indent } else { self.line_indents.last().copied().unwrap_or(0) };
        self.line_indents.push(line_indent);
        indent
    }

    fn indent(&self, index: u32, kind: TokenKind) -> usize {
        let going_on = if self.marks.is_statement(index) { 0 } else { INDENT };
        match self.open.last() {
            Some(open) if closes(kind) || is_middle(kind) => open.indent,
            Some(Open { bracket: Some(bracket), .. }) if self.column(index) == bracket.column_before => {
                bracket.column_after
            }
            Some(open) if open.is_bracket => open.indent + INDENT,
            Some(open) => open.indent + INDENT + going_on,
            None if kind == TokenKind::EndOfFile => 0,
            None => going_on,
        }
    }

    /// Leaves token `index`, behind which `column` characters stand on the line: what it opens is open from here on.
    pub fn leave(&mut self, index: u32, column: usize) {
        let kind = self.tree.tokens().kind(index);
        if !self.opens(kind, index) {
            return;
        }
        let indent = self.line_indents.last().copied().unwrap_or(0);
        let is_bracket = matches!(kind, TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace);
        let column_before = self.column(index) + 1;
        let is_near = column_before < COLUMN_MAX && column < COLUMN_MAX;
        let bracket = (is_bracket && is_near).then_some(Bracket { column_before, column_after: column });
        self.open.push(Open { indent, is_bracket, bracket });
    }

    /// Characters before token `index` on its line, as it was written; at most [`COLUMN_MAX`].
    fn column(&self, index: u32) -> usize {
        column_at_end(self.tree.text().get(..self.tree.tokens().start(index) as usize).unwrap_or(""))
    }

    /// The spaces of a comment on a line of its own before token `index`, whose own are `indent`.
    pub fn comment_indent(&self, index: u32, indent: usize) -> usize {
        match self.tree.tokens().kind(index) {
            // it belongs to the statements before it
            TokenKind::Else | TokenKind::HashElse => indent + INDENT,
            kind if closes(kind) => indent + INDENT,
            _ => indent,
        }
    }

    fn opens(&self, kind: TokenKind, index: u32) -> bool {
        use TokenKind::*;
        match kind {
            LeftParen | LeftBracket | LeftBrace | While | For | Block | With | Ifx | Match | Struct | Enum | Union
            | HashFor => true,
            If => !self.marks.is_guard(index) && !is_chained(self.tree, index),
            HashIf => !is_chained(self.tree, index),
            _ => false,
        }
    }
}

/// Characters of the last line of `text`; at most [`COLUMN_MAX`].
pub(super) fn column_at_end(text: &str) -> usize {
    text.chars().rev().take(COLUMN_MAX).take_while(|character| !matches!(character, '\n' | '\r')).count()
}

/// Whether `kind` closes a block or bracket.
fn closes(kind: TokenKind) -> bool {
    use TokenKind::*;
    matches!(kind, End | HashEnd | RightParen | RightBracket | RightBrace)
}

/// Whether `kind` stands between the parts of a block.
fn is_middle(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Else | TokenKind::HashElse | TokenKind::Case)
}
