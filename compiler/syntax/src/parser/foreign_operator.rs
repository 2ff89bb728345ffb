//! Expressions as other languages write them: `===`, `**`, `p^`, `(int)x`, `name!(…)`, `"a" "b"`, `await f()`.
//!
//! Each is reported once, with what to write, and then understood or skipped. All of it runs only in files that have a mistake, but for
//! the few forms that are no mistake of the grammar: they are recognized by where the blanks stand.

use hubbub_diagnostics::Kind;

use super::{Mode, Parser, closer};
use crate::error::{ByteRange, SyntaxError};
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::node::NodeKind;

/// How far one looks for a closing bracket.
const LOOK_AHEAD_MAX: u32 = 64;

/// Operators of other languages: the tokens that they fall into, how they are written, and what to write.
const OPERATORS: &[(TokenKind, TokenKind, &str, Option<&str>, &str)] = &[
    (TokenKind::EqualEqual, TokenKind::Equal, "===", Some("=="), "there is one equality, `==`"),
    (TokenKind::BangEqual, TokenKind::Equal, "!==", Some("!="), "there is one inequality, `!=`"),
    (TokenKind::Less, TokenKind::Greater, "<>", Some("!="), "write `!=`"),
    (TokenKind::Tilde, TokenKind::Equal, "~=", Some("!="), "write `!=`"),
    (TokenKind::Equal, TokenKind::Less, "=<", Some("<="), "write `<=`"),
    (TokenKind::Equal, TokenKind::Colon, "=:", Some(":="), "a variable is declared by `:=`"),
    (TokenKind::AndAnd, TokenKind::Equal, "&&=", None, "write `a = a && b`"),
    (TokenKind::OrOr, TokenKind::Equal, "||=", None, "write `a = a || b`"),
    (TokenKind::ShiftRight, TokenKind::Greater, ">>>", Some(">>"), "`>>` on an unsigned integer shifts in zeros"),
    (TokenKind::DotDot, TokenKind::Dot, "...", None, "a range is `low..<high` without its end, `low..=high` with it"),
];

/// Words before an operand, and what to write.
const PREFIXES: &[(&str, &str)] = &[
    ("await", "a call waits for its result; `Task` runs several at a time"),
    ("chan", "a channel is a `Channel{T}` of module `Channel`"),
    ("async", "`Task` runs procedures at the same time"),
    ("try", "write `value or_return`"),
    ("yield", "an iterator is a type with a procedure `next`"),
    ("lambda", "a procedure literal is `(x: T) -> R => value`"),
    ("new", "write `new{T}()` for a default, `new(value)` for a copy of one"),
    ("delete", "call `free(pointer)`"),
    ("mut", "what is declared by `:=` can be assigned: leave the word out"),
    ("ref", "`&x` is the address of x: leave the word out"),
    ("move", "leave the word out"),
    ("const", "a constant is declared by `NAME :: value`"),
    ("sizeof", "it is called: `size_of(T)`"),
    ("typeof", "it is called: `type_of(x)`"),
    ("cast", "a conversion is `T(x)`"),
    ("xx", "a conversion is `T(x)`"),
    ("auto_cast", "a conversion is `T(x)`"),
    ("comptime", "what runs when compiling is `#run f()`"),
    ("transmute", "`bit_cast{T}(x)` keeps the bits"),
    ("throw", "return an error, or call `panic`"),
];

/// What scalar types of C are called here.
pub(super) fn own_scalar(name: &str) -> &str {
    match name {
        "float" => "f32",
        "double" => "f64",
        "char" | "byte" => "u8",
        "short" => "i16",
        "unsigned" => "u32",
        "long" => "i64",
        "size_t" | "usize" => "UInt",
        "float64" => "f64",
        "float32" => "f32",
        "int64" => "i64",
        "int32" => "i32",
        "uint64" => "u64",
        "uint32" => "u32",
        _ => name,
    }
}

impl Parser<'_> {
    fn text_of(&self, range: ByteRange) -> &str {
        self.text.get(range.0 as usize..range.1 as usize).unwrap_or("")
    }

    /// What is written in another language's way at `place`: a diagnostic to go on with.
    pub(super) fn spelling(&self, place: ByteRange, message: impl Into<String>) -> SyntaxError {
        SyntaxError::new(Kind::ForeignSpelling, place, message)
    }

    /// Where an operand should begin: whether the token before and this one are an operator of another language. Gives the operand
    /// behind it.
    pub(super) fn foreign_operator(&mut self) -> Option<NodeId> {
        let previous = self.tokens.kind(self.previous());
        if previous == TokenKind::Caret && self.tokens.place(self.previous()).is_glued() {
            return Some(self.caret_of_pointer());
        }
        if !self.is_glued() {
            return None;
        }
        let is_it = |row: &&(TokenKind, TokenKind, &str, Option<&str>, &str)| row.0 == previous && row.1 == self.kind;
        let (_, _, written, right, advice) = OPERATORS.iter().find(is_it)?;
        let place = (self.range_of(self.previous()).0, self.here().1);
        let error = self.spelling(place, format!("`{written}` is another language's"));
        let error = match right {
            Some(right) => error.fix(*advice, place, *right),
            None => error.help(*advice),
        };
        self.report(error);
        self.bump();
        if self.is_statement_over() || !self.enter() {
            return Some(self.error_node());
        }
        let operand = self.expr();
        self.leave();
        Some(operand)
    }

    /// `p^`, where an operand of `^` is missing: what the pointer points to.
    #[cold]
    fn caret_of_pointer(&mut self) -> NodeId {
        let caret = self.range_of(self.previous());
        let error = self.spelling(caret, "`^` behind a pointer is another language's");
        self.report(error.fix("what a pointer points to is `p@`", caret, "@"));
        self.error_node()
    }

    /// Behind an infix operator: `p^` at the end of a line, `2 ** 3`. Gives what the whole is taken for.
    #[cold]
    pub(super) fn odd_operator(&mut self, operator: u32, first: u32, left: NodeId) -> Option<NodeId> {
        let is_caret = self.tokens.kind(operator) == TokenKind::Caret;
        if is_caret && self.is_first_on_line() && self.tokens.place(operator).is_glued() {
            let caret = self.range_of(operator);
            let at = (self.at, self.kind);
            (self.at, self.kind) = (operator, TokenKind::Caret);
            let error = self.spelling(caret, "`^` behind a pointer is another language's");
            self.report(error.fix("what a pointer points to is `p@`", caret, "@"));
            if self.mode != Mode::Fast {
                (self.at, self.kind) = at;
            }
            return Some(self.node(NodeKind::Dereference, first, 0, left.0, 0));
        }
        if !is_caret && self.kind == TokenKind::Star && self.is_glued() {
            let place = (self.range_of(operator).0, self.here().1);
            let error = self.spelling(place, "`**` is another language's");
            self.report(error.help("there is no operator for powers: `Math.pow(base, exponent)`"));
            self.bump();
        }
        None
    }

    /// `p.*`: reported, then `p@`.
    #[cold]
    pub(super) fn dot_star(&mut self, first: u32, base: NodeId) -> NodeId {
        let place = (self.range_of(self.previous()).0, self.here().1);
        let error = self.spelling(place, "`.*` is another language's");
        self.report(error.fix("what a pointer points to is `p@`", place, "@"));
        if self.mode != Mode::Fast {
            self.bump();
        }
        self.node(NodeKind::Dereference, first, 0, base.0, 0)
    }

    /// `.5`: reported, then a number.
    #[cold]
    pub(super) fn point_before_digits(&mut self) -> NodeId {
        let place = (self.here().0, self.range_of(self.at + 1).1);
        let fixed = format!("0{}", self.text_of(place));
        let error = self.spelling(place, format!("a number begins with a digit, `{}` does not", self.text_of(place)));
        self.report(error.fix(format!("write `{fixed}`"), place, fixed));
        if self.mode != Mode::Fast {
            self.bump();
            self.bump();
        }
        self.error_node()
    }

    /// `not x`, `await f()`, `new P`: the word is reported; gives the operand, taken for the whole.
    #[cold]
    pub(super) fn foreign_prefix(&mut self) -> Option<NodeId> {
        if let Some(node) = self.foreign_literal() {
            return Some(node);
        }
        if self.tokens.place(self.at + 1).is_first_on_line() || self.tokens.place(self.at + 1).is_glued() {
            return None;
        }
        let next = self.peek(1);
        let begins = next.is_literal() || matches!(next, TokenKind::Name | TokenKind::True | TokenKind::False);
        let word = self.tokens.text(self.at, self.text);
        if word == "not" && begins && self.peek(1) != TokenKind::In {
            return Some(self.foreign_not());
        }
        let (_, advice) = PREFIXES.iter().find(|(prefix, _)| *prefix == word).filter(|_| begins)?;
        let mut error = self.spelling(self.here(), format!("`{word}` before a value is another language's"));
        error = match word {
            "new" if self.is_type_and_end() => self.new_of_type(error),
            "mut" | "ref" | "move" => error.fix(*advice, (self.here().0, self.range_of(self.at + 1).0), ""),
            "comptime" => error.fix(*advice, self.here(), "#run"),
            _ => error.help(*advice),
        };
        let is_lambda = word == "lambda";
        self.report(error);
        self.bump();
        if is_lambda {
            self.is_panicking = true;
            return Some(self.error_node());
        }
        if self.enter() {
            self.prefix();
            self.leave();
        }
        Some(self.error_node())
    }

    /// `func(a, b int) int { … }`, or a block behind a word of Rust, as values: reported and skipped.
    fn foreign_literal(&mut self) -> Option<NodeId> {
        let word = self.tokens.text(self.at, self.text);
        let (is_procedure, is_block) = (matches!(word, "func" | "fn" | "proc" | "function"), word == "unsafe");
        if !is_procedure && !is_block {
            return None;
        }
        let brace = match is_procedure {
            true if self.peek(1) == TokenKind::LeftParen => {
                let close = self.closer_ahead(1)?;
                (close + 1..close + LOOK_AHEAD_MAX)
                    .take_while(|ahead| !self.tokens.place(self.at + ahead).is_first_on_line())
                    .find(|ahead| self.peek(*ahead) == TokenKind::LeftBrace)?
            }
            false if self.peek(1) == TokenKind::LeftBrace => 1,
            _ => return None,
        };
        let error = self.spelling(self.here(), format!("`{word}` is another language's"));
        self.report(match is_procedure {
            true => {
                error.help("a procedure literal is `(x: T) -> R => value`, or its body on lines of its own and `end`")
            }
            false => error.help("any pointer may be used anywhere: leave the word and the braces out"),
        });
        for _ in 0..brace {
            self.bump();
        }
        self.skip_braces(false);
        self.is_panicking = true;
        Some(self.error_node())
    }

    /// Whether `new` at the current token is followed by a name and nothing, or empty parentheses.
    fn is_type_and_end(&self) -> bool {
        let behind = self.peek(2);
        let is_empty_call = behind == TokenKind::LeftParen && self.peek(3) == TokenKind::RightParen;
        self.peek(1) == TokenKind::Name
            && (is_empty_call || self.tokens.place(self.at + 2).is_first_on_line() || behind == TokenKind::Semicolon)
    }

    fn new_of_type(&self, error: SyntaxError) -> SyntaxError {
        let name = self.tokens.text(self.at + 1, self.text);
        let last = if self.peek(2) == TokenKind::LeftParen { self.at + 3 } else { self.at + 1 };
        let fixed = format!("new{{{name}}}()");
        error.fix(format!("write `{fixed}`"), (self.here().0, self.range_of(last).1), fixed)
    }

    /// `not x`: reported, then `!x`.
    #[cold]
    fn foreign_not(&mut self) -> NodeId {
        let first = self.at;
        let place = (self.here().0, self.range_of(first + 1).0);
        let error = self.spelling(self.here(), "`not` is another language's");
        self.report(error.fix("write `!`", place, "!"));
        self.bump();
        let value = self.postfix();
        self.node(NodeKind::Prefix, first, crate::tree::view::PrefixOperator::Not as u8, value.0, 0)
    }

    /// Where an expression is over and the statement or the list is not: what another language means by what follows. `before` is the
    /// first token of the statement or element.
    pub(super) fn foreign_behind(&self, before: u32) -> Option<SyntaxError> {
        if self.mode == Mode::Fast || self.is_first_on_line() {
            return None;
        }
        let previous = self.tokens.kind(self.previous());
        match self.kind {
            TokenKind::Bang if self.is_glued() => Some(self.exclamation()),
            TokenKind::String | TokenKind::RawString => self.string_behind(previous, before),
            TokenKind::If => {
                let error = self.spelling(self.here(), "`if` begins a statement, it does not choose between values");
                Some(error.help("to choose a value write `ifx condition => a else => b end`"))
            }
            TokenKind::FatArrow if previous == TokenKind::RightParen => {
                let error = self.spelling(self.here(), "found `=>`, but no parameters stand before it");
                Some(error.help("the parameters of a literal have types: `(x: T) -> R => value`"))
            }
            TokenKind::ColonColon if self.is_glued() && self.peek(1) == TokenKind::Less => {
                let error = self.spelling(self.here(), "`::` is another language's");
                Some(error.help("type arguments stand in braces: `name{T}(…)`"))
            }
            TokenKind::Name if self.joining_word().is_some() => {
                let word = self.tokens.text(self.at, self.text);
                let error = self.spelling(self.here(), format!("`{word}` is another language's"));
                Some(error.help(self.joining_word().unwrap_or_default()))
            }
            TokenKind::Name if previous == TokenKind::RightBracket => {
                let error = self.spelling(self.here(), format!("found {} behind `]`", self.found()));
                Some(
                    error.help(
                        "a map is a `Map{K, V}` of module `Map`, an array an `Array{T, N}`, a slice a `Slice{T}`",
                    ),
                )
            }
            TokenKind::Name | TokenKind::Integer | TokenKind::Float if previous == TokenKind::RightParen => {
                self.cast(before)
            }
            TokenKind::Name
                if self.at == before + 1
                    && matches!(self.tokens.text(before, self.text), "assert" | "print" | "panic" | "println") =>
            {
                self.call_without_parentheses(before)
            }
            _ if self.at == before + 1 && previous == TokenKind::Name && self.kind.is_literal() => {
                self.call_without_parentheses(before)
            }
            _ => None,
        }
    }

    /// `name!(…)`, `vec![…]`, `value!`.
    fn exclamation(&self) -> SyntaxError {
        let is_macro = matches!(self.peek(1), TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace)
            && self.tokens.kind(self.previous()) == TokenKind::Name;
        if !is_macro {
            let error = self.spelling(self.here(), "`!` behind a value is another language's");
            return error.help("to unwrap a value write `or_else`, `or_return`, or `.some`, which panics");
        }
        let name = self.tokens.text(self.previous(), self.text);
        let error = self.spelling(
            (self.range_of(self.previous()).0, self.here().1),
            format!("`{name}!` is another language's: there are no macros"),
        );
        match name {
            "println" | "print" | "eprintln" => error.help("write `print(\"{}\\n\", value)`"),
            "vec" => error.help("write `{1, 2, 3}` for an array; a growing one is `List{T}`"),
            "todo" | "unimplemented" => error.help("`panic(\"not yet written\")` ends the program"),
            "assert_eq" => error.help("write `assert(a == b)`"),
            "matches" => error.help("write `tag_of(x) == .member`"),
            "format" => error.help("a `String` of values is made by `format(\"{}\", value)`"),
            _ => error.fix(format!("call it: `{name}(…)`"), self.here(), ""),
        }
    }

    /// `"a" "b"`, `"""text"""`, `f"text"`.
    fn string_behind(&self, previous: TokenKind, before: u32) -> Option<SyntaxError> {
        match previous {
            TokenKind::String | TokenKind::RawString if self.is_glued() => {
                let place = (self.range_of(self.previous()).0, self.here().1);
                let error = self.spelling(place, "a string is over at its second `\"`");
                Some(error.help("a string of several lines, or with quotes in it, stands between backquotes"))
            }
            TokenKind::String | TokenKind::RawString => {
                let found = self.found();
                let error = self.spelling(self.here(), format!("found {found} behind a string"));
                Some(error.fix("strings are joined by `+`", self.behind_previous(), " +"))
            }
            TokenKind::Name if self.is_glued() => {
                let prefix = self.tokens.text(self.previous(), self.text);
                let error = self.spelling(
                    (self.range_of(self.previous()).0, self.here().1),
                    format!("`{prefix}` before a string is another language's"),
                );
                Some(match prefix {
                    "r" | "R" => error.help("a string without escapes stands between backquotes"),
                    "f" | "F" => error.help("write the values behind the format: `print(\"{}\", value)`"),
                    _ => error.help("strings have no prefixes"),
                })
            }
            TokenKind::Name if self.at == before + 1 => self.call_without_parentheses(before),
            _ => None,
        }
    }

    /// `print "x"`.
    fn call_without_parentheses(&self, before: u32) -> Option<SyntaxError> {
        let name = self.tokens.text(before, self.text);
        let error = self.spelling(self.here(), format!("found {} behind `{name}`", self.found()));
        Some(error.help(format!("a call has parentheses: `{name}(…)`")))
    }

    /// `(int)x`, `cast(int)x`.
    fn cast(&self, before: u32) -> Option<SyntaxError> {
        let opener = self.previous().checked_sub(2)?;
        if self.tokens.kind(opener) != TokenKind::LeftParen || self.tokens.kind(opener + 1) != TokenKind::Name {
            return None;
        }
        let word = opener.checked_sub(1).filter(|word| *word >= before);
        let word =
            word.filter(|word| self.tokens.kind(*word) == TokenKind::Name && self.tokens.place(opener).is_glued());
        if word.is_some_and(|word| !matches!(self.tokens.text(word, self.text), "cast" | "transmute" | "auto_cast")) {
            return None;
        }
        let ty = own_scalar(self.tokens.text(opener + 1, self.text));
        let keeps_bits = word.is_some_and(|word| self.tokens.text(word, self.text) == "transmute");
        let ty = if keeps_bits { format!("bit_cast{{{ty}}}") } else { ty.to_owned() };
        let place = (self.range_of(word.unwrap_or(opener)).0, self.range_of(self.previous()).1);
        let error =
            self.spelling(place, format!("a conversion is a call: `{ty}(…)`, and `{}` is none", self.text_of(place)));
        let is_over = self.tokens.place(self.at + 1).is_first_on_line()
            || matches!(self.peek(1), TokenKind::RightParen | TokenKind::Comma | TokenKind::Semicolon);
        if !is_over {
            return Some(error);
        }
        let fixed = format!("{ty}({})", self.tokens.text(self.at, self.text));
        Some(error.fix(format!("write `{fixed}`"), (place.0, self.here().1), fixed))
    }

    /// `Point{x: 1}`, `Point{.x = 1}`: reported, then understood as `Point{x = 1}`. True when the current token is the name of an
    /// argument and something that stands for `=` follows.
    #[cold]
    pub(super) fn foreign_argument_name(&mut self) -> bool {
        if self.kind == TokenKind::Dot && self.peek(1) == TokenKind::Name && self.peek(2) == TokenKind::Equal {
            let name = self.tokens.text(self.at + 1, self.text);
            let message = format!("found `.` before `{name}`: the name of a field stands alone");
            let point = self.here();
            self.report_again(point, "the name of a field stands alone", message, "leave the `.` out", (point, ""));
            self.bump();
            return true;
        }
        let begins_value = match self.peek(2) {
            TokenKind::Name => {
                self.tokens.text(self.at + 2, self.text).starts_with(|c: char| c.is_lowercase() || c == '_')
            }
            TokenKind::True | TokenKind::False | TokenKind::Null | TokenKind::Minus | TokenKind::Dot => true,
            kind => kind.is_literal(),
        };
        if self.kind != TokenKind::Name || self.peek(1) != TokenKind::Colon || !begins_value {
            return false;
        }
        if self.at >= 2 && matches!(self.tokens.text(self.at - 2, self.text), "proc" | "func" | "fn" | "function") {
            let word = self.range_of(self.at - 2);
            let error = self.spelling(word, format!("`{}` is another language's", self.text_of(word)));
            self.report_and_panic(error.help("a procedure literal is `(x: T) -> R => value`"));
            return false;
        }
        let name = self.tokens.text(self.at, self.text).to_owned();
        let colon = self.range_of(self.at + 1);
        let message = format!("`=` gives `{name}` its value, not `:`");
        self.report_again(colon, "its value, not `:`", message, "write `=`", (colon, " ="));
        true
    }

    /// Reports a mistake of spelling, or adds its edit to that of the one before, where they are one habit on one line. All messages
    /// of the habit end with `habit`.
    pub(super) fn report_again(
        &mut self,
        place: ByteRange,
        habit: &str,
        message: String,
        advice: &str,
        (edited, text): (ByteRange, &str),
    ) {
        let follows = self.is_follow_up();
        if let Some(last) = self.errors.last_mut().filter(|last| follows && last.message.ends_with(habit))
            && let Some(fix) = last.fixes.first_mut()
        {
            fix.edits.push((edited, text.to_owned()));
            return;
        }
        let error = self.spelling(place, message);
        self.report(error.fix(advice, edited, text));
    }

    /// Gets over `<…>` at the current token, if it closes on the line; gives its text.
    pub(super) fn skip_angles(&mut self) -> Option<(ByteRange, String)> {
        let mut depth = 0_i32;
        for ahead in 0..LOOK_AHEAD_MAX {
            if ahead > 0 && self.tokens.place(self.at + ahead).is_first_on_line() {
                return None;
            }
            depth += match self.peek(ahead) {
                TokenKind::Less => 1,
                TokenKind::Greater => -1,
                TokenKind::ShiftRight => -2,
                TokenKind::Name | TokenKind::Comma | TokenKind::Integer | TokenKind::Dot | TokenKind::Star => 0,
                TokenKind::LeftBrace | TokenKind::RightBrace | TokenKind::Ampersand => 0,
                _ => return None,
            };
            if depth <= 0 {
                let range = (self.here().0, self.range_of(self.at + ahead).1);
                let inner = self.text_of((range.0 + 1, range.1 - 1)).replace('<', "{").replace('>', "}");
                for _ in 0..=ahead {
                    self.bump();
                }
                return Some((range, inner));
            }
        }
        None
    }

    /// The closing bracket of the one `ahead` of the current token, if it stands on the line.
    pub(super) fn closer_ahead(&self, ahead: u32) -> Option<u32> {
        let close = closer(self.peek(ahead));
        let mut depth = 0_u32;
        for next in ahead + 1..ahead + LOOK_AHEAD_MAX {
            if self.tokens.place(self.at + next).is_first_on_line() {
                return None;
            }
            match self.peek(next) {
                kind if kind == close && depth == 0 => return Some(next),
                TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace => depth += 1,
                TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace => {
                    depth = depth.checked_sub(1)?;
                }
                TokenKind::EndOfFile => return None,
                _ => {}
            }
        }
        None
    }
}
