//! Habits of other languages, each with one line of translation: `fn`, `let`, `elif`, braces around blocks, `[1, 2]`.
//!
//! All of it runs only in files that have a mistake.

use hubbub_diagnostics::{Applicability, Fix, Kind};

use super::{Mode, Parser};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::node::NodeKind;

/// Words before a name that is declared, and what to write.
const DECLARING: &[(&str, &str)] = &[
    ("fn", "a procedure is declared by `name :: (parameters) -> Result`, its body, and `end`"),
    ("func", "a procedure is declared by `name :: (parameters) -> Result`, its body, and `end`"),
    ("function", "a procedure is declared by `name :: (parameters) -> Result`, its body, and `end`"),
    ("def", "a procedure is declared by `name :: (parameters) -> Result`, its body, and `end`"),
    ("proc", "a procedure is declared by `name :: (parameters) -> Result`, its body, and `end`"),
    ("sub", "a procedure is declared by `name :: (parameters) -> Result`, its body, and `end`"),
    ("let", "a variable is declared by `name := value` or `name: Type = value`"),
    ("var", "a variable is declared by `name := value` or `name: Type = value`"),
    ("mut", "a variable is declared by `name := value` or `name: Type = value`"),
    ("auto", "a variable is declared by `name := value` or `name: Type = value`"),
    ("val", "a variable is declared by `name := value` or `name: Type = value`"),
    ("const", "a constant is declared by `NAME :: value`"),
    ("class", "a type is declared by `Name :: struct`"),
    ("type", "a type is declared by `Name :: struct`, `Name :: distinct T` or `Name :: #type T`"),
    ("typedef", "a type is declared by `Name :: struct`, `Name :: distinct T` or `Name :: #type T`"),
    ("import", "a module is imported by `#import \"Name\"`"),
    ("use", "a module is imported by `#import \"Name\"`"),
    ("include", "a module is imported by `#import \"Name\"`"),
    ("pub", "everything is public unless it is marked `#private`"),
    ("public", "everything is public unless it is marked `#private`"),
    ("private", "write `#private` behind the declaration"),
    ("export", "everything is public; a symbol for C has `#export` behind its declaration"),
    ("static", "a variable at top level lives as long as the program"),
    ("comptime", "what is known when compiling is a constant, `NAME :: value`; `#run f()` runs a procedure"),
    ("unsafe", "any pointer may be used anywhere: leave the word out"),
];

/// Words behind an expression, and what to write.
const JOINING: &[(&str, &str)] = &[
    ("and", "write `&&`"),
    ("catch", "write `value or_else other`"),
    ("orelse", "write `value or_else other`"),
    ("or", "write `||`"),
    ("then", "the body follows on the next line; leave the word out"),
    ("do", "the body follows on the next line; leave the word out"),
    ("is", "write `==`, or `tag_of(x) == .member`"),
    ("as", "a conversion is `T(x)`"),
    ("not", "write `!(x in range)`"),
    ("isnt", "write `!=`"),
    ("not_in", "write `!(x in range)`"),
    ("xor", "write `!=` for `Bool`s, `^` for integers"),
    ("mod", "write `%`, or `%%` for the floored remainder"),
    ("instanceof", "write `tag_of(x) == .member`, or `type_of(x) == T`"),
];

/// Words before a value, and what to write.
const LEADING: &[(&str, &str)] = &[
    ("switch", "write `match value` with `case pattern` arms"),
    ("elif", "write `else if`"),
    ("elseif", "write `else if`"),
    ("elsif", "write `else if`"),
    ("unless", "write `if !condition`"),
    ("until", "write `while !condition`"),
    ("loop", "write `while true`"),
    ("try", "write `value or_return`"),
    ("throw", "return an error, or call `panic`"),
    ("raise", "return an error, or call `panic`"),
    ("delete", "call `free(pointer)`"),
    ("global", "a variable at top level is known in every procedure: leave the line out"),
    ("del", "a variable lives to the end of its block; memory goes by `free(pointer)` or `delete(slice)`"),
    ("errdefer", "`defer` runs on every way out of its block"),
    ("nonlocal", "a literal lists what it captures: `[&name] (…)`"),
    ("push_context", "write `with context{field = value}`, which ends with its block"),
    ("goto", "write a loop with a label, and `break label`"),
    ("go", "`Thread.spawn` starts a thread, a group of module `Task` runs procedures at the same time"),
    ("foreign", "write `name :: #foreign-library \"name\"`, and `#foreign` behind the procedures"),
];

/// How arms are written.
const ARMS: &str = "an arm of a `match` is `case pattern => statement`, the last one may be `else => statement`";

fn translation(words: &'static [(&str, &str)], text: &str) -> Option<&'static str> {
    words.iter().find(|(word, _)| *word == text).map(|(_, advice)| *advice)
}

/// Whether other languages write a word before a name that is declared.
pub(super) fn is_declaring(word: &str) -> bool {
    translation(DECLARING, word).is_some()
}

impl Parser<'_> {
    fn word(&self, ahead: u32) -> &str {
        if self.peek(ahead) == TokenKind::Name { self.tokens.text(self.at + ahead, self.text) } else { "" }
    }

    fn is_next_on_line(&self) -> bool {
        !self.tokens.place(self.at + 1).is_first_on_line()
    }

    /// `fn name`, `let name`: the word is reported and skipped. True when there was one.
    pub(super) fn foreign_declaration(&mut self) -> bool {
        if self.kind != TokenKind::Name || !self.is_next_on_line() {
            return false;
        }
        let follows = matches!(self.peek(1), TokenKind::Name | TokenKind::String | TokenKind::Struct | TokenKind::Enum);
        let Some(advice) = translation(DECLARING, self.word(0)).filter(|_| follows) else { return false };
        match self.advice_for_declaration() {
            Some(advice) => self.translate(&advice),
            None => self.translate(advice),
        }
        self.bump();
        true
    }

    #[cold]
    fn translate(&mut self, advice: &str) {
        let message = format!("`{}` is another language's", self.tokens.text(self.at, self.text));
        self.report(SyntaxError::new(Kind::ForeignSpelling, self.here(), message).help(advice));
    }

    /// A statement that begins with a word of another language.
    pub(super) fn foreign_statement(&mut self, use_: super::statement::Use) -> Option<NodeId> {
        if matches!(self.word(0), "let" | "var" | "auto" | "val" | "mut") && self.is_next_on_line() {
            let word = self.at;
            self.bump();
            if self.word(0) == "mut" && self.is_next_on_line() {
                self.bump();
            }
            if let Some(variable) = self.variable_with_equal(word) {
                return Some(variable);
            }
            self.at = word;
            self.kind = TokenKind::Name;
        }
        if self.foreign_declaration() {
            while self.foreign_declaration() {}
            if self.kind == TokenKind::Name && self.peek(1) == TokenKind::LeftParen {
                return Some(self.declaration_without_colons());
            }
            return Some(self.statement(use_));
        }
        if self.kind != TokenKind::Name || !self.is_next_on_line() {
            return None;
        }
        let advice = translation(LEADING, self.word(0))?;
        let begins = matches!(
            self.peek(1),
            TokenKind::Name | TokenKind::Integer | TokenKind::LeftBrace | TokenKind::Bang | TokenKind::Context
        );
        if !begins {
            return None;
        }
        self.translate(advice);
        self.is_panicking = true;
        Some(self.error_node())
    }

    /// An operand that begins with a word of another language; only reached where there is no expression.
    pub(super) fn foreign_operand(&mut self) -> Option<NodeId> {
        match self.kind {
            TokenKind::If if !self.is_first_on_line() => {
                let message = "`if` is a statement, it has no value";
                let error = SyntaxError::new(Kind::UnexpectedToken, self.here(), message);
                self.report(error.help("to choose a value write `ifx condition => a else => b end`"));
                if self.is_ahead_on_line(TokenKind::Else) {
                    self.skip_line();
                    return Some(self.error_node());
                }
                Some(self.ifx())
            }
            TokenKind::Struct | TokenKind::Enum | TokenKind::Union => Some(self.misplaced()),
            TokenKind::Attribute => Some(self.misplaced()),
            TokenKind::Pipe | TokenKind::OrOr if !self.is_first_on_line() => {
                let message = format!("found `{}`, expected an expression", self.kind.text());
                let error = SyntaxError::new(Kind::UnexpectedToken, self.here(), message);
                self.report_and_panic(error.help("a procedure literal is `(x: T) -> R => value`"));
                Some(self.error_node())
            }
            _ => self.foreign_operator(),
        }
    }

    /// What stands for the word of another language between two operands, if the current token is one.
    pub(super) fn joining_word(&self) -> Option<&'static str> {
        translation(JOINING, self.word(0))
    }

    /// A word of another language behind a statement or a condition. True when that was it.
    pub(super) fn foreign_word_behind(&mut self, before: u32) -> bool {
        if self.kind == TokenKind::Name {
            if let Some(advice) = translation(JOINING, self.word(0)) {
                self.translate(advice);
                self.bump();
                self.is_panicking = true;
                self.synchronize(before);
                return true;
            }
            let first = self.tokens.text(before, self.text);
            if self.at == before + 1
                && let Some(advice) = translation(DECLARING, first).or_else(|| translation(LEADING, first))
            {
                let message = format!("`{first}` is another language's");
                let error = SyntaxError::new(Kind::ForeignSpelling, self.range_of(before), message).help(advice);
                self.report_and_panic(error);
                self.synchronize(before);
                return true;
            }
        }
        if self.kind == TokenKind::BadLiteral {
            self.is_panicking = true;
            self.synchronize(before);
            return true;
        }
        false
    }

    /// `then`, `do`, `and …` or a brace at the start of a block.
    pub(super) fn foreign_block_start(&mut self) {
        if self.kind == TokenKind::Name
            && !self.is_first_on_line()
            && let Some(advice) = translation(JOINING, self.word(0))
        {
            self.translate(advice);
            self.bump();
            if !self.is_first_on_line() && self.kind != TokenKind::EndOfFile {
                self.expr();
            }
            self.is_panicking = false;
        }
        if self.is_capture_of_zig() {
            self.capture_of_zig();
        }
        if self.is_colon_of_block() {
            self.colon_before_block();
        }
        if self.kind == TokenKind::LeftBrace && !self.is_brace_of_statement() {
            self.brace_block();
        }
    }

    /// Whether `|x|` or `|*x, i|` begins at the current token, and a block behind it.
    pub(super) fn is_capture_of_zig(&self) -> bool {
        const TOKENS_MAX: u32 = 8;
        if self.kind != TokenKind::Pipe || self.mode == Mode::Fast || self.is_first_on_line() {
            return false;
        }
        let close = (1..TOKENS_MAX).find(|ahead| {
            !matches!(self.peek(*ahead), TokenKind::Name | TokenKind::Comma | TokenKind::Star)
                || self.tokens.place(self.at + ahead).is_first_on_line()
        });
        close.is_some_and(|close| {
            let behind = self.tokens.place(self.at + close + 1);
            self.peek(close) == TokenKind::Pipe
                && (self.peek(close + 1) == TokenKind::LeftBrace || behind.is_first_on_line())
        })
    }

    /// `if (m) |x|`, `while (next()) |x|`: reported and skipped.
    #[cold]
    fn capture_of_zig(&mut self) {
        let first = self.at;
        self.bump();
        while self.kind != TokenKind::Pipe {
            self.bump();
        }
        let behind = self.at + 1;
        let place = (self.range_of(first).0, self.here().1);
        let text = self.text.get(place.0 as usize + 1..place.1 as usize - 1).unwrap_or("x").to_owned();
        let error = self.spelling(place, format!("`|{text}|` is another language's"));
        let opener = self.blocks.last().map_or(TokenKind::If, |block| self.tokens.kind(block.opener));
        let word = if opener == TokenKind::While { "while" } else { "if" };
        self.report(error.help(format!("`{word} {text} := value` binds the value on success")));
        while self.at < behind {
            self.bump();
        }
    }

    /// Whether a colon ends the line.
    pub(super) fn is_colon_of_block(&self) -> bool {
        self.kind == TokenKind::Colon && self.tokens.place(self.at + 1).is_first_on_line() && self.mode != Mode::Fast
    }

    /// A colon before a block. All those of a declaration are one mistake.
    #[cold]
    fn colon_before_block(&mut self) {
        self.colon(
            "found `:`, but a block begins on the next line by itself",
            "leave the `:` out, and write `end` behind the block",
            "",
        );
        self.bump();
        if let Some(block) = self.blocks.last_mut() {
            block.has_colon = true;
        }
    }

    /// A colon behind the patterns of an arm, which stays.
    #[cold]
    pub(super) fn colon_behind_pattern(&mut self, text: &str) {
        self.colon("found `:`, expected `=>` or a new line behind the patterns", "write the arms without colons", text);
    }

    /// Reports the colon at the current token, or adds it to the edits of the one before.
    fn colon(&mut self, message: &str, advice: &str, text: &str) {
        let here = self.here();
        let error = self.colon_error.and_then(|index| self.errors.get_mut(index));
        match error.and_then(|error| error.fixes.first_mut()) {
            Some(fix) => {
                fix.edits.push((here, text.to_owned()));
                self.note_error();
            }
            None => {
                let error = self.spelling(here, message);
                let known = self.errors.len();
                self.report(error.fix(advice, here, text));
                self.colon_error = Some(known).filter(|known| self.errors.len() > *known);
            }
        }
    }

    /// Whether the brace that begins a line is indented more than the opener of the block: it begins a statement in it.
    fn is_brace_of_statement(&self) -> bool {
        let opener = self.blocks.last().map_or(self.at, |block| block.opener);
        opener != self.at && self.is_first_on_line() && self.indent(self.at) > self.indent(opener)
    }

    /// A block is opened by a brace: reported, then its `}` counts as its `end`. All braces of a declaration are one mistake.
    pub(super) fn brace_block(&mut self) {
        let is_line_end = self.tokens.place(self.at + 1).is_first_on_line();
        let (place, text) = match is_line_end {
            // nothing else begins the block
            _ if self.blocks.last().is_some_and(|block| block.opener == self.at) => (self.here(), "block"),
            true => ((self.behind_previous().0, self.here().1), ""),
            false => (self.here(), ";"),
        };
        if self.brace_error.is_some() {
            self.mend_brace(place, text);
            self.note_error();
        } else {
            let error = SyntaxError::new(Kind::BraceAfterBlank, self.here(), "found `{` where no value can begin");
            let known = self.errors.len();
            self.report(error.help("blocks begin on the next line and end with `end`").fix(
                "write the blocks without braces",
                place,
                text,
            ));
            self.brace_error = Some(known).filter(|known| self.errors.len() > *known);
        }
        self.bump();
        if let Some(block) = self.blocks.last_mut() {
            block.is_braced = true;
        }
    }

    /// Adds to the fix of the first brace of the declaration.
    fn mend_brace(&mut self, place: (u32, u32), text: &str) {
        let error = self.brace_error.and_then(|index| self.errors.get_mut(index));
        if let Some(fix) = error.and_then(|error| error.fixes.first_mut()) {
            fix.edits.push((place, text.to_owned()));
        }
    }

    /// What stands between the braces is no block: the fix would be none.
    pub(super) fn no_fix_of_braces(&mut self) {
        let error = self.brace_error.and_then(|index| self.errors.get_mut(index));
        if let Some(error) = error {
            error.fixes.clear();
            error.help.push(ARMS.to_owned());
        }
    }

    /// Takes the `}` that stands for the `end` of a block. True when there was one.
    pub(super) fn eat_closing_brace(&mut self) -> bool {
        if self.kind != TokenKind::RightBrace {
            return false;
        }
        let goes_on = matches!(self.peek(1), TokenKind::Else) || self.is_elif_ahead();
        let (place, text) =
            if goes_on { ((self.here().0, self.range_of(self.at + 1).0), "") } else { (self.here(), "end") };
        self.mend_brace(place, text);
        self.bump();
        true
    }

    /// The cases of a union are types alone: the fix of its braces would make names of them.
    pub(super) fn cases_without_names(&mut self) {
        let error = self.brace_error.and_then(|index| self.errors.get_mut(index));
        let sure = |fix: &&mut Fix<_>| fix.applicability == Applicability::MachineApplicable;
        if let Some(error) = error
            && let Some(fix) = error.fixes.first_mut().filter(sure)
        {
            fix.applicability = Applicability::MaybeIncorrect;
            error.help.push("a case has a name before its type: `number: Int`".to_owned());
        }
    }

    fn is_elif_ahead(&self) -> bool {
        matches!(self.word(1), "elif" | "elseif" | "elsif")
    }

    /// A comma behind a field or member, which ends with its line. All commas of a declaration are one mistake.
    #[cold]
    pub(super) fn comma_behind_field(&mut self) {
        let is_line_end = self.tokens.place(self.at + 1).is_first_on_line();
        let text = if is_line_end { "" } else { ";" };
        let here = self.here();
        let error = self.brace_error.or(self.comma_error).and_then(|index| self.errors.get_mut(index));
        match error.and_then(|error| error.fixes.first_mut()) {
            Some(fix) => {
                fix.edits.push((here, text.to_owned()));
                self.note_error();
            }
            None => {
                let message = "found `,`, expected a new line or `;`: that is how fields and members end";
                let known = self.errors.len();
                let error = SyntaxError::new(Kind::UnexpectedToken, here, message);
                self.report(error.fix("write them without commas", here, text));
                self.comma_error = Some(known).filter(|known| self.errors.len() > *known);
            }
        }
        self.bump();
    }

    /// Reports a brace that is not glued to what stands before it.
    #[cold]
    pub(super) fn brace_after_blank(&mut self) {
        let is_block = self.tokens.place(self.at + 1).is_first_on_line() || self.is_first_on_line();
        let message = "found `{` where no value can begin";
        let mut error = SyntaxError::new(Kind::BraceAfterBlank, self.here(), message)
            .help("blocks begin on the next line and end with `end`");
        if !is_block && self.at > 0 && !self.is_glued() {
            let blank = (self.behind_previous().0, self.here().0);
            error = error
                .note("a brace directly behind a name, without a blank, gives arguments, fields or elements")
                .maybe_fix("join the brace to what it belongs to", blank, "");
        }
        self.report(error);
    }

    /// `[1, 2, 3]` where a value begins.
    #[cold]
    pub(super) fn bracketed_list(&mut self) -> NodeId {
        let first = self.at;
        let error = SyntaxError::new(Kind::BracketedList, self.here(), "found `[` where a value begins");
        let start = self.tokens.start(self.at) as usize;
        let line: String = self.text.get(start..).unwrap_or("").chars().take(80).take_while(|c| *c != '\n').collect();
        let error = match line.find(']') {
            _ if self.array_type_before_braces().is_some() => {
                error.help(self.array_type_before_braces().unwrap_or_default())
            }
            Some(end) if matches!(line.get(1..end), Some("=" | "&")) => {
                error.help("what a literal captures is listed: `[copied, &place] (x: T) -> R => …`")
            }
            Some(end) if line.get(1..end).is_some_and(|inner| inner.contains(';')) => {
                error.help("elements of a variable without a value are all zero: `x: Array{T, N}`")
            }
            Some(end) if line.get(1..end).is_some_and(|inner| inner.contains(" for ")) => {
                error.help("there are no comprehensions: a `List{T}` of module `List` is filled in a loop")
            }
            Some(end) if line.get(end + 1..).is_some_and(|rest| rest.trim_start().starts_with('(')) => {
                error.help("captures are names, `[a, &b] (x: Int) …`: make a variable of any other value first")
            }
            Some(end) => {
                let elements = line.get(1..end).unwrap_or("").to_owned();
                error.help(format!("write `{{{elements}}}`"))
            }
            None => error.help("the elements of an array stand in braces"),
        };
        self.report(error);
        if self.mode == Mode::Fast {
            return self.error_node();
        }
        let elements = self.bracketed("an element", Self::expr);
        self.node(NodeKind::BareBrace, first, 0, elements.0, 0);
        self.error_node()
    }

    /// Whether the `[` at the current token begins captures: names, with or without `&`, and a `(` behind the bracket.
    pub(super) fn is_capture_list(&self) -> bool {
        let mut ahead = 1;
        loop {
            match self.peek(ahead) {
                TokenKind::Name | TokenKind::Ampersand | TokenKind::Comma => ahead += 1,
                TokenKind::RightBracket => return self.peek(ahead + 1) == TokenKind::LeftParen,
                _ => return false,
            }
        }
    }

    /// Whether the current token is what other languages call `elif`.
    pub(super) fn is_elif_text(&self) -> bool {
        matches!(self.word(0), "elif" | "elseif" | "elsif") && self.is_next_on_line()
    }

    /// Reports the `elif` at the current token, which stays.
    #[cold]
    pub(super) fn report_elif(&mut self) {
        let message = format!("`{}` is another language's", self.word(0));
        let error = SyntaxError::new(Kind::ForeignSpelling, self.here(), message);
        self.report(error.fix("write `else if`", self.here(), "else if"));
    }

    /// `name(parameters)` or `Name struct`, where `::` is missing; the current token is the name.
    pub(super) fn declaration_without_colons(&mut self) -> NodeId {
        let first = self.at;
        let name = self.name("a name");
        let text = self.tokens.text(first, self.text).to_owned();
        let message = format!("found {}, expected `::` behind `{text}`", self.found());
        let error = SyntaxError::new(Kind::UnexpectedToken, self.place_of_error(), message);
        let behind = self.behind_previous();
        self.report(error.maybe_fix("declare it with `::`", behind, " ::"));
        if self.mode == Mode::Fast {
            return self.error_node();
        }
        self.constant_value(first, name)
    }
}
