//! Blocks: what stands between an opener and its `end`, and who closes what.
//!
//! In a file without mistakes a closing word belongs to the innermost block. Where there is one, the indentation of
//! the openers decides ([`Parser::is_block_over`]), so that one missing or superfluous `end` is one message.

use hubbub_diagnostics::Kind;

use super::statement::Use;
use super::{Mode, Parser};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::build::List;

/// What may end a block, besides `end`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum BlockKind {
    /// `end`
    Plain,
    /// `end`
    Procedure,
    /// `end`
    Aggregate,
    /// `else`, `end`
    Then,
    /// `end`
    Otherwise,
    /// `case`, `else`, `end`
    Arm,
    /// `#else`, `#end`
    StaticThen,
    /// `#end`
    StaticElse,
}

impl BlockKind {
    /// Whether `closer` ends such a block.
    fn is_ended_by(self, closer: TokenKind) -> bool {
        match closer {
            TokenKind::Else => matches!(self, BlockKind::Then | BlockKind::Arm),
            TokenKind::Case => self == BlockKind::Arm,
            TokenKind::HashElse => self == BlockKind::StaticThen,
            TokenKind::HashEnd => self.is_static(),
            _ => !self.is_static(),
        }
    }

    fn is_static(self) -> bool {
        matches!(self, BlockKind::StaticThen | BlockKind::StaticElse)
    }
}

/// What a block holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Contents {
    Items,
    Statements,
    Fields,
    Cases,
    Members,
}

/// A block around the current token.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenBlock {
    /// The token that opens it; its line's indentation is the block's.
    pub opener: u32,
    pub(super) kind: BlockKind,
    /// Whether it was opened by a `{`, which has been reported.
    pub is_braced: bool,
    /// Whether a `:`, which has been reported, stands before it.
    pub has_colon: bool,
    /// Brackets that were open around it.
    brackets: [u32; 3],
}

impl Parser<'_> {
    /// A block and its `end`.
    #[inline]
    pub(super) fn block_and_end(&mut self, opener: u32, kind: BlockKind, contents: Contents) -> List {
        let list = self.block_of(opener, kind, contents);
        self.expect_end(opener);
        list
    }

    /// A block up to what ends it, which stays.
    #[inline]
    pub(super) fn block_of(&mut self, opener: u32, kind: BlockKind, contents: Contents) -> List {
        let Some(newline_ended) = self.begin_block(opener, kind) else { return List::EMPTY };
        let list = match contents {
            Contents::Statements => self.statements(),
            Contents::Items => self.items(),
            _ => self.elements(contents),
        };
        self.finish_block(newline_ended);
        list
    }

    /// Begins a block: newlines end statements. `None` where that is too deep, else what newlines did before.
    #[inline]
    pub(super) fn begin_block(&mut self, opener: u32, kind: BlockKind) -> Option<bool> {
        self.is_closed_by_brace = false;
        self.is_in_head = false;
        if !self.enter() {
            return None;
        }
        let newline_ended = std::mem::replace(&mut self.newline_ends, true);
        let brackets = std::mem::take(&mut self.open_brackets);
        self.blocks.push(OpenBlock { opener, kind, is_braced: false, has_colon: false, brackets });
        if self.mode != Mode::Fast {
            self.start_block();
        }
        Some(newline_ended)
    }

    /// Leaves a block; what ends it stays, unless it is a brace that stands for `end`.
    #[inline]
    pub(super) fn finish_block(&mut self, newline_ended: bool) {
        if let Some(block) = self.blocks.pop() {
            self.open_brackets = block.brackets;
            self.is_closed_by_brace = block.is_braced && self.eat_closing_brace();
            self.had_colon = block.has_colon;
        }
        self.newline_ends = newline_ended;
        self.leave();
    }

    pub(super) fn statements(&mut self) -> List {
        let mark = self.build.mark();
        loop {
            while self.eat(TokenKind::Semicolon) {}
            if self.is_block_over() {
                return self.build.list(mark);
            }
            let before = self.at;
            self.element_start = Some(before);
            let statement = self.statement(Use::Statement);
            self.build.push(statement);
            self.end_statement(before);
        }
    }

    /// Whether the current token ends a statement.
    #[inline]
    pub(super) fn is_statement_over(&self) -> bool {
        self.is_at_newline() || self.kind == TokenKind::Semicolon || is_closer(self.kind)
    }

    /// Sees to it that a statement ends where it should; `before` is its first token.
    #[inline]
    pub(super) fn end_statement(&mut self, before: u32) {
        if self.is_panicking {
            self.synchronize(before);
        } else if !self.is_statement_over() {
            self.no_separator(before);
        }
        if self.at == before && !is_closer(self.kind) {
            // whatever happened, the next round sees another token
            self.bump();
        }
    }

    /// Whether the current token ends the innermost block, or should have ended before it.
    #[inline]
    pub(super) fn is_block_over(&mut self) -> bool {
        match self.mode {
            Mode::Fast => is_closer(self.kind),
            _ => self.is_block_over_with_care(),
        }
    }

    fn is_block_over_with_care(&mut self) -> bool {
        loop {
            if self.is_abandoned || self.kind == TokenKind::EndOfFile {
                return true;
            }
            let is_name =
                matches!(self.peek(1), TokenKind::ColonEqual | TokenKind::ColonColon) && self.is_keyword_declared();
            if !is_closer(self.kind) || is_name {
                return self.is_foreign_end() || self.is_outdented() || self.is_elif() || self.is_default();
            }
            if self.closes_a_block() {
                return true;
            }
            self.stray_closer();
        }
    }

    /// Whether the closing word or bracket at the current token belongs to a block or bracket around it.
    fn closes_a_block(&self) -> bool {
        let Some(innermost) = self.blocks.last() else { return false };
        match self.kind {
            TokenKind::RightParen => innermost.brackets.first().is_some_and(|count| *count > 0),
            TokenKind::RightBracket => innermost.brackets.get(1).is_some_and(|count| *count > 0),
            TokenKind::RightBrace => innermost.is_braced || innermost.brackets.get(2).is_some_and(|count| *count > 0),
            closer if self.is_first_on_line() && self.mode == Mode::ByIndentation => self.closes_by_indentation(closer),
            closer => {
                let is_same_line = || self.is_on_line_of(innermost.opener);
                innermost.kind.is_ended_by(closer)
                    && (self.is_first_on_line() || !self.is_follow_up() || is_same_line())
                    || (closer != TokenKind::End && self.blocks.iter().any(|block| block.kind.is_ended_by(closer)))
                    || (closer == TokenKind::End && innermost.kind.is_static() && self.has_plain_block())
            }
        }
    }

    fn has_plain_block(&self) -> bool {
        self.blocks.iter().any(|block| !block.kind.is_static())
    }

    /// A closing word that begins a line belongs to the block with its indentation; to the innermost one if there is none
    /// with it further out, unless the word stands deeper than that one.
    fn closes_by_indentation(&self, closer: TokenKind) -> bool {
        let indent = self.indent(self.at);
        let fits = |block: &OpenBlock| block.kind.is_ended_by(closer);
        let Some(innermost) = self.blocks.last() else { return false };
        let is_directive = matches!(closer, TokenKind::HashElse | TokenKind::HashEnd);
        if fits(innermost) && (is_directive || indent <= self.indent(innermost.opener)) {
            return true;
        }
        // `case` may be indented more than its `match`
        if fits(innermost) && closer == TokenKind::Case {
            return true;
        }
        self.blocks.iter().any(|block| fits(block) && self.indent(block.opener) == indent)
    }

    /// Whether the `end` at the current token belongs to the block that `opener` began, not to one around it.
    fn is_end_of(&self, opener: u32) -> bool {
        if self.mode != Mode::ByIndentation || !self.is_first_on_line() {
            return true;
        }
        let (indent, own) = (self.indent(self.at), self.indent(opener));
        indent >= own || !self.blocks.iter().any(|block| self.indent(block.opener) == indent)
    }

    /// Takes the `end` of the block that `opener` began.
    #[inline]
    pub(super) fn expect_end(&mut self, opener: u32) {
        self.expect_closer(opener, TokenKind::End);
    }

    /// Takes the `#end` of the `#if` or `#for` at `opener`.
    pub(super) fn expect_static_end(&mut self, opener: u32) {
        self.expect_closer(opener, TokenKind::HashEnd);
    }

    fn expect_closer(&mut self, opener: u32, closer: TokenKind) {
        if std::mem::take(&mut self.is_closed_by_brace) || self.is_abandoned {
            return;
        }
        if self.kind == closer && self.is_end_of(opener) {
            self.bump();
            return self.word_behind_end();
        }
        if self.mode != Mode::Fast && self.is_foreign_end() {
            return self.foreign_end();
        }
        if !self.end_behind_colon(opener) {
            self.no_end(opener, closer);
        }
    }

    /// A block that a `:` began ends where lines are indented less, as in Python: the `end` that it lacks belongs to what mends the `:`.
    fn end_behind_colon(&mut self, opener: u32) -> bool {
        let error = self.colon_error.filter(|_| self.had_colon && self.mode == Mode::ByIndentation);
        let line_end =
            |at: usize| self.text.get(at..).and_then(|rest| rest.find('\n')).map_or(self.text.len(), |n| at + n);
        let behind = line_end(self.behind_previous().1 as usize) as u32;
        let start = self.tokens.start(opener) as usize;
        let line = self.text.get(..start).unwrap_or("").rsplit('\n').next().unwrap_or("");
        let indent: String =
            self.text.get(start - line.len()..).unwrap_or("").chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
        let Some(fix) = error.and_then(|error| self.errors.get_mut(error)).and_then(|error| error.fixes.first_mut())
        else {
            return false;
        };
        let end = format!("\n{indent}end");
        match fix.edits.last_mut() {
            Some((place, text)) if *place == (behind, behind) => text.push_str(&end),
            _ => fix.edits.push(((behind, behind), end)),
        }
        self.is_panicking = false;
        true
    }

    #[cold]
    fn no_end(&mut self, opener: u32, closer: TokenKind) {
        let kind = if closer == TokenKind::End { Kind::MissingEnd } else { Kind::UnclosedDirective };
        let (what, place) = self.block_name(opener);
        let end = if closer == TokenKind::End { "end" } else { "#end" };
        let mut error = SyntaxError::new(kind, place, format!("{what} has no `{end}`"));
        let expected = if self.kind == TokenKind::EndOfFile {
            format!("`{end}` expected before the end of the file")
        } else {
            format!("`{end}` expected before this")
        };
        error = error.label(self.place_of_error(), expected);
        if self.is_one_line_body(opener) {
            error = error.help("a body on the same line has its `end`, too: `if condition return 1; end`");
        }
        // a comment that is not closed has swallowed the rest
        let is_swallowed = self.kind == TokenKind::EndOfFile
            && self.reported.last().is_some_and(|offset| *offset >= self.behind_previous().0);
        if !is_swallowed {
            self.report(error);
        }
        self.is_panicking = false;
    }

    /// Whether `if (c) return 1;` is all that there is of a block.
    fn is_one_line_body(&self, opener: u32) -> bool {
        let is_head = matches!(self.tokens.kind(opener), TokenKind::If | TokenKind::While | TokenKind::For);
        let on_line = (opener + 1..opener + 64).take_while(|token| !self.tokens.place(*token).is_first_on_line());
        is_head
            && on_line.map(|token| self.tokens.kind(token)).any(|kind| {
                matches!(kind, TokenKind::Return | TokenKind::Break | TokenKind::Continue | TokenKind::Semicolon)
            })
    }

    /// What the block that `opener` began is called, and where to point.
    fn block_name(&self, opener: u32) -> (String, (u32, u32)) {
        let kind = self.tokens.kind(opener);
        let is_declared = opener >= 2 && self.tokens.kind(opener - 1) == TokenKind::ColonColon;
        if is_declared && self.tokens.kind(opener - 2) == TokenKind::Name {
            let name = self.tokens.text(opener - 2, self.text);
            return (format!("`{name}`"), self.range_of(opener - 2));
        }
        let what = match kind {
            TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace => "this procedure".to_owned(),
            _ => format!("this {}", kind.describe()),
        };
        (what, self.range_of(opener))
    }

    /// A closing word or bracket that closes nothing: reported unless it follows from a mistake nearby, and skipped.
    fn stray_closer(&mut self) {
        let since = self.blocks.last().map_or(self.item_start, |block| block.opener);
        let follows = self.last_error.is_some_and(|error| error >= since) || self.is_follow_up();
        if !self.is_excused_directive() && !follows {
            let message = match self.kind {
                TokenKind::Else | TokenKind::HashElse => format!("{} without an `if`", self.kind.describe()),
                TokenKind::Case => "`case` without a `match`".to_owned(),
                _ => format!("{} closes nothing", self.kind.describe()),
            };
            let error = SyntaxError::new(Kind::UnmatchedCloser, self.here(), message);
            let is_member = self.kind == TokenKind::Case
                && self
                    .blocks
                    .last()
                    .is_some_and(|block| matches!(self.tokens.kind(block.opener), TokenKind::Enum | TokenKind::Union));
            self.report(match is_member {
                true => error.help("a member stands on its line by itself: leave the word out"),
                false => error,
            });
        }
        let is_case = self.kind == TokenKind::Case;
        // one mistake excuses one stray `end`
        self.note_error();
        if is_case {
            self.skip_line();
        } else {
            self.bump();
        }
        self.is_panicking = false;
    }

    /// Whether the current token is one more directive of an `#if` that was not understood.
    pub(super) fn is_excused_directive(&mut self) -> bool {
        let is_directive = matches!(self.kind, TokenKind::HashElse | TokenKind::HashEnd);
        let is_excused = is_directive && self.has_stray_else;
        if is_directive {
            self.has_stray_else = self.kind == TokenKind::HashElse;
        }
        is_excused
    }

    /// Whether the current token begins a line that is indented no more than the opener of the innermost block.
    fn is_outdented(&self) -> bool {
        let Some(innermost) = self.blocks.last() else { return false };
        self.mode == Mode::ByIndentation
            && self.is_first_on_line()
            && !innermost.is_braced
            && !innermost.kind.is_static()
            && self.indent(self.at) <= self.indent(innermost.opener)
            && !self.is_on_line_of(innermost.opener)
            && !self.is_lone_label()
    }

    /// Whether the `case` or `else` at the current token belongs to a block around the `match` at `opener`.
    pub(super) fn is_arm_of_outer(&self, opener: u32) -> bool {
        let indent = self.indent(self.at);
        let outer = self.blocks.split_last().map_or(&[][..], |(_, outer)| outer);
        self.mode == Mode::ByIndentation
            && self.is_first_on_line()
            && indent < self.indent(opener)
            && outer.iter().any(|block| block.kind.is_ended_by(self.kind) && self.indent(block.opener) == indent)
    }

    /// Whether the innermost block goes on with an `else`, or with what other languages call `elif`.
    pub(super) fn is_at_else(&self) -> bool {
        if self.mode == Mode::Fast {
            return self.kind == TokenKind::Else;
        }
        self.kind == TokenKind::Else || self.is_elif_text()
    }

    /// Whether the innermost block is an arm and the next is what other languages call `default`.
    fn is_default(&self) -> bool {
        self.blocks.last().is_some_and(|block| block.kind == BlockKind::Arm)
            && (self.is_default_arm() || self.is_bare_arm())
    }

    /// Whether a brace began the innermost block.
    pub(super) fn is_in_innermost_brace(&self) -> bool {
        self.blocks.last().is_some_and(|block| block.is_braced)
    }

    fn is_elif(&self) -> bool {
        self.blocks.last().is_some_and(|block| block.kind == BlockKind::Then) && self.is_elif_text()
    }
}

/// Whether `kind` can end a block or a bracket.
#[inline]
pub(super) fn is_closer(kind: TokenKind) -> bool {
    use TokenKind::*;
    matches!(kind, End | Else | Case | HashElse | HashEnd | EndOfFile | RightParen | RightBracket | RightBrace)
}
