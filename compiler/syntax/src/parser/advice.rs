//! Advice for mistakes that nobody has recognized: a line of help, read from the tokens around the place.
//!
//! Where a message says no more than what was found and what was expected, the habit of another language often tells what was meant.
//! Nothing here changes how one goes on. Start with [`Parser::advised`].

use hubbub_base::limits::DIAGNOSTICS_PRINTED_MAX;
use hubbub_diagnostics::suggest::nearest;

use super::Parser;
use super::foreign_operator::own_scalar;
use super::foreign_signature::type_is_declared;
use crate::error::SyntaxError;
use crate::token::TokenKind;

/// Words that begin statements, which people misspell.
const STATEMENT_WORDS: [&str; 9] = ["if", "while", "for", "match", "return", "defer", "break", "continue", "else"];

/// Tokens before a place that are looked at.
const WORDS_MAX: usize = 16;

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
            TokenKind::At if wants("a declaration") => {
                "attributes stand at the end of a declaration's first line: `f :: () #inline`"
            }
            TokenKind::At if self.peek(1) == TokenKind::Name => {
                "`@` stands behind a pointer; a conversion is `T(x)`, operations of the language are called by their names"
            }
            TokenKind::ShiftLeft if wants("an expression") => "what a pointer `p` points to is `p@`",
            TokenKind::Plus if wants("an expression") && self.tokens.kind(self.previous()) == TokenKind::Equal => {
                "to add to it write `x += 1`"
            }
            TokenKind::Colon
                if wants("an expression") && self.tokens.kind(self.previous()) == TokenKind::RightParen =>
            {
                "the step of a loop is a statement at the end of its body"
            }
            TokenKind::LeftParen if wants("and the type of the field") => {
                "procedures stand at top level: `name :: (self: Pointer{T}) …`, called by `x.name()`"
            }
            TokenKind::Colon if wants("the name of a field") => {
                "there is no inheritance: a field `using base: Base` brings the fields of `Base` in"
            }
            TokenKind::Colon
                if wants("an expression") && self.tokens.kind(self.previous()) == TokenKind::LeftBracket =>
            {
                "a slice of all of it is `x[..]`, up to an index `x[..<high]`"
            }
            TokenKind::Star if wants("behind a parameter") => return self.pointer_behind_type(),
            TokenKind::Colon if wants("behind an index") => "a slice is `x[low..<high]`, `x[low..]` or `x[..<high]`",
            TokenKind::Equal if wants("`)`") && !self.is_among_parameters() => {
                "an assignment is a statement of its own, without a value; `==` compares"
            }
            TokenKind::StarEqual if wants("an expression") => {
                "there is no operator for powers: `Math.pow(base, exponent)`"
            }
            TokenKind::Else if wants("a pattern") => "what is left is taken by `else` alone, without `case`",
            TokenKind::Colon if wants("behind the statement") && self.peek(1) == TokenKind::Integer => {
                "there are no bit fields: use shifts, or an enum with `#flags`"
            }
            TokenKind::Equal if wants("behind the statement") => {
                "an assignment has no value: assign one after the other"
            }
            TokenKind::LeftParen if wants("a member behind `.`") => "what an `Any` holds is `as{T}(x)`, a `Maybe{T}`",
            TokenKind::LeftBracket if wants("a member behind `.`") => {
                "elements stand in braces: `{1, 2}` where an array is expected, else `Array{T, _}{1, 2}`"
            }
            TokenKind::Integer if wants("a member behind `.`") => {
                "there are no tuples: name the results, `a, b := f()`, or make a struct"
            }
            TokenKind::Bang if wants("a type") => {
                "a procedure that can fail gives its value and an error of an `#error` type: `-> (T, E)`"
            }
            TokenKind::End if wants("an expression") && self.peek(1) == TokenKind::Equal => {
                "`print` writes no line break of its own: leave `end = …` out"
            }
            TokenKind::Using if wants("an expression") => {
                "`using` stands before a field of a struct: name what is used, `p.x`"
            }
            TokenKind::RawString | TokenKind::String if wants("before the next statement") => {
                "a tag of a field is `#tag \"name\"` behind its type"
            }
            TokenKind::LeftBrace if wants("a member behind `.`") => {
                "`{…}` alone makes a value of the type that is expected, `T{…}` one of type T"
            }
            TokenKind::PlusPlus | TokenKind::MinusMinus => {
                "it is no part of an expression: write `x += 1` or `x -= 1` as a statement of its own"
            }
            TokenKind::Struct | TokenKind::Enum | TokenKind::Union if wants("a declaration") => {
                let is_word = matches!(self.tokens.text(self.at + 1, self.text), "class" | "struct");
                let at = 1 + u32::from(is_word);
                let name =
                    if self.peek(at) == TokenKind::Name { self.tokens.text(self.at + at, self.text) } else { "Name" };
                if self.kind == TokenKind::Enum && self.has_member_with_value(at + 1) {
                    let union = type_is_declared(name, "union");
                    return Some(format!("members that carry values are the cases of a union, `name: Type`: {union}"));
                }
                return Some(type_is_declared(name, self.kind.text()));
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
            TokenKind::LeftBrace if wants("expected the name of a loop variable") => {
                "a loop without end is `while true`; `for x in list` and `for i in 0..<n` go over something"
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
            _ if wants("the type of parameter `const`") => "nobody else sees a parameter change: leave `const` out",
            _ if wants("the type of parameter `comptime`") => {
                "what is known when compiling stands in braces before the parameters: `name :: {T}(x: T)`"
            }
            TokenKind::Less if wants("an expression") && self.peek(1) == TokenKind::Minus => {
                "a `Channel{T}` of module `Channel` gives its next value by `receive(&channel)`"
            }
            TokenKind::RightParen if wants("an expression") && self.pointer_of_cast().is_some() => {
                return self.pointer_of_cast().map(|ty| format!("a conversion is a call: `Pointer{{{ty}}}(…)`"));
            }
            _ if (wants("expected `)`") || wants("expected `]`")) && self.has_comment_like_division() => {
                "`//` begins a comment; `/` of two integers truncates"
            }
            TokenKind::Name => return self.advice_before_name(),
            _ => return self.misspelt_word(),
        };
        Some(fixed.to_owned())
    }

    /// Whether the parenthesis around the current token begins parameters: what stands before it is `::`.
    /// `Stack*`, where a `*` stands behind a type as in C.
    fn pointer_behind_type(&self) -> Option<String> {
        let ty = (self.tokens.kind(self.previous()) == TokenKind::Name)
            .then(|| self.tokens.text(self.previous(), self.text))?;
        let ty = own_scalar(ty);
        Some(format!("a pointer is `Pointer{{{ty}}}`, or `*{ty}`"))
    }

    /// Whether `{ Circle(f64), Square { side: f64 } }` follows `ahead` tokens on.
    fn has_member_with_value(&self, ahead: u32) -> bool {
        const TOKENS_MAX: u32 = 64;
        let opens = |ahead: u32| matches!(self.peek(ahead), TokenKind::LeftParen | TokenKind::LeftBrace);
        let is_inside = |ahead: &u32| self.peek(*ahead) != TokenKind::RightBrace;
        self.peek(ahead) == TokenKind::LeftBrace
            && (ahead + 1..ahead + TOKENS_MAX)
                .take_while(is_inside)
                .any(|at| self.peek(at) == TokenKind::Name && opens(at + 1))
    }

    fn is_among_parameters(&self) -> bool {
        let on_line = (0..self.at).rev().take(WORDS_MAX).find(|token| self.tokens.kind(*token) == TokenKind::LeftParen);
        let before = |opener: u32| opener.checked_sub(1).map(|before| self.tokens.kind(before));
        let begins = |kind| matches!(kind, TokenKind::ColonColon | TokenKind::ColonEqual | TokenKind::RightBrace);
        on_line.and_then(before).is_some_and(begins)
    }

    /// Whether `7 // 2` was meant on the line before: a comment stands right behind an operand, and the line ends within brackets.
    fn has_comment_like_division(&self) -> bool {
        let end = self.range_of(self.previous()).1 as usize;
        let rest = self.text.get(end..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let holds = |comment: &str| !comment.starts_with('/') && comment.contains([')', ']']);
        rest.trim_start().strip_prefix("//").is_some_and(holds)
    }

    /// The type in `(T *)`, at the `)`.
    fn pointer_of_cast(&self) -> Option<&str> {
        let star = self.previous();
        let name = star.checked_sub(1)?;
        let opener = name.checked_sub(1)?;
        let is_cast = self.tokens.kind(star) == TokenKind::Star
            && self.tokens.kind(name) == TokenKind::Name
            && self.tokens.kind(opener) == TokenKind::LeftParen;
        is_cast.then(|| own_scalar(self.tokens.text(name, self.text)))
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
