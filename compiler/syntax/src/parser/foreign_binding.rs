//! Lines that other languages begin otherwise: names in brackets that are declared together, `try:`, labels for `goto`, arms without `case`.
//!
//! All of it runs only in files that have a mistake.

use hubbub_diagnostics::Kind;

use super::blocks::BlockKind;
use super::{Mode, Parser};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::{List, NONE};

/// Tokens of a pattern that are looked at.
const PATTERN_TOKENS_MAX: u32 = 24;

/// Words that a block follows behind a `:`, and what to write.
const WITH_COLON: &[(&str, &str)] = &[
    ("try", "a procedure that can fail has an `#error` type as its last result; write `value or_return`"),
    ("except", "look at the error: `value or_else …`, or `match error`"),
    ("catch", "look at the error: `value or_else …`, or `match error`"),
    ("finally", "`defer` runs a statement at the end of its block"),
    ("do", "the body follows on the next line; leave the word out"),
    ("loop", "write `while true`"),
];

impl Parser<'_> {
    fn first_word(&self) -> &str {
        if self.kind == TokenKind::Name { self.tokens.text(self.at, self.text) } else { "" }
    }

    /// A statement whose first line has no meaning here, whatever stands behind it.
    pub(super) fn foreign_line(&mut self) -> Option<NodeId> {
        if !self.is_first_on_line() {
            return None;
        }
        match self.kind {
            TokenKind::LeftParen | TokenKind::LeftBracket => self.bracketed_names(self.at),
            TokenKind::Name if self.peek(1) == TokenKind::Colon => self.word_with_colon(),
            TokenKind::Name if self.peek(1) == TokenKind::ColonColon => self.library_at_start(),
            TokenKind::Name if matches!(self.first_word(), "let" | "var" | "auto" | "val" | "const" | "final") => {
                self.group().or_else(|| self.bracketed_names(self.at + 1))
            }
            TokenKind::Struct | TokenKind::Enum | TokenKind::Union => self.keyword_before_type(),
            _ => None,
        }
    }

    /// `try:`, `except:`, and labels that a `goto` means.
    fn word_with_colon(&mut self) -> Option<NodeId> {
        if !self.is_lone_label() {
            return None;
        }
        let first = self.at;
        let word = self.first_word();
        if let Some((_, advice)) = WITH_COLON.iter().find(|(known, _)| *known == word) {
            let error = self.spelling(self.here(), format!("`{word}` is another language's"));
            self.report(error.help(*advice));
            self.skip_construct(first);
            return Some(self.error_node());
        }
        // the `goto` is what is reported
        if !self.text.contains(&format!("goto {word}")) {
            return None;
        }
        self.bump();
        self.bump();
        Some(self.error_node())
    }

    /// `.some(x)`, `.circle(let r)` in a pattern: reported, then `.some x`. Gives the name.
    #[cold]
    pub(super) fn binding_in_parentheses(&mut self) -> NodeId {
        let is_word = matches!(self.tokens.text(self.at + 1, self.text), "let" | "var" | "ref" | "mut");
        let at = if is_word && self.peek(2) == TokenKind::Name { 2 } else { 1 };
        if self.peek(at) != TokenKind::Name || self.peek(at + 1) != TokenKind::RightParen {
            return NONE;
        }
        let name = self.tokens.text(self.at + at, self.text).to_owned();
        let place = (self.here().0, self.range_of(self.at + at + 1).1);
        let error = self.spelling(place, "a name for what was found stands behind the member, without parentheses");
        self.report(error.fix(format!("write ` {name}`"), place, format!(" {name}")));
        if self.mode == Mode::Fast {
            return NONE;
        }
        for _ in 0..at {
            self.bump();
        }
        let name = self.name("a name for what was found");
        self.bump();
        name
    }

    /// `let (a, b) = f()` where nothing else is wrong: a call is no place.
    #[cold]
    pub(super) fn call_as_place(&mut self, first: u32) {
        if self.is_procedure_pointer_of_c(first) {
            let error = self.spelling(self.range_of(first), "the type of a variable stands behind its name");
            return self.report(error);
        }
        let word = self.tokens.text(first, self.text);
        let is_word = matches!(word, "let" | "var" | "auto" | "val" | "const" | "final");
        if is_word && !self.tokens.place(first + 1).is_glued() {
            let error = self.spelling(self.range_of(first), format!("`{word}` is another language's"));
            self.report(error.help("variables are declared by `a, b := values`"));
        }
    }

    /// Whether the current token begins a line on which there is a name and a `:`, and nothing else.
    pub(super) fn is_lone_label(&self) -> bool {
        self.kind == TokenKind::Name
            && self.peek(1) == TokenKind::Colon
            && !self.tokens.place(self.at + 1).is_first_on_line()
            && self.tokens.place(self.at + 2).is_first_on_line()
    }

    /// `func (p Point) norm() int { … }` at top level: reported and skipped.
    pub(super) fn method_of_go(&mut self) -> Option<NodeId> {
        let close = if self.peek(1) == TokenKind::LeftParen { self.closer_ahead(1)? } else { return None };
        if !matches!(self.first_word(), "func" | "fn" | "def") || self.peek(close + 1) != TokenKind::Name {
            return None;
        }
        let first = self.at;
        let error = self.spelling(self.here(), format!("`{}` is another language's", self.first_word()));
        self.report(
            error.help("the receiver is the first parameter: `name :: (p: Point) -> Result`, called by `p.name()`"),
        );
        self.skip_construct(first);
        Some(self.error_node())
    }

    /// `var (`, `import (` and lines up to the `)`: reported and skipped.
    pub(super) fn group(&mut self) -> Option<NodeId> {
        let is_group = self.peek(1) == TokenKind::LeftParen && self.tokens.place(self.at + 2).is_first_on_line();
        let advice = match self.first_word() {
            "var" | "let" => "each variable has a line of its own: `name := value`",
            "const" => "each constant has a line of its own: `NAME :: value`",
            "import" => "each module has a line of its own: `#import \"Name\"`",
            _ => return None,
        };
        if !is_group {
            return None;
        }
        let first = self.at;
        let error = self.spelling(self.here(), format!("`{}` is another language's", self.first_word()));
        self.report(error.help(advice));
        let mut depth = 0_u32;
        let mark = self.build.mark();
        while self.kind != TokenKind::EndOfFile {
            match self.kind {
                TokenKind::LeftParen => depth += 1,
                TokenKind::RightParen if depth == 1 => break,
                TokenKind::RightParen => depth -= 1,
                TokenKind::Name if depth == 1 && self.is_first_on_line() => {
                    let name = self.name("a name");
                    self.build.push(name);
                    continue;
                }
                _ => {}
            }
            self.bump();
        }
        let names = self.build.list(mark);
        self.bump();
        self.is_panicking = false;
        if names == List::EMPTY {
            return Some(self.error_node());
        }
        // they are declared, so that nothing is said where they are used
        let ty = self.error_node();
        Some(self.variable_of(first, names, ty, List::EMPTY))
    }

    /// `struct Point p = {1, 2}`: C's way to say what type it is.
    fn keyword_before_type(&mut self) -> Option<NodeId> {
        let equal = (3..6).find(|ahead| matches!(self.peek(*ahead), TokenKind::Equal | TokenKind::Semicolon))?;
        let is_it = self.peek(1) == TokenKind::Name && self.peek(equal - 1) == TokenKind::Name;
        if !is_it || !self.is_on_one_line(equal) {
            return None;
        }
        let (word, ty) = (self.kind.text(), self.tokens.text(self.at + 1, self.text));
        let name = self.tokens.text(self.at + equal - 1, self.text);
        let error = self.spelling(self.here(), format!("`{word}` before a type is another language's"));
        self.report_and_panic(error.help(format!("write `{name}: {ty} = …`")));
        self.skip_line();
        self.is_panicking = false;
        Some(self.error_node())
    }

    /// `std::vector<int> v;`, which looks like the declaration of a constant.
    fn library_at_start(&mut self) -> Option<NodeId> {
        let is_path = self.tokens.place(self.at + 1).is_glued() && self.tokens.place(self.at + 2).is_glued();
        if !is_path || !self.is_library_of_others() {
            return None;
        }
        self.bump();
        self.foreign_member();
        Some(self.error_node())
    }

    /// `let (a, b) = f()`, `auto [a, b] = f()`, `(a, b) := f()`, `let a, b = f()`: the names begin at token `names`.
    fn bracketed_names(&mut self, names: u32) -> Option<NodeId> {
        let ahead = names - self.at;
        let is_bracketed = matches!(self.peek(ahead), TokenKind::LeftParen | TokenKind::LeftBracket);
        let (inner, close) = match is_bracketed {
            true => (ahead + 1, self.closer_ahead(ahead)?),
            false => (ahead, (ahead..PATTERN_TOKENS_MAX).find(|next| self.peek(*next) == TokenKind::Equal)?),
        };
        let is_name = |next: u32| match (next - inner) % 2 {
            0 => self.peek(next) == TokenKind::Name,
            _ => self.peek(next) == TokenKind::Comma,
        };
        let operator = close + u32::from(is_bracketed);
        let are_names = close >= inner + 3 && (close - inner) % 2 == 1 && (inner..close).all(is_name);
        if !are_names || !matches!(self.peek(operator), TokenKind::Equal | TokenKind::ColonEqual) {
            return None;
        }
        let is_word = names > self.at;
        let text = self.text_between(self.at + inner, self.at + close - 1).to_owned();
        let equal = self.range_of(self.at + operator);
        let is_declared = is_word || self.peek(operator) == TokenKind::ColonEqual;
        let fixed = format!("{text} {}", if is_declared { ":=" } else { "=" });
        let error = match is_word {
            true => self.spelling(self.here(), format!("`{}` is another language's", self.first_word())),
            false => self.spelling(self.here(), "several names stand without parentheses"),
        };
        let advice = format!("write `{fixed}` and a call with so many results");
        // `= (1, 2)` is no value
        let is_sure = is_word || is_declared;
        let has_tuple = self.peek(operator + 1) == TokenKind::LeftParen;
        let place = (self.here().0, equal.1);
        self.report_and_panic(match is_sure && !has_tuple {
            true => error.fix(advice, place, fixed),
            false => error.maybe_fix(advice, place, fixed),
        });
        self.skip_line();
        self.is_panicking = false;
        Some(self.error_node())
    }

    fn text_between(&self, first: u32, last: u32) -> &str {
        let range = (self.range_of(first).0 as usize, self.range_of(last).1 as usize);
        self.text.get(range.0..range.1).unwrap_or("")
    }

    // ---- arms ----------------------------------------------------------------------------------------------------

    /// Whether the current token begins an arm whose `case` is missing: a pattern and `=>` stand on its line.
    pub(super) fn is_bare_arm(&self) -> bool {
        use TokenKind::*;
        if self.mode == Mode::Fast || !self.is_first_on_line() || self.is_default_arm() {
            return false;
        }
        let in_arms = self.blocks.last().is_some_and(|block| block.kind == BlockKind::Arm && !block.is_braced);
        if !in_arms || !(self.kind.is_literal() || matches!(self.kind, Name | Dot | Minus | True | False | Null)) {
            return false;
        }
        let on_line = |ahead: &u32| *ahead == 0 || !self.tokens.place(self.at + ahead).is_first_on_line();
        (0..PATTERN_TOKENS_MAX)
            .take_while(on_line)
            .map(|ahead| self.peek(ahead))
            .find(|kind| {
                let is_pattern = kind.is_literal()
                    || matches!(kind, Name | Dot | Comma | Minus | True | False | Null | DotDotEqual | DotDotLess);
                !is_pattern
            })
            .is_some_and(|kind| kind == FatArrow)
    }

    /// Reports an arm whose `case` is missing; all of a `match` are one mistake, whose error is `reported`.
    #[cold]
    pub(super) fn bare_arm(&mut self, reported: &mut Option<usize>) {
        let here = self.here();
        let known = reported.and_then(|index| self.errors.get_mut(index)).and_then(|error| error.fixes.first_mut());
        if let Some(fix) = known {
            fix.edits.push(((here.0, here.0), "case ".to_owned()));
            self.note_error();
            return;
        }
        let message = format!("found {}, expected `case` before the pattern of an arm", self.found_here());
        let error = SyntaxError::new(Kind::UnexpectedToken, here, message);
        let count = self.errors.len();
        self.report(error.fix("each arm begins with `case`, the last one may be `else`", (here.0, here.0), "case "));
        *reported = Some(count).filter(|count| self.errors.len() > *count);
    }
}
