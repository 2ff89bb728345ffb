//! Constructs that other languages spell differently, each reported once and then understood: `p->x`, `M::x`, `0..10`, `for (;;)`,
//! `return (a, b)`, `let x = 3`.
//!
//! Words that merely have a translation stand in `foreign.rs`, expressions in `foreign_operator.rs`, blocks in `foreign_construct.rs`, types in `foreign_type.rs`. All of it runs only in files that have a mistake.

use hubbub_diagnostics::Kind;

use super::{Mode, Parser};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::{List, NONE};

/// How far one looks for the parenthesis that closes a list of results.
const LIST_TOKENS_MAX: u32 = 64;

/// What stands for `base::member` of the libraries of C++ and Rust.
fn library_of_others(base: &str, member: &str) -> Option<&'static str> {
    Some(match (base, member) {
        ("Box" | "Rc" | "Arc", "new") | ("std", "make_unique" | "make_shared" | "unique_ptr" | "shared_ptr") => {
            "`new(value)` puts a copy into memory, `new{T}()` a default"
        }
        ("Vec", _) | ("std", "vector") => "what grows is a `List{T}` of module `List`; an array is an `Array{T, N}`",
        ("HashMap", _) | ("std", "map" | "unordered_map") => "a map is a `Map{K, V}` of module `Map`",
        ("String", "from" | "new") | ("std", "string" | "to_string") => {
            "a `String` is written between `\"`; `format(\"{}\", value)` makes one"
        }
        ("std", "cout" | "cerr" | "println" | "print" | "printf") => "write `print(\"{}\\n\", value)`",
        ("std", _) => "modules are brought in by `#import \"Name\"`, and their members reached by `.`",
        _ => return None,
    })
}

impl Parser<'_> {
    /// Whether `base::member` at the current token is of another language's library.
    pub(super) fn is_library_of_others(&self) -> bool {
        let text = |ahead: u32| self.tokens.text(self.at + ahead, self.text);
        self.peek(2) == TokenKind::Name && library_of_others(text(0), text(2)).is_some()
    }

    /// `p->x`, `M::x`: reported, then taken for `.`. True when there was one.
    #[cold]
    pub(super) fn foreign_member(&mut self) -> bool {
        let is_member = self.peek(1) == TokenKind::Name && self.is_glued() && self.tokens.place(self.at + 1).is_glued();
        if self.mode == Mode::Fast || !is_member || self.is_first_on_line() {
            return false;
        }
        let advice = match self.kind {
            TokenKind::Arrow => "write `.`: it goes through a pointer, too",
            TokenKind::ColonColon => "write `.`: members of modules and types are reached as fields are",
            _ => return false,
        };
        let base = self.tokens.text(self.previous(), self.text);
        if let Some(advice) = library_of_others(base, self.tokens.text(self.at + 1, self.text)) {
            let place = (self.range_of(self.previous()).0, self.range_of(self.at + 1).1);
            let error = self.spelling(place, format!("`{base}::` is another language's")).help(advice);
            self.report_and_panic(error);
            return true;
        }
        let message = format!("members are reached by `.`, not by `{}`", self.kind.text());
        let error = SyntaxError::new(Kind::ForeignSpelling, self.here(), message);
        self.report(error.fix(advice, self.here(), "."));
        true
    }

    /// `(a: Int): Int`: whether `:` at the current token stands for `->`; reported then.
    pub(super) fn foreign_result(&mut self) -> bool {
        let follows = self.peek(1) == TokenKind::Name && !self.tokens.place(self.at + 1).is_first_on_line();
        if self.mode == Mode::Fast || self.kind != TokenKind::Colon || !follows {
            return false;
        }
        let error =
            SyntaxError::new(Kind::ForeignSpelling, self.here(), "the result stands behind `->`, not behind `:`");
        self.report(error.fix("write `->`", self.here(), " ->"));
        true
    }

    /// `low..high`: whether `..` at the current token stands for `..<`; reported then.
    #[cold]
    pub(super) fn is_vague_range(&mut self) -> bool {
        let is_dots = self.peek(1) == TokenKind::Dot && self.tokens.place(self.at + 1).is_glued();
        let next = 1 + u32::from(is_dots);
        let goes_on =
            matches!(self.peek(next), TokenKind::Name | TokenKind::Integer | TokenKind::LeftParen | TokenKind::Minus)
                && !self.tokens.place(self.at + next).is_first_on_line();
        if self.mode == Mode::Fast || self.kind != TokenKind::DotDot || !goes_on {
            return false;
        }
        let place = (self.here().0, if is_dots { self.range_of(self.at + 1).1 } else { self.here().1 });
        let written = if is_dots { "..." } else { ".." };
        let message = format!("`{written}` does not say whether the range holds its end");
        let error = SyntaxError::new(Kind::ForeignSpelling, place, message);
        let error = error.help("write `low..<high` without the end, `low..=high` with it");
        self.report(error.maybe_fix("leave the end out", place, "..<"));
        if is_dots {
            self.bump();
        }
        true
    }

    /// `for (i := 0; i < n; i += 1)`: the head is reported and skipped; gives the name of the variable.
    #[cold]
    pub(super) fn foreign_for_head(&mut self) -> Option<NodeId> {
        let is_declared = self.kind == TokenKind::Name && self.peek(1) == TokenKind::ColonEqual;
        let begins = self.kind == TokenKind::LeftParen || is_declared;
        if self.mode != Mode::Fast && self.kind == TokenKind::LeftParen && self.is_ahead_on_line(TokenKind::Pipe) {
            return self.for_of_zig();
        }
        if self.mode == Mode::Fast || !begins || !self.is_ahead_on_line(TokenKind::Semicolon) {
            return None;
        }
        let message = "`for` goes over something, it has no conditions";
        let error = SyntaxError::new(Kind::ForeignSpelling, self.here(), message);
        self.report(error.help("write `for i in 0..<n`, or a `while` loop for other steps"));
        if !is_declared {
            self.bump();
        }
        if self.kind == TokenKind::Name && self.peek(1) == TokenKind::Name {
            self.bump();
        }
        let name = if self.kind == TokenKind::Name { self.name("a name") } else { self.error_node() };
        self.bump();
        self.skip_to_line_end();
        Some(name)
    }

    /// `for (xs, 0..) |x, i| {`: the head is reported and skipped; gives the name of the variable.
    fn for_of_zig(&mut self) -> Option<NodeId> {
        let close = self.closer_ahead(0).filter(|close| self.peek(close + 1) == TokenKind::Pipe)?;
        let place = (self.here().1, self.range_of(self.at + close).0);
        let list = self.text.get(place.0 as usize..place.1 as usize).unwrap_or("list");
        let list = list.split(',').next().unwrap_or(list).trim().to_owned();
        let end = (close + 2..close + 8).find(|ahead| self.peek(*ahead) == TokenKind::Pipe)?;
        let names = (self.range_of(self.at + close + 1).1, self.range_of(self.at + end).0);
        let names = self.text.get(names.0 as usize..names.1 as usize).unwrap_or("x").replace('*', "&");
        let error = self.spelling(self.here(), "found `(`, expected the name of a loop variable");
        self.report(error.help(format!("write `for {names} in {list}`")));
        while self.kind != TokenKind::Pipe {
            self.bump();
        }
        self.bump();
        self.eat(TokenKind::Star);
        let name = self.name("a name");
        self.skip_to_line_end();
        Some(name)
    }

    /// `return (a, b)`: reported, then the values without the parentheses.
    #[cold]
    pub(super) fn parenthesized_results(&mut self) -> Option<List> {
        if self.mode == Mode::Fast || self.kind != TokenKind::LeftParen || self.begins_parameters() {
            return None;
        }
        let close = self.end_of_list()?;
        let message = "several results stand without parentheses";
        let error = SyntaxError::new(Kind::ForeignSpelling, self.here(), message);
        let behind = self.range_of(close);
        let inner = (self.here().1, behind.0);
        let text = self.text.get(inner.0 as usize..inner.1 as usize).unwrap_or("").to_owned();
        self.report(error.fix("leave the parentheses out", (self.here().0, behind.1), text));
        self.bump();
        let values = self.exprs();
        self.eat(TokenKind::RightParen);
        Some(values)
    }

    /// The parenthesis that closes the one at the current token, if it ends its line and a comma stands between them.
    fn end_of_list(&self) -> Option<u32> {
        let (mut depth, mut has_comma) = (0_u32, false);
        for ahead in 1..LIST_TOKENS_MAX {
            match self.peek(ahead) {
                TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace => depth += 1,
                TokenKind::RightParen if depth == 0 => {
                    let is_last = self.tokens.place(self.at + ahead + 1).is_first_on_line();
                    return (has_comma && is_last).then_some(self.at + ahead);
                }
                TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace => {
                    depth = depth.checked_sub(1)?
                }
                TokenKind::Comma if depth == 0 => has_comma = true,
                TokenKind::EndOfFile => return None,
                _ => {}
            }
        }
        None
    }

    /// `let x = 3`, behind the word, which starts at token `word`: the fix makes it `x := 3`, and x is declared.
    #[cold]
    pub(super) fn variable_with_equal(&mut self, word: u32) -> Option<NodeId> {
        if self.kind != TokenKind::Name || self.peek(1) != TokenKind::Equal {
            return None;
        }
        let first = self.at;
        let text = self.tokens.text(first, self.text).to_owned();
        let word_text = self.tokens.text(word, self.text);
        let equal = self.range_of(first + 1);
        let message = format!("`{word_text}` is another language's");
        let error = SyntaxError::new(Kind::ForeignSpelling, self.range_of(word), message)
            .help("a variable is declared by `name := value` or `name: Type = value`");
        self.report(error.fix(format!("write `{text} := `…"), (self.range_of(word).0, equal.1), format!("{text} :=")));
        let name = self.name("a name");
        self.bump();
        let names = self.build.list_of(name);
        let values = self.exprs();
        Some(self.variable_of(first, names, NONE, values))
    }
}
