//! Statements and declarations as other languages write them: `switch`, `loop`, `do … while`, `foreach`, `class`, `interface`, `if let`,
//! `endif`, heads of `for`.
//!
//! Each is reported at the word, once. What has a twin here is understood as that; the rest is skipped as a whole, so that nothing of its
//! inside is reported. All of it runs only in files that have a mistake.

use hubbub_diagnostics::Kind;

use super::blocks::{BlockKind, Contents};
use super::statement::assignment;
use super::{Mode, Parser};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::{List, NONE};
use crate::tree::node::NodeKind;

/// Words that stand alone on a line, and what to write.
const ALONE: &[(&str, &str)] = &[
    ("pass", "an empty block needs nothing: leave the word out"),
    ("begin", "the body of a block needs no word: leave it out"),
    ("fallthrough", "arms of a `match` do not fall through; list the patterns: `case 1, 2`"),
    ("noop", "an empty block needs nothing: leave the word out"),
];

/// Words that end blocks elsewhere.
const ENDINGS: &[&str] =
    &["endif", "endwhile", "endfor", "endfunction", "end_if", "end_for", "end_while", "fi", "done", "esac", "wend"];

/// Words before a block that has no twin here, and what to write.
const SKIPPED: &[(&str, &str)] = &[
    ("switch", "write `match value` with `case pattern` arms"),
    ("select", "write `match value` with `case pattern` arms"),
    ("try", "a procedure that can fail has an `#error` type as its last result; write `value or_return`"),
    ("catch", "look at the error: `value or_else …`, or `match error`"),
    ("guard", "write `name := value or_else return`, or `if !condition return end`"),
    ("class", "a type is declared by `Name :: struct`, its procedures stand beside it"),
    ("interface", "there are no interfaces: write a generic procedure with `where`, or a struct of procedures"),
    ("trait", "there are no traits: write a generic procedure with `where`, or a struct of procedures"),
    ("protocol", "there are no protocols: write a generic procedure with `where`, or a struct of procedures"),
    ("impl", "procedures stand at top level: `name :: (self: Pointer{T}) …`, called by `x.name()`"),
    ("extension", "procedures stand at top level: `name :: (self: Pointer{T}) …`, called by `x.name()`"),
    ("namespace", "a file is a module: leave the word out"),
    ("mod", "a file is a module: `#import \"Name\"` brings it in"),
    ("module", "a file is a module: leave the line out"),
    ("package", "a file is a module: leave the line out"),
    ("extern", "a foreign procedure is declared by `name :: (parameters) -> Result #foreign`"),
    ("macro_rules", "there are no macros: a procedure can run at compile time"),
    ("template", "a generic procedure is `name :: {T}(parameters)`"),
    ("async", "`Task` runs procedures at the same time"),
    ("using", "names are brought in by `#import \"Name\"`"),
    ("inline", "attributes stand at the end of the line: `name :: () #inline`"),
    ("when", "write `#if` for what is known when compiling, `match` for values"),
    ("go", "`Thread.spawn` starts a thread, a group of module `Task` runs procedures at the same time"),
    ("foreign", "a library is `name :: #foreign-library \"name\"`; its procedures have `#foreign` behind them"),
    ("comptime", "what is known when compiling is a constant, `NAME :: value`; `#run f()` runs a procedure"),
    ("abstract", "there are no classes: leave the word out"),
    ("test", "a test is a procedure with the attribute `#test \"name\"`"),
];

/// Whether other languages write a word before a block that has no twin here.
pub(super) fn is_skipped(word: &str) -> bool {
    SKIPPED.iter().any(|(skipped, _)| *skipped == word)
}

impl Parser<'_> {
    fn construct_word(&self) -> &str {
        if self.kind == TokenKind::Name { self.tokens.text(self.at, self.text) } else { "" }
    }

    fn another_language(&mut self, advice: &str) {
        let message = format!("`{}` is another language's", self.construct_word());
        let error = self.spelling(self.here(), message).help(advice);
        self.report(error);
    }

    /// A statement that begins with a word of another language and has a block.
    pub(super) fn foreign_construct(&mut self) -> Option<NodeId> {
        let first = self.at;
        let next = self.peek(1);
        let is_alone = self.tokens.place(self.at + 1).is_first_on_line();
        let has_brace = !is_alone && next == TokenKind::LeftBrace;
        let has_operand = !is_alone
            && (next.is_literal()
                || matches!(next, TokenKind::Name | TokenKind::Bang | TokenKind::True | TokenKind::False)
                || (next == TokenKind::LeftParen && self.is_block_behind_parentheses()));
        match self.construct_word() {
            "unless" if has_operand => self.construct_with_head("write `if !condition`", Self::if_),
            "until" if has_operand => self.construct_with_head("write `while !condition`", |p| p.while_(first, NONE)),
            "foreach" if has_operand => self.construct_with_head("write `for x in list`", |p| p.for_(first, NONE)),
            "loop" | "forever" if is_alone || has_brace => self.endless("write `while true`"),
            "unsafe" if has_brace => {
                self.another_language("any pointer may be used anywhere: leave the word out");
                self.bump();
                Some(self.braced_statement())
            }
            "do" if is_alone || has_brace => {
                self.endless("write `while true`, and `if !condition break end` at its end")
            }
            word => {
                let has_word = has_operand || has_brace;
                let alone = ALONE.iter().find(|(lone, _)| *lone == word).filter(|_| is_alone);
                let skipped = SKIPPED.iter().find(|(skipped, _)| *skipped == word).filter(|_| has_word);
                if let Some((_, advice)) = alone {
                    self.another_language(advice);
                    self.bump();
                    return Some(self.error_node());
                }
                let (_, advice) = skipped?;
                self.another_language(advice);
                self.skip_construct(first);
                Some(self.error_node())
            }
        }
    }

    /// Whether the parenthesis behind the current token is followed by a brace or ends its line.
    fn is_block_behind_parentheses(&self) -> bool {
        let Some(close) = self.closer_ahead(1) else { return false };
        let behind = self.tokens.place(self.at + close + 1);
        self.peek(close + 1) == TokenKind::LeftBrace
            || (behind.is_first_on_line() && !self.tokens.place(self.at + 1).is_glued())
    }

    fn construct_with_head(&mut self, advice: &str, twin: impl Fn(&mut Self) -> NodeId) -> Option<NodeId> {
        self.another_language(advice);
        Some(twin(self))
    }

    /// `loop { … }`, `do { … } while (c);`.
    fn endless(&mut self, advice: &str) -> Option<NodeId> {
        let opener = self.at;
        self.another_language(advice);
        self.bump();
        let head = self.error_node();
        let body = self.block_and_end(opener, BlockKind::Plain, Contents::Statements);
        if self.kind == TokenKind::While && !self.is_first_on_line() {
            self.skip_to_line_end();
        }
        Some(self.node_of(NodeKind::While, opener, 0, [NONE, head, body.word()]))
    }

    /// Goes to the first token of the next line, or to a brace at the end of this one.
    pub(super) fn skip_to_line_end(&mut self) {
        while !self.is_first_on_line() && self.kind != TokenKind::EndOfFile && !self.is_brace_at_line_end() {
            self.bump();
        }
    }

    /// A declaration at top level that begins with a word of another language.
    pub(super) fn foreign_item(&mut self) -> Option<NodeId> {
        let first = self.at;
        let word = self.construct_word();
        let (_, advice) = SKIPPED.iter().find(|(skipped, _)| *skipped == word)?;
        self.another_language(advice);
        self.skip_construct(first);
        Some(self.error_node())
    }

    /// `Name :: interface`, `Name :: class { … }`: reported and skipped.
    pub(super) fn foreign_type_construct(&mut self) -> Option<NodeId> {
        let is_block = self.tokens.place(self.at + 1).is_first_on_line() || self.peek(1) == TokenKind::LeftBrace;
        let advice = match self.construct_word() {
            "interface" | "trait" | "protocol" => {
                "there are no interfaces: write a generic procedure with `where`, or a struct of procedures"
            }
            "class" | "record" | "object" | "data" => "write `struct`",
            _ => return None,
        };
        if !is_block {
            return None;
        }
        let first = self.at;
        self.another_language(advice);
        self.skip_construct(first);
        Some(self.error_node())
    }

    /// Skips what the token `first` begins: up to the `}` that closes the brace of its line, else up to the `end` under its line.
    pub(super) fn skip_construct(&mut self, first: u32) {
        let mut is_braced = false;
        loop {
            self.skip_rest_of_line();
            let opens = matches!(self.tokens.kind(self.previous()), TokenKind::LeftBrace);
            if opens || (!is_braced && self.kind == TokenKind::LeftBrace && self.is_first_on_line()) {
                is_braced = true;
                self.skip_braces(opens);
                if !self.is_first_on_line() {
                    continue;
                }
            }
            break;
        }
        if !is_braced {
            self.skip_indented(first);
        }
        self.is_panicking = false;
        self.last_error = Some(self.previous());
    }

    /// Goes to the first token of the next line.
    fn skip_rest_of_line(&mut self) {
        self.bump();
        while !self.is_first_on_line() && self.kind != TokenKind::EndOfFile {
            self.bump();
        }
    }

    /// Goes behind the `}` that closes the brace at the current token, or the one before it.
    pub(super) fn skip_braces(&mut self, is_inside: bool) {
        let mut depth = u32::from(is_inside);
        while self.kind != TokenKind::EndOfFile {
            match self.kind {
                TokenKind::LeftBrace => depth += 1,
                TokenKind::RightBrace => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.bump();
            if depth == 0 {
                return;
            }
        }
    }

    /// Goes behind the `end` that stands under token `first`, over everything that is indented more, and over arms.
    fn skip_indented(&mut self, first: u32) {
        if self.mode != Mode::ByIndentation {
            return;
        }
        let own = self.indent(first);
        loop {
            let goes_on = self.indent(self.at) > own
                || (self.indent(self.at) == own && matches!(self.kind, TokenKind::Case | TokenKind::Else))
                || (self.indent(self.at) == own
                    && matches!(self.construct_word(), "default" | "catch" | "except" | "finally"));
            if self.kind == TokenKind::EndOfFile || !goes_on {
                break;
            }
            self.skip_rest_of_line();
        }
        if self.kind == TokenKind::End && self.indent(self.at) == own {
            self.bump();
        }
    }

    // ---- heads ---------------------------------------------------------------------------------------------------

    /// `if let n = f()`, `while let Some(n) = f()`, `if var n = f()`: reported, then a binding.
    pub(super) fn foreign_binding(&mut self) -> Option<NodeId> {
        if !matches!(self.construct_word(), "let" | "var" | "val" | "auto") || self.peek(1) != TokenKind::Name {
            return None;
        }
        let first = self.at;
        let word = self.construct_word().to_owned();
        if self.peek(2) == TokenKind::LeftBrace || self.tokens.place(first + 2).is_first_on_line() {
            return Some(self.shorthand_binding());
        }
        let equal = (1..8).find(|ahead| self.peek(*ahead) == TokenKind::Equal)?;
        let name = if self.peek(2) == TokenKind::LeftParen { 3 } else { 1 };
        let text = self.tokens.text(self.at + name, self.text).to_owned();
        let place = (self.here().0, self.range_of(self.at + equal).1);
        let error = self.spelling(self.here(), format!("`{word}` is another language's"));
        self.report(error.fix(
            format!("write `{text} := `…, which binds the value on success"),
            place,
            format!("{text} :="),
        ));
        if self.mode == Mode::Fast {
            return Some(self.error_node());
        }
        for _ in 0..name {
            self.bump();
        }
        let name = self.name("a name");
        while self.kind != TokenKind::Equal {
            self.bump();
        }
        self.bump();
        let value = self.expr();
        let names = self.build.list_of(name);
        Some(self.node(NodeKind::Binding, first, 0, names.0, value.0))
    }

    /// `if let x`: reported, then `if x := x`.
    fn shorthand_binding(&mut self) -> NodeId {
        let first = self.at;
        let (word, name) = (self.construct_word().to_owned(), self.tokens.text(first + 1, self.text).to_owned());
        let error = self.spelling(self.here(), format!("`{word}` is another language's"));
        let fixed = format!("{name} := {name}");
        let place = (self.here().0, self.range_of(first + 1).1);
        self.report(error.fix(format!("write `{fixed}`, which binds the value on success"), place, fixed));
        if self.mode == Mode::Fast {
            return self.error_node();
        }
        self.bump();
        self.name("a name");
        self.error_node()
    }

    /// Behind a binding in a head: `if x := f(), x > 2`.
    #[cold]
    pub(super) fn second_condition(&mut self) {
        let error = self.spelling(self.here(), "found `,`, but a head has one condition");
        self.report_and_panic(error.help("test what was bound by an `if` of its own, in the block"));
    }

    /// `if (n := f()) > 2`: reported, then skipped up to the closing parenthesis.
    pub(super) fn declaration_in_condition(&mut self) -> Option<NodeId> {
        let is_it = self.is_in_head
            && self.kind == TokenKind::LeftParen
            && self.peek(1) == TokenKind::Name
            && self.peek(2) == TokenKind::ColonEqual;
        let close = if is_it { self.closer_ahead(0)? } else { return None };
        let name = self.tokens.text(self.at + 1, self.text);
        let error = self.spelling(
            self.range_of(self.at + 2),
            format!("found `:=`, but `{name}` cannot be declared within a condition"),
        );
        self.report(error.help("declare it on a line of its own; `if n := f()` alone binds a value that can fail"));
        for _ in 0..=close {
            self.bump();
        }
        Some(self.error_node())
    }

    /// What stands for `in` in the head of a `for`: `of`, `:`, `=`. True when there was something.
    pub(super) fn foreign_in(&mut self) -> bool {
        let is_word = matches!(self.construct_word(), "of" | "from" | "over");
        if self.mode == Mode::Fast
            || !(is_word || matches!(self.kind, TokenKind::Colon | TokenKind::Equal | TokenKind::ColonEqual))
        {
            return false;
        }
        let written = self.tokens.text(self.at, self.text).to_owned();
        let is_range = self.tokens.text(self.at + 1, self.text) == "range" && self.peek(2) == TokenKind::Name;
        let last = self.at + u32::from(is_range);
        let error = self.spelling(self.here(), format!("found `{written}`, expected `in` and what to go through"));
        let text = if self.is_glued() { " in" } else { "in" };
        let is_pair = is_range && self.tokens.kind(self.at.saturating_sub(2)) == TokenKind::Comma;
        self.report(match is_pair {
            true => self.element_first(error, last),
            false => error.fix("write `in`", (self.here().0, self.range_of(last).1), text),
        });
        while self.at <= last {
            self.bump();
        }
        true
    }

    /// `for _, x := range xs`, `for i, x := range xs`, whose names stand in another order here.
    fn element_first(&self, error: SyntaxError, last: u32) -> SyntaxError {
        let (counter, element) = (self.at - 3, self.at - 1);
        let place = (self.range_of(counter).0, self.range_of(last).1);
        let (one, two) = (self.tokens.text(counter, self.text), self.tokens.text(element, self.text));
        match (one, two) {
            ("_", x) | (x, "_") => error.maybe_fix(format!("write `for {x} in`"), place, format!("{x} in")),
            _ => error
                .maybe_fix(format!("the element comes first: `for {two}, {one} in`"), place, format!("{two}, {one} in"))
                .note("a map gives its key first: `for key, value in map`"),
        }
    }

    /// `for *x in xs`: reported, then `for &x`. True when there was one.
    pub(super) fn star_of_loop_name(&mut self) -> bool {
        if self.mode == Mode::Fast || self.kind != TokenKind::Star || self.peek(1) != TokenKind::Name {
            return false;
        }
        let error = self.spelling(self.here(), "found `*` before the name of a loop");
        self.report(error.fix("`&x` goes through the places themselves", self.here(), "&"));
        self.bump();
        true
    }

    // ---- ends ----------------------------------------------------------------------------------------------------

    /// Whether the current token is a word that ends a block elsewhere, alone on its line.
    pub(super) fn is_foreign_end(&self) -> bool {
        self.kind == TokenKind::Name
            && self.is_first_on_line()
            && self.tokens.place(self.at + 1).is_first_on_line()
            && ENDINGS.contains(&self.construct_word())
    }

    /// `endif`: reported, then taken for an `end`.
    #[cold]
    pub(super) fn foreign_end(&mut self) {
        let error = self.spelling(self.here(), format!("`{}` is another language's", self.construct_word()));
        self.report(error.fix("write `end`", self.here(), "end"));
        self.bump();
    }

    /// `end if`, `end while`: the word behind it is reported and skipped.
    #[cold]
    pub(super) fn word_behind_end(&mut self) {
        if self.mode == Mode::Fast || self.is_first_on_line() {
            return;
        }
        let is_word = matches!(
            self.kind,
            TokenKind::If | TokenKind::While | TokenKind::For | TokenKind::Match | TokenKind::Struct
        ) || matches!(self.construct_word(), "function" | "proc" | "procedure");
        if !is_word || !self.tokens.place(self.at + 1).is_first_on_line() {
            return;
        }
        let behind = (self.behind_previous().0, self.here().1);
        let error =
            self.spelling(self.here(), format!("found `{}` behind `end`", self.tokens.text(self.at, self.text)));
        self.report(error.fix("`end` closes any block, alone", behind, ""));
        self.bump();
    }

    // ---- match ---------------------------------------------------------------------------------------------------

    /// Whether the current token is the `default` of a `switch`.
    pub(super) fn is_default_arm(&self) -> bool {
        self.mode != Mode::Fast
            && self.is_first_on_line()
            && matches!(self.construct_word(), "default" | "otherwise")
            && (matches!(self.peek(1), TokenKind::FatArrow | TokenKind::Colon | TokenKind::Arrow)
                || self.tokens.place(self.at + 1).is_first_on_line())
    }

    /// `default =>`, `default:`: reported, then an `else`, whose word stays.
    #[cold]
    pub(super) fn default_arm(&mut self) {
        let error = self.spelling(self.here(), format!("`{}` is another language's", self.construct_word()));
        self.report(error.fix("write `else`", self.here(), "else"));
    }

    /// `case 1 -> value`, `case 1 print(…)`: reported. True when what follows is the arm's statement.
    pub(super) fn foreign_arm_arrow(&mut self) -> bool {
        if self.mode == Mode::Fast || self.is_first_on_line() {
            return false;
        }
        if self.kind == TokenKind::Arrow {
            let error = self.spelling(self.here(), "found `->`, expected `=>` behind the patterns");
            self.report(error.fix("write `=>`", self.here(), "=>"));
            self.bump();
            return true;
        }
        let is_call = self.kind == TokenKind::Name && matches!(self.peek(1), TokenKind::LeftParen | TokenKind::Dot);
        if !is_call && !self.begins_statement_by_keyword() {
            return false;
        }
        let message = format!("found {}, expected `=>` or a new line behind the patterns", self.found());
        let error = SyntaxError::new(Kind::UnexpectedToken, self.here(), message);
        self.report(error.fix("put `=>` before the statement", (self.here().0, self.here().0), "=> "));
        true
    }

    /// Behind the value of a `match`: the arms of other languages, in braces, are skipped.
    pub(super) fn skip_foreign_arms(&mut self) -> bool {
        if !self.is_in_innermost_brace() {
            return false;
        }
        self.no_fix_of_braces();
        let mut depth = 0_u32;
        while self.kind != TokenKind::EndOfFile {
            match self.kind {
                TokenKind::LeftBrace => depth += 1,
                TokenKind::RightBrace if depth == 0 => break,
                TokenKind::RightBrace => depth -= 1,
                _ => {}
            }
            self.bump();
        }
        self.is_panicking = false;
        true
    }

    /// A block that a brace opens, behind `defer` or where a statement begins; `opener` is the token before it or the brace.
    pub(super) fn braced_statement(&mut self) -> NodeId {
        let opener = self.at;
        let body = self.block_and_end(opener, BlockKind::Plain, Contents::Statements);
        self.node(NodeKind::Block, opener, 0, NONE.0, body.0)
    }

    /// Whether the name at the current token begins a statement rather than a type: `f(x)`, `n = 1`, `n += 1`, `p@ = 1`.
    pub(super) fn is_statement_of_name(&self) -> bool {
        let behind = self.peek(1);
        let is_place = matches!(behind, TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::At);
        !self.tokens.place(self.at + 1).is_first_on_line()
            && (is_place || matches!(behind, TokenKind::Equal | TokenKind::ColonEqual) || assignment(behind).is_some())
    }

    /// Results whose arrow is missing, `(a: Int) Int`: reported, then understood.
    pub(super) fn results_without_arrow(&mut self) -> List {
        let is_type = match self.kind {
            TokenKind::Name => !self.is_statement_of_name(),
            TokenKind::Star => true,
            TokenKind::LeftParen => !self.begins_parameters(),
            _ => false,
        };
        if self.mode == Mode::Fast || !is_type || self.is_first_on_line() {
            return List::EMPTY;
        }
        let here = self.here();
        let message =
            format!("found {}, expected `->` before a result, `=>`, or a new line and the body", self.found());
        let error = SyntaxError::new(Kind::UnexpectedToken, here, message);
        self.report(error.maybe_fix("put `->` before the result", (here.0, here.0), "-> "));
        self.results()
    }
}
