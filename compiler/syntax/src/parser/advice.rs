//! Advice for mistakes that nobody has recognized: a line of help, read from the tokens around the place.
//!
//! Where a message says no more than what was found and what was expected, the habit of another language often tells what was meant.
//! Nothing here changes how one goes on. Start with [`Parser::advised`].

use hubbub_base::limits::DIAGNOSTICS_PRINTED_MAX;
use hubbub_diagnostics::suggest::nearest;

use super::Parser;
use crate::error::SyntaxError;
use crate::token::TokenKind;

/// Words that begin statements, which people misspell.
const STATEMENT_WORDS: [&str; 9] = ["if", "while", "for", "match", "return", "defer", "break", "continue", "else"];

/// Words before the name of a type in C.
const SIZES: [&str; 6] = ["unsigned", "signed", "long", "short", "const", "volatile"];

impl Parser<'_> {
    /// The error with a line of help, if it has none and there is something to say.
    pub(super) fn advised(&self, error: SyntaxError) -> SyntaxError {
        // nobody reads more of them
        if self.errors.len() > DIAGNOSTICS_PRINTED_MAX
            || !error.help.is_empty()
            || !error.fixes.is_empty()
            || self.at >= self.tokens.len() as u32
        {
            return error;
        }
        match self.advice_here(&error.message) {
            Some(advice) => error.help(advice),
            None => error,
        }
    }

    fn advice_here(&self, message: &str) -> Option<String> {
        let wants = |what: &str| message.ends_with(what);
        let fixed = match self.kind {
            TokenKind::At if self.peek(1) == TokenKind::Name => {
                "`@` stands behind a pointer; a conversion is `T(x)`, operations of the language are called by their names"
            }
            TokenKind::ShiftLeft if wants("an expression") => "what a pointer `p` points to is `p@`",
            TokenKind::LeftBrace if wants("a member behind `.`") => {
                "`{…}` alone makes a value of the type that is expected, `T{…}` one of type T"
            }
            TokenKind::PlusPlus | TokenKind::MinusMinus => {
                "it is no part of an expression: write `x += 1` or `x -= 1` as a statement of its own"
            }
            TokenKind::Struct | TokenKind::Enum | TokenKind::Union if wants("a declaration") => {
                return Some(format!("a type is declared by `Name :: {}`, its body, and `end`", self.kind.text()));
            }
            TokenKind::Using if wants("a declaration") => "another name of a type is declared by `Name :: T`",
            TokenKind::Equal if wants("`)`") => "a parameter's default is `name := value` or `name: Type = value`",
            TokenKind::Comma if wants("`)`") => {
                "there are no tuples: several results are `return a, b` and `x, y := f()`; what belongs together is a struct"
            }
            TokenKind::Comma if wants("`}`") => "members stand on lines of their own, and `end` closes them",
            TokenKind::Colon if wants("behind an argument") => {
                "fields are given by `name = value`; what has keys is a `Map{K, V}` of module `Map`"
            }
            _ if wants("expected the name of a loop variable") || wants("`in` and what to go through") => {
                "`for x in list` and `for i in 0..<n` go over something; a loop with a condition is `while condition`"
            }
            _ if wants("expected `case` behind the value of a `match`") => {
                "each arm begins with `case pattern`, the last one may be `else`"
            }
            _ if wants("expected a type behind this") => {
                "`name: Type` declares a variable; a label stands before its loop, on the same line"
            }
            _ if wants("the type of parameter `comptime`") => {
                "what is known when compiling stands in braces before the parameters: `name :: {T}(x: T)`"
            }
            TokenKind::Name => return self.advice_before_name(),
            _ => return self.misspelt_word(),
        };
        Some(fixed.to_owned())
    }

    /// `unsigned int`, `map[K]V{…}`, `assert x`, `fi x`.
    fn advice_before_name(&self) -> Option<String> {
        let previous = self.previous();
        let before = self.tokens.text(previous, self.text);
        if SIZES.contains(&before) {
            return Some("a type is one name: `u32`, `i64`, `u8`; C's own are in module `C`, `C.c_int`".to_owned());
        }
        if self.tokens.kind(previous) == TokenKind::RightBracket && self.is_glued() {
            return Some("a map is a `Map{K, V}` of module `Map`, an array an `Array{T, N}`".to_owned());
        }
        if matches!(before, "assert" | "print" | "panic" | "raise" | "println" | "free") {
            return Some(format!("a call has parentheses: `{before}(…)`"));
        }
        self.misspelt_word()
    }

    /// The line begins with a word that is nearly a keyword, and something follows it.
    fn misspelt_word(&self) -> Option<String> {
        let previous = self.previous();
        let is_first = self.tokens.kind(previous) == TokenKind::Name && self.tokens.place(previous).is_first_on_line();
        if !is_first || self.is_first_on_line() {
            return None;
        }
        let word = self.tokens.text(previous, self.text);
        let swapped: String = word.chars().rev().collect();
        let near = nearest(word, STATEMENT_WORDS);
        let found = STATEMENT_WORDS.into_iter().find(|known| *known == swapped).or_else(|| near.first().copied())?;
        Some(format!("did you mean `{found}`?"))
    }
}
