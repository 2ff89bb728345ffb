//! What to do after a mistake: word it, and find the place from which things make sense again.
//!
//! One mistake is one message: behind a reported one the rest of its line is silent, and a statement that cannot be
//! understood is skipped. Look-ahead is bounded, so time stays linear in the length of the file.

use hubbub_diagnostics::Kind;

use super::blocks::is_closer;
use super::expression::is_infix;
use super::{Bracket, Mode, Parser, closer};
use crate::error::{ByteRange, SyntaxError};
use crate::token::{TokenKind, Tokens};
use crate::tree::NodeId;

/// How many tokens one looks ahead for a closing bracket or a comma on the line.
const LOOK_AHEAD_MAX: u32 = 64;
/// How much of a token's text a message shows.
const SHOWN_BYTES_MAX: usize = 40;
/// How far in front of a place one looks for another mistake on its line.
const LINE_BYTES_MAX: usize = 4096;

/// For each token, the column of the first token of its line.
pub(super) fn indents(text: &str, tokens: &Tokens) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut indent = 0;
    let mut line_start = 0;
    let mut previous = 0;
    let mut indents = Vec::with_capacity(tokens.len());
    for index in 0..tokens.len() as u32 {
        let place = tokens.place(index);
        if place.is_first_on_line() {
            let start = place.start() as usize;
            let before = bytes.get(previous..start).unwrap_or(&[]);
            if let Some(offset) = before.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')) {
                line_start = previous + offset + 1;
            }
            indent = (start - line_start) as u32;
            previous = start;
        }
        indents.push(indent);
    }
    indents
}

/// Whether any line is indented: only then indentation says anything.
pub(super) fn is_indented(text: &str, tokens: &Tokens) -> bool {
    let bytes = text.as_bytes();
    (0..tokens.len() as u32).map(|index| tokens.place(index)).any(|place| {
        let before = (place.start() as usize).checked_sub(1).and_then(|before| bytes.get(before));
        place.is_first_on_line() && matches!(before, Some(b' ' | b'\t'))
    })
}

impl Parser<'_> {
    // ---- where we are ----------------------------------------------------------------------------------------

    /// The indentation of the line of token `index`.
    pub(super) fn indent(&self, index: u32) -> u32 {
        self.indents.get(index as usize).copied().unwrap_or(0)
    }

    /// Whether a mistake at the current token is taken for a consequence of one before.
    pub(super) fn is_follow_up(&self) -> bool {
        if self.is_panicking {
            return true;
        }
        match self.last_error {
            Some(last) if self.at <= last => true,
            Some(last) if self.is_on_line_of(last) => true,
            _ => self.lexer_reported_on_line(),
        }
    }

    /// Whether no line begins between token `index` and the current one.
    pub(super) fn is_on_line_of(&self, index: u32) -> bool {
        (index + 1..=self.at).take(4096).all(|token| !self.tokens.place(token).is_first_on_line())
    }

    fn lexer_reported_on_line(&self) -> bool {
        let (start, end) = self.here();
        self.lexer_reported_shortly_before(end.max(start + 1), start)
    }

    /// Whether the lexer reported something on the line of the token before the current one.
    fn lexer_reported_before(&self) -> bool {
        let (start, _) = self.range_of(self.previous());
        self.is_first_on_line() && self.lexer_reported_shortly_before(self.tokens.place(self.at).start(), start)
    }

    /// Whether what the lexer reported last in front of `end` stands on the line of `start`. What is farther away than
    /// [`LINE_BYTES_MAX`] is taken for another line, so that the mistakes of one long line cost no more than those of many.
    fn lexer_reported_shortly_before(&self, end: u32, start: u32) -> bool {
        let index = self.reported.partition_point(|offset| *offset < end);
        let Some(last) = index.checked_sub(1).and_then(|index| self.reported.get(index)) else { return false };
        let between = self.text.as_bytes().get(*last as usize..start.max(*last) as usize).unwrap_or(&[]);
        between.len() <= LINE_BYTES_MAX && !between.contains(&b'\n')
    }

    /// The current token, or where it was expected: behind the one before, when it stands on a later line.
    pub(super) fn place_of_error(&self) -> ByteRange {
        let is_missing = self.is_first_on_line() && self.at > 0 && self.element_start != Some(self.at);
        if is_missing { self.behind_previous() } else { self.here() }
    }

    /// The current token in words.
    pub(super) fn found(&self) -> String {
        let text = self.tokens.text(self.at, self.text);
        let shown = match text.char_indices().nth(SHOWN_BYTES_MAX) {
            Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or("")),
            None => text.to_owned(),
        };
        match self.kind {
            TokenKind::EndOfFile => "the end of the file".to_owned(),
            _ if self.is_first_on_line() && self.newline_ends && self.element_start != Some(self.at) => {
                "a new line".to_owned()
            }
            TokenKind::Name => format!("name `{shown}`"),
            _ if shown.contains('\n') => self.kind.describe(),
            _ => format!("`{shown}`"),
        }
    }

    // ---- what was expected -----------------------------------------------------------------------------------

    /// Reports that `kind` was expected, and goes on as if it had been there.
    #[cold]
    pub(super) fn expected(&mut self, kind: TokenKind, purpose: &str) {
        let message = format!("found {}, expected {} {purpose}", self.found(), kind.describe());
        self.report(SyntaxError::new(Kind::UnexpectedToken, self.place_of_error(), message));
    }

    #[cold]
    fn wanted(&mut self, what: &str) -> NodeId {
        let message = format!("found {}, expected {what}", self.found());
        self.report_and_panic(SyntaxError::new(Kind::UnexpectedToken, self.place_of_error(), message));
        self.error_node()
    }

    #[cold]
    pub(super) fn not_a_name(&mut self, what: &str) -> NodeId {
        let is_member = self.is_glued() && self.tokens.kind(self.previous()) == TokenKind::Dot;
        let can_be_meant = !self.is_at_newline() && (is_member || self.can_be_meant_as_name());
        if self.kind.is_keyword() && (can_be_meant || self.is_keyword_declared()) {
            return self.keyword_as_name(what);
        }
        self.wanted(what)
    }

    /// Reports a keyword that stands for a name, the first time, and takes it.
    fn keyword_as_name(&mut self, what: &str) -> NodeId {
        if !self.keywords_as_names.contains(&self.kind) {
            let word = self.kind.text();
            let message = format!("`{word}` is a keyword, it cannot be {what}");
            let error = SyntaxError::new(Kind::KeywordAsName, self.here(), message);
            self.report(error.help(format!("choose another name, `{word}_` for example")));
            self.keywords_as_names.push(self.kind);
        }
        let node = self.error_node();
        self.bump();
        node
    }

    /// A keyword that was declared as a name before, where an operand begins.
    pub(super) fn keyword_as_operand(&mut self) -> Option<NodeId> {
        use TokenKind::*;
        let next = self.peek(1);
        let goes_on = matches!(next, Dot | Equal | At | Comma | RightParen | RightBracket | RightBrace | Semicolon)
            || (is_infix(next) && !matches!(next, Minus | Star | Ampersand | AndAnd))
            || self.tokens.place(self.at + 1).is_first_on_line();
        if goes_on && self.keywords_as_names.contains(&self.kind) { Some(self.keyword_as_name("a name")) } else { None }
    }

    /// Whether a keyword where a name is expected stands for one: what follows goes on as behind a name.
    fn can_be_meant_as_name(&self) -> bool {
        use TokenKind::*;
        let next = self.peek(1);
        matches!(next, Colon | ColonEqual | ColonColon | Comma | Equal | Dot | LeftParen | RightParen | RightBrace | In)
    }

    #[cold]
    pub(super) fn not_an_expression(&mut self) -> NodeId {
        if self.mode != Mode::Fast
            && let Some(node) = self.foreign_operand()
        {
            return node;
        }
        self.wanted("an expression")
    }

    #[cold]
    pub(super) fn not_a_type(&mut self) -> NodeId {
        if self.kind == TokenKind::LeftBracket {
            let error = SyntaxError::new(Kind::ForeignSpelling, self.here(), "found `[`, expected a type");
            let colon =
                self.closer_ahead(0).is_some_and(|close| (1..close).any(|at| self.peek(at) == TokenKind::Colon));
            let own = self.foreign_type_at(self.at, 0).map(|(ty, _)| format!("write `{ty}`"));
            let help = match self.tokens.text(self.at + 1, self.text) {
                _ if colon => "a map is a `Map{K, V}` of module `Map`",
                "dynamic" | ".." => "what grows is a `List{T}` of module `List`",
                _ => "arrays are `Array{T, N}`, slices `Slice{T}`",
            };
            self.report_and_panic(match own.filter(|own| !own.contains("List")) {
                Some(own) => error.help(format!("{own}: {help}")),
                None => error.help(help),
            });
            return self.error_node();
        }
        if matches!(self.kind, TokenKind::Ampersand | TokenKind::Caret) {
            let error = SyntaxError::new(
                Kind::ForeignSpelling,
                self.here(),
                format!("found {}, expected a type", self.found()),
            );
            const POINTER: &str = "a pointer is `Pointer{T}`, or `*T`";
            self.report_and_panic(match self.foreign_type_at(self.at, 0) {
                Some((ty, _)) if ty.starts_with('*') => error.help(format!("write `{ty}`: {POINTER}")),
                Some((ty, _)) => {
                    error.help(format!("write `{ty}`: a string or slice is an address and a length, and no more"))
                }
                None => error.help(POINTER),
            });
            return self.error_node();
        }
        if matches!(self.kind, TokenKind::Struct | TokenKind::Enum | TokenKind::Union | TokenKind::Distinct) {
            let message = format!("{} stands only behind `::`", self.kind.describe());
            self.report_and_panic(SyntaxError::new(Kind::Misplaced, self.here(), message));
            return self.error_node();
        }
        self.wanted("a type")
    }

    /// A line ends with the `:` of a declaration.
    #[cold]
    pub(super) fn no_type(&mut self) -> NodeId {
        let place = self.range_of(self.previous());
        let error = SyntaxError::new(Kind::UnexpectedToken, place, "found a new line, expected a type behind this");
        self.report(error);
        self.error_node()
    }

    #[cold]
    pub(super) fn no_value(&mut self) -> NodeId {
        let message = "found a new line, expected a value behind `::`";
        self.report(SyntaxError::new(Kind::UnexpectedToken, self.place_of_error(), message));
        self.error_node()
    }

    #[cold]
    pub(super) fn not_a_pattern(&mut self, what: &str) -> NodeId {
        self.wanted(what)
    }

    /// `case 1 | 2`, `case LAST + 1`.
    #[cold]
    pub(super) fn operator_in_pattern(&mut self) {
        let found = self.found();
        let error = SyntaxError::new(Kind::UnexpectedToken, self.here(), format!("found {found} in a pattern"));
        self.report(match self.kind {
            TokenKind::Pipe | TokenKind::OrOr => error.help("several patterns stand behind commas: `case a, b`"),
            _ => error.help("an expression in a pattern stands in brackets: `case (a + b)`"),
        });
        self.is_panicking = true;
        self.skip_head();
    }

    #[cold]
    pub(super) fn not_a_string(&mut self, what: &str) -> NodeId {
        self.wanted(&format!("{what} as a string"))
    }

    // ---- brackets --------------------------------------------------------------------------------------------

    /// Behind an element that neither a comma nor the closing bracket follows: whether the list goes on.
    #[cold]
    pub(super) fn goes_on_without_comma(&mut self, bracket: Bracket, before: u32, what: &str) -> bool {
        if self.is_abandoned || self.kind == TokenKind::EndOfFile {
            return false;
        }
        let close = closer(self.tokens.kind(bracket.opener));
        if self.is_panicking || self.at == before {
            return self.skip_to_comma_or(close) && {
                self.is_panicking = false;
                self.eat(TokenKind::Comma)
            };
        }
        if is_closer(self.kind) || self.kind == TokenKind::Semicolon || self.is_new_statement(bracket) {
            return false;
        }
        if self.lexer_reported_before() && self.is_first_on_line() {
            return false;
        }
        if let Some(error) = self.foreign_behind(before) {
            self.report(error);
            return self.skip_to_comma_or(close) && self.eat(TokenKind::Comma);
        }
        if self.begins_expression() {
            let behind = self.behind_previous();
            let message = format!("found {}, expected `,` or {} behind {what}", self.found(), close.describe());
            let place = self.place_of_error();
            let error = SyntaxError::new(Kind::MissingComma, place, message);
            self.report(error.maybe_fix("put a comma between them", behind, ","));
            return true;
        }
        if self.kind == TokenKind::LeftBrace {
            self.brace_after_blank();
            return self.skip_to_comma_or(close) && self.eat(TokenKind::Comma);
        }
        let message = format!("found {}, expected `,` or {} behind {what}", self.found(), close.describe());
        self.report(SyntaxError::new(Kind::UnexpectedToken, self.place_of_error(), message));
        self.skip_to_comma_or(close) && self.eat(TokenKind::Comma)
    }

    /// Whether the current token begins a line that is no continuation of what the bracket holds.
    fn is_new_statement(&self, bracket: Bracket) -> bool {
        if !self.is_first_on_line() {
            return self.begins_statement_by_keyword();
        }
        let is_outdented = self.mode == Mode::ByIndentation && self.indent(self.at) <= self.indent(bracket.opener);
        let is_body = self.is_in_head && self.mode == Mode::ByIndentation;
        is_outdented
            || is_body
            || self.begins_statement_by_keyword()
            || (self.kind == TokenKind::Name
                && matches!(self.peek(1), TokenKind::ColonEqual | TokenKind::ColonColon | TokenKind::Colon))
    }

    /// The bracket at `bracket.opener` is not closed where it should be.
    #[cold]
    pub(super) fn unclosed_bracket(&mut self, bracket: Bracket) {
        if self.is_abandoned {
            return;
        }
        let opener = self.tokens.kind(bracket.opener);
        let close = closer(opener);
        if !self.is_panicking && !self.lexer_reported_before() {
            let is_end = is_closer(self.kind) || self.kind == TokenKind::Semicolon || self.is_new_statement(bracket);
            let place = if is_end { self.behind_previous() } else { self.place_of_error() };
            let message = format!("found {}, expected {}", self.found(), close.describe());
            let label = format!("to close this {}", opener.describe());
            self.report(
                SyntaxError::new(Kind::UnclosedBracket, place, message).label(self.range_of(bracket.opener), label),
            );
        }
        let is_other_closer = match self.kind {
            TokenKind::RightParen => self.open_brackets.first() == Some(&0),
            TokenKind::RightBracket => self.open_brackets.get(1) == Some(&0),
            TokenKind::RightBrace => self.open_brackets.get(2) == Some(&0) && !self.is_in_braced_block(),
            _ => false,
        };
        if is_other_closer || (!self.begins_statement_by_keyword() && self.skip_to(close)) {
            self.bump();
            self.is_panicking = false;
        }
    }

    fn is_in_braced_block(&self) -> bool {
        self.blocks.iter().any(|block| block.is_braced)
    }

    /// Goes to the `close` on the rest of the line; stays where there is none.
    pub(super) fn skip_to(&mut self, close: TokenKind) -> bool {
        self.skip_ahead(|kind| kind == close)
    }

    fn skip_to_comma_or(&mut self, close: TokenKind) -> bool {
        self.skip_ahead(|kind| kind == close || kind == TokenKind::Comma)
    }

    /// Goes to the first token on the rest of the line that `is_wanted` and stands in no further bracket.
    fn skip_ahead(&mut self, is_wanted: impl Fn(TokenKind) -> bool) -> bool {
        let mut depth = 0_u32;
        for ahead in 0..LOOK_AHEAD_MAX {
            let kind = self.peek(ahead);
            if self.tokens.place(self.at + ahead).is_first_on_line() || kind == TokenKind::EndOfFile {
                return false;
            }
            if depth == 0 && is_wanted(kind) {
                self.at += ahead;
                self.kind = kind;
                return true;
            }
            match kind {
                TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace => depth += 1,
                TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace => {
                    let Some(less) = depth.checked_sub(1) else { return false };
                    depth = less;
                }
                _ => {}
            }
        }
        false
    }

    /// Whether a token of `kind` follows on the line.
    pub(super) fn is_ahead_on_line(&self, kind: TokenKind) -> bool {
        (0..LOOK_AHEAD_MAX)
            .take_while(|ahead| *ahead == 0 || !self.tokens.place(self.at + ahead).is_first_on_line())
            .any(|ahead| self.peek(ahead) == kind)
    }

    // ---- statements ------------------------------------------------------------------------------------------

    /// Whether the current token can begin an expression and does not go on with one.
    pub(super) fn begins_expression(&self) -> bool {
        use TokenKind::*;
        self.kind.is_literal()
            || matches!(
                self.kind,
                Name | True | False | Null | Uninit | Context | Dot | Ifx | Match | Block | Bang | Tilde
            )
            || matches!(self.kind, HashRun | HashEmbed | HashFile | HashLine | HashCallerLocation | HashConfig)
            || (matches!(self.kind, LeftParen | LeftBracket) && self.is_first_on_line())
    }

    /// Whether the current token is a word that begins a statement and nothing else.
    pub(super) fn begins_statement_by_keyword(&self) -> bool {
        use TokenKind::*;
        matches!(
            self.kind,
            If | While | For | With | Defer | Return | Break | Continue | HashIf | HashFor | HashNoBoundsChecks
        )
    }

    /// A statement is followed by something else than a new line.
    #[cold]
    pub(super) fn no_separator(&mut self, before: u32) {
        if self.kind == TokenKind::LeftBrace {
            self.brace_after_blank();
            if !self.skip_to(TokenKind::RightBrace) {
                self.is_panicking = true;
                return self.synchronize(before);
            }
            return self.bump();
        }
        if self.mode != Mode::Fast && self.foreign_word_behind(before) {
            return;
        }
        if let Some(error) = self.foreign_behind(before) {
            self.report_and_panic(error);
            self.skip_to_line_end();
            return self.synchronize(before);
        }
        if self.lexer_reported_on_line() {
            self.is_panicking = true;
            return self.synchronize(before);
        }
        let found = self.found();
        let goes_on = self.begins_expression() || self.begins_statement_by_keyword();
        let (kind, message) = if goes_on {
            (
                Kind::MissingSeparator,
                format!("found {found}, expected an operator, or a new line or `;` before the next statement"),
            )
        } else {
            (Kind::UnexpectedToken, format!("found {found}, expected a new line or `;` behind the statement"))
        };
        self.report(SyntaxError::new(kind, self.here(), message));
        if !goes_on {
            self.is_panicking = true;
            self.synchronize(before);
        } else if matches!(self.kind, TokenKind::Match | TokenKind::Ifx | TokenKind::Block) && self.mode != Mode::Fast {
            // it was meant as a value, so its arms give values
            self.expr();
        }
    }

    /// Goes to where the next statement begins, at least one token on from `before`.
    pub(super) fn synchronize(&mut self, before: u32) {
        if self.is_abandoned {
            return;
        }
        if self.at == before && !is_closer(self.kind) {
            self.bump();
        }
        while !self.is_synchronized(before) {
            self.bump();
        }
        self.is_panicking = false;
    }

    fn is_synchronized(&self, before: u32) -> bool {
        if self.kind == TokenKind::EndOfFile {
            return true;
        }
        if self.is_first_on_line() {
            return match self.mode {
                Mode::ByIndentation => self.indent(self.at) <= self.indent(before) || self.kind == TokenKind::End,
                _ => self.begins_statement_by_keyword() || self.kind == TokenKind::Name || is_closer(self.kind),
            };
        }
        self.kind == TokenKind::Semicolon
            || matches!(self.kind, TokenKind::End | TokenKind::Else | TokenKind::Case)
            || self.begins_statement_by_keyword()
    }

    /// Goes to the first token of the next line.
    pub(super) fn skip_line(&mut self) {
        self.bump();
        while !self.is_first_on_line() && self.kind != TokenKind::EndOfFile {
            self.bump();
        }
    }

    /// At the start of a block: gets over what a mistake in the head has left, and over a brace or a `then`.
    pub(super) fn start_block(&mut self) {
        if self.is_panicking && !self.is_abandoned {
            while !self.is_first_on_line()
                && !self.begins_statement_by_keyword()
                && !matches!(self.kind, TokenKind::Semicolon | TokenKind::FatArrow)
                && !self.is_brace_at_line_end()
                && !is_closer(self.kind)
            {
                self.bump();
            }
            self.is_panicking = false;
        }
        self.foreign_block_start();
    }

    /// After a mistake in the head of an arm: goes to its `=>`, or to the next line.
    pub(super) fn skip_head(&mut self) {
        if self.is_panicking && self.mode != Mode::Fast && !self.is_abandoned {
            while !self.is_first_on_line()
                && !matches!(self.kind, TokenKind::Semicolon | TokenKind::FatArrow | TokenKind::EndOfFile)
            {
                self.bump();
            }
            self.is_panicking = false;
        }
    }

    pub(super) fn is_brace_at_line_end(&self) -> bool {
        self.kind == TokenKind::LeftBrace && self.tokens.place(self.at + 1).is_first_on_line()
    }

    /// Leaves everything, up to the next declaration at top level.
    pub(super) fn abandon(&mut self) {
        self.is_abandoned = true;
        self.is_panicking = true;
        while self.kind != TokenKind::EndOfFile {
            let begins_declaration = self.kind == TokenKind::Name && self.peek(1) == TokenKind::ColonColon;
            if self.is_first_on_line() && begins_declaration && self.column_is_zero() {
                return;
            }
            self.bump();
        }
    }

    pub(super) fn column_is_zero(&self) -> bool {
        let start = self.tokens.start(self.at) as usize;
        start == 0 || matches!(self.text.as_bytes().get(start - 1), Some(b'\n' | b'\r'))
    }

    #[cold]
    pub(super) fn unused_value(&mut self, value: NodeId, kind: crate::tree::node::NodeKind) {
        use crate::tree::node::NodeKind;
        if !self.is_statement_over() {
            // what follows on the line is the mistake
            return;
        }
        let node = self.build.get(value);
        let range = self.range(value);
        let error = SyntaxError::new(Kind::UnusedValue, range, "nobody uses the value of this expression");
        let first = self.tokens.kind(node.first);
        let error = match kind {
            NodeKind::Ifx => error.help("`ifx` chooses a value; to choose between statements write `if`"),
            _ if is_infix(first) && self.tokens.place(node.first).is_first_on_line() => error.help(format!(
                "a new line begins a new statement: to go on with the line before, put {} at its end",
                first.describe()
            )),
            NodeKind::Binary if node.flags == crate::tree::view::BinaryOperator::Equal as u8 => {
                error.help("to store a value, write `=`")
            }
            NodeKind::Binary if self.is_send(value) => {
                error.help("a `Channel{T}` of module `Channel` takes a value by `send(&channel, value)`")
            }
            NodeKind::Binary | NodeKind::Call | NodeKind::Name | NodeKind::Brace
                if self.kind == TokenKind::RightBrace && self.blocks.len() == 1 =>
            {
                error.help("a result is given by `return`: write it before the value")
            }
            NodeKind::Binary | NodeKind::Call if self.kind == TokenKind::End && !self.blocks.is_empty() => {
                error.help("to give it back from the procedure, write `return` before it; to discard it, `_ = value`")
            }
            NodeKind::Name if self.is_condition_of_go(node.first) => error.help(
                "an `if` has no second part: `if v := value` takes its branch where there is a value, and binds it",
            ),
            NodeKind::Name => error.help("a call needs its parentheses: `f()`; to discard a value, write `_ = value`"),
            _ => error.help("to discard it on purpose, write `_ = value`"),
        };
        // the error is that of the statement's own line
        let at = self.at;
        self.at = node.last;
        self.report(error);
        if self.mode != Mode::Fast {
            self.at = at;
        }
    }

    /// Whether a name stands behind the `;` of `if v, ok := f(); ok`.
    fn is_condition_of_go(&self, token: u32) -> bool {
        let opener = self.blocks.last().map_or(token, |block| block.opener);
        let is_behind = self.tokens.kind(token.saturating_sub(1)) == TokenKind::Semicolon;
        let is_on_line = (opener + 1..=token).take(64).all(|at| !self.tokens.place(at).is_first_on_line());
        is_behind && self.tokens.kind(opener) == TokenKind::If && token < opener + 64 && is_on_line
    }

    /// `channel <- value`: less than minus something, without a blank between the two signs.
    fn is_send(&self, value: NodeId) -> bool {
        let node = self.build.get(value);
        let right = self.build.get(NodeId(node.b));
        node.flags == crate::tree::view::BinaryOperator::Less as u8
            && self.tokens.kind(right.first) == TokenKind::Minus
            && self.tokens.place(right.first).is_glued()
            && !self.tokens.place(right.first + 1).is_glued()
    }

    /// Whether a declaration, or nothing, follows the line that begins at the current token.
    #[cold]
    pub(super) fn is_whole_body_on_line(&self) -> bool {
        let Some(ahead) = (1..LOOK_AHEAD_MAX).find(|ahead| {
            self.peek(*ahead) == TokenKind::EndOfFile || self.tokens.place(self.at + ahead).is_first_on_line()
        }) else {
            return false;
        };
        match self.peek(ahead) {
            TokenKind::EndOfFile => true,
            TokenKind::Name => self.peek(ahead + 1) == TokenKind::ColonColon,
            _ => false,
        }
    }

    /// A line begins with the arrow of a signature, which goes on with the line before.
    #[cold]
    pub(super) fn arrow_on_new_line(&mut self) {
        let arrow = self.kind.describe();
        let message = format!("a new line begins a new statement, and {arrow} begins none");
        let error = SyntaxError::new(Kind::UnexpectedToken, self.here(), message);
        self.report(error.help(format!("put {arrow} at the end of the line before")));
        self.is_panicking = false;
    }

    /// A line begins with an operator that was meant to go on with the line before.
    #[cold]
    pub(super) fn operator_on_new_line(&mut self) -> NodeId {
        let operator = self.kind.describe();
        let message = format!("a new line begins a new statement, and {operator} begins none");
        let error = SyntaxError::new(Kind::UnusedValue, self.here(), message)
            .help(format!("to go on with the line before, put {operator} at its end"));
        self.report(error);
        self.bump();
        if self.kind == TokenKind::EndOfFile {
            self.error_node()
        } else {
            self.expr()
        };
        self.error_node()
    }

    /// Something that stands in the wrong place, or a directive that does not exist.
    #[cold]
    pub(super) fn misplaced(&mut self) -> NodeId {
        let error = match self.kind {
            TokenKind::Attribute => self.unknown_directive(),
            TokenKind::Struct | TokenKind::Enum | TokenKind::Union | TokenKind::Distinct => {
                let word = self.kind.text();
                SyntaxError::new(Kind::Misplaced, self.here(), format!("`{word}` stands only behind `::`"))
                    .help(format!("write `Name :: {word}`"))
            }
            _ => {
                let message = format!("{} stands at top level only", self.kind.describe());
                SyntaxError::new(Kind::Misplaced, self.here(), message)
            }
        };
        self.report_and_panic(error);
        self.error_node()
    }

    /// `#define N 3`, `#define MAX(a, b) …`, at the directive.
    fn defined(&self, error: SyntaxError) -> SyntaxError {
        let name = self.tokens.text(self.at + 1, self.text);
        let behind = self.tokens.place(self.at + 2);
        if self.peek(2) == TokenKind::LeftParen && behind.is_glued() {
            return error.help(format!("what a macro does, a procedure does: `{name} :: {{T}}(x: T) -> T`"));
        }
        if behind.is_first_on_line() {
            return error.help("`--define name=value` is read by `#config(\"name\", default)`, and asked by `#if`");
        }
        let start = self.range_of(self.at + 2).0;
        let value = self.text.get(start as usize..).and_then(|rest| rest.lines().next()).unwrap_or("").trim_end();
        let is_literal = self.peek(2).is_literal() && self.tokens.place(self.at + 3).is_first_on_line();
        let fixed = format!("{name} :: {value}");
        let advice = format!("a constant is declared by `{fixed}`");
        let place = (self.here().0, start + value.len() as u32);
        if is_literal { error.fix(advice, place, fixed) } else { error.maybe_fix(advice, place, fixed) }
    }

    fn unknown_directive(&self) -> SyntaxError {
        let text = self.tokens.text(self.at, self.text).to_owned();
        let message = format!("unknown directive `{text}`");
        let error = SyntaxError::new(Kind::UnknownDirective, self.here(), message);
        let known: Vec<String> = crate::token::DIRECTIVES.iter().map(|(name, _)| name.replace('_', "-")).collect();
        let nearest = hubbub_diagnostics::suggest::nearest(&text, known.iter().map(String::as_str));
        let advice = match text.as_str() {
            "#include" | "#load" | "#use" => {
                Some("a module is brought in by `#import \"Name\"`; C's procedures are declared with `#foreign`")
            }
            "#define" | "#undef" => Some(
                "a constant is declared by `NAME :: value`; `--define name=value` is read by `#config(\"name\", default)`",
            ),
            "#ifdef" | "#ifndef" | "#elif" => {
                Some("write `#if condition`, with what module `Build` knows or `#config(\"name\", false)`")
            }
            "#endif" => Some("write `#end`"),
            "#pragma" | "#region" | "#endregion" => Some("leave the line out"),
            _ => None,
        };
        if text == "#define" && self.peek(1) == TokenKind::Name {
            return self.defined(error);
        }
        if let Some(advice) = advice {
            return error.help(advice);
        }
        match hubbub_diagnostics::suggest::did_you_mean(&nearest) {
            Some(question) => error.help(question),
            None => error.note("attributes stand at the end of a declaration's first line"),
        }
    }
}
