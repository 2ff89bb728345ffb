//! What stands at top level: imports, libraries, operators, `#if`, `#run`, declarations.

use hubbub_diagnostics::Kind;

use super::blocks::{Contents, is_closer};
use super::statement::overloadable;
use super::{Mode, Parser};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::{List, NONE};
use crate::tree::decode::{OPERATOR_COMPLEMENT, OPERATOR_INDEX, OPERATOR_INDEX_ASSIGN, OPERATOR_INDEX_PLACE};
use crate::tree::node::NodeKind;

impl Parser<'_> {
    /// The whole file.
    pub(super) fn file(&mut self) -> List {
        let mark = self.build.mark();
        while self.kind != TokenKind::EndOfFile {
            let before = self.at;
            let items = self.items();
            for item in self.build.elements(items).to_vec() {
                self.build.push(item);
            }
            if self.at == before && self.kind != TokenKind::EndOfFile {
                // what ends a block ends nothing here
                self.stray_at_top();
            }
        }
        self.build.list(mark)
    }

    /// Items up to what could end a block.
    pub(super) fn items(&mut self) -> List {
        let mark = self.build.mark();
        loop {
            while self.eat(TokenKind::Semicolon) {}
            if self.blocks.is_empty() {
                self.is_abandoned = false;
                self.is_panicking &= self.mode == Mode::Fast;
            }
            if self.is_items_over() {
                return self.build.list(mark);
            }
            self.item_start = self.at;
            (self.brace_error, self.comma_error, self.colon_error) = (None, None, None);
            let item = self.item();
            self.build.push(item);
            self.end_item();
        }
    }

    fn is_items_over(&mut self) -> bool {
        if self.blocks.is_empty() { is_closer(self.kind) } else { self.is_block_over() }
    }

    fn item(&mut self) -> NodeId {
        let first = self.at;
        match self.kind {
            TokenKind::Name => self.named_item(),
            TokenKind::HashImport => self.import(first, NONE),
            TokenKind::HashForeignLibrary => self.foreign_library(first, NONE),
            TokenKind::HashIf => self.static_if(Contents::Items),
            TokenKind::HashAssert => self.static_assert(),
            TokenKind::HashAddContext => self.add_context(),
            TokenKind::HashRun => {
                self.bump();
                let value = self.expr();
                self.node(NodeKind::Run, first, 0, value.0, 0)
            }
            TokenKind::ColonColon => self.nameless(),
            TokenKind::Attribute => self.misplaced(),
            _ => match self.operator_length() {
                Some((operator, length)) => self.operator(operator, length),
                None => self.not_an_item(),
            },
        }
    }

    fn named_item(&mut self) -> NodeId {
        let first = self.at;
        match self.peek(1) {
            TokenKind::ColonColon => {
                let name = self.name("a name");
                self.bump();
                match self.kind {
                    TokenKind::HashImport => self.import(first, name),
                    TokenKind::HashForeignLibrary => self.foreign_library(first, name),
                    _ => self.constant_value(first, name),
                }
            }
            TokenKind::ColonEqual | TokenKind::Colon => self.variable(first),
            TokenKind::Comma => {
                let names = self.names("a name");
                if matches!(self.kind, TokenKind::ColonEqual | TokenKind::Colon) {
                    return self.variable_behind(first, names);
                }
                if self.kind == TokenKind::ColonColon {
                    let message = "constants are declared one by one";
                    let error = SyntaxError::new(Kind::UnexpectedToken, self.here(), message);
                    self.report(error.help("write a line `NAME :: value` for each"));
                    return self.constants_behind(first, names);
                } else {
                    self.expected(TokenKind::ColonEqual, "or `:` behind the names of a declaration");
                }
                self.is_panicking = true;
                self.error_node()
            }
            _ => self.not_an_item(),
        }
    }

    /// `#import "path" (names) attributes`.
    fn import(&mut self, first: u32, alias: NodeId) -> NodeId {
        self.bump();
        if self.kind == TokenKind::Name && self.mode != Mode::Fast && !self.is_first_on_line() {
            return self.import_without_quotes();
        }
        let path = self.string("the name of the module");
        let has_names = self.kind == TokenKind::LeftParen && !self.is_first_on_line();
        let names = if has_names {
            self.bracketed("a name to import", |parser| parser.name("a name to import"))
        } else {
            List::EMPTY
        };
        let attributes = self.attributes();
        self.node_of(NodeKind::Import, first, 0, [alias, path, names.word(), attributes.word()])
    }

    /// `#import Name`: reported and skipped.
    #[cold]
    fn import_without_quotes(&mut self) -> NodeId {
        let first = self.here().0;
        let mut end = self.here().1;
        while !self.is_first_on_line() && matches!(self.kind, TokenKind::Name | TokenKind::Slash | TokenKind::Dot) {
            end = self.here().1;
            self.bump();
        }
        let place = (first, end);
        let text = self.text.get(first as usize..end as usize).unwrap_or("").to_owned();
        let message = format!("found `{text}`, expected the name of the module as a string, `\"{text}\"`");
        let (at, kind) = (self.at, self.kind);
        (self.at, self.kind) = (self.previous(), TokenKind::Name);
        let error = SyntaxError::new(Kind::UnexpectedToken, place, message);
        self.report(error.fix("put it in quotes", place, format!("\"{text}\"")));
        (self.at, self.kind) = (at, kind);
        self.error_node()
    }

    /// `#foreign-library "path"`.
    fn foreign_library(&mut self, first: u32, alias: NodeId) -> NodeId {
        self.bump();
        let path = self.string("the name of the library");
        self.node(NodeKind::ForeignLibrary, first, 0, alias.0, path.0)
    }

    /// `#add-context name: type = value attributes`.
    fn add_context(&mut self) -> NodeId {
        let first = self.at;
        self.bump();
        let name = self.name("the name of a field");
        self.want(TokenKind::Colon, "and the type of the field");
        let ty = self.ty();
        let value = if self.eat(TokenKind::Equal) { self.expr() } else { NONE };
        let attributes = self.attributes();
        self.node_of(NodeKind::AddContext, first, 0, [name, ty, value, attributes.word()])
    }

    /// The operator before `::` at the current token, and of how many tokens it is.
    fn operator_length(&self) -> Option<(u8, u32)> {
        use TokenKind::*;
        let found = match (self.kind, self.peek(1), self.peek(2)) {
            (LeftBracket, RightBracket, Equal) => (OPERATOR_INDEX_ASSIGN, 3),
            (LeftBracket, RightBracket, _) => (OPERATOR_INDEX, 2),
            (Ampersand, LeftBracket, RightBracket) => (OPERATOR_INDEX_PLACE, 3),
            (Tilde, _, _) => (OPERATOR_COMPLEMENT, 1),
            (kind, _, _) => (overloadable(kind)?, 1),
        };
        (self.peek(found.1) == ColonColon).then_some(found)
    }

    /// `OPERATOR :: #operator {T}(…) …`.
    fn operator(&mut self, operator: u8, length: u32) -> NodeId {
        let first = self.at;
        for _ in 0..=length {
            self.bump();
        }
        if self.kind == TokenKind::LeftParen {
            let here = self.here();
            let message = "found `(`, expected `#operator` for what an operator means";
            let error = SyntaxError::new(Kind::UnexpectedToken, here, message);
            self.report(error.fix("write `#operator` before the parameters", (here.0, here.0), "#operator "));
        } else {
            self.want(TokenKind::HashOperator, "for what an operator means");
        }
        let procedure = self.procedure();
        self.node(NodeKind::Operator, first, operator, procedure.0, 0)
    }

    /// `:: value`, whose name is missing.
    #[cold]
    fn nameless(&mut self) -> NodeId {
        let first = self.at;
        let message = "found `::`, expected the name of the declaration before it";
        self.report(SyntaxError::new(Kind::UnexpectedToken, self.here(), message));
        if self.mode == Mode::Fast {
            return self.error_node();
        }
        let name = self.error_node();
        self.bump();
        self.constant_value(first, name);
        self.error_node()
    }

    /// What stands for a line that begins no declaration.
    fn advice_at_top(&self) -> &'static str {
        match self.tokens.text(self.at, self.text) {
            "from" => "a module is imported by `#import \"Name\"`, some of its names by `#import \"Name\" (a, b)`",
            "foreign" => "a library is `name :: #foreign-library \"name\"`; its procedures have `#foreign` behind them",
            "operator" => "an operator is declared by `+ :: #operator (a: T, b: T) -> T`",
            "const" | "var" | "let" => {
                "each has a line of its own: `NAME :: value` for constants, `name := value` for variables"
            }
            "if" if self.tokens.text(self.at + 1, self.text) == "__name__" => {
                "a program begins with its procedure `main`: `main :: ()`"
            }
            _ => "statements stand in procedures; a declaration is `name :: value`, `name := value` or `name: Type`",
        }
    }

    /// Something that stands at top level and should not.
    #[cold]
    fn not_an_item(&mut self) -> NodeId {
        if self.mode != Mode::Fast {
            if self.is_keyword_declared() {
                return self.variable_or_constant();
            }
            if let Some(node) = self.method_of_go().or_else(|| self.group()).or_else(|| self.static_procedure_of_c()) {
                return node;
            }
            let is_foreign = self.foreign_declaration();
            if is_foreign && self.kind != TokenKind::Name {
                self.is_panicking = true;
                return self.error_node();
            }
            if is_foreign && self.peek(1) != TokenKind::LeftParen {
                return self.named_item_or_skip();
            }
            if let Some(node) = self
                .foreign_item()
                .or_else(|| self.procedure_of_c())
                .or_else(|| self.assignment_at_top())
                .or_else(|| self.variable_of_c())
            {
                return node;
            }
            if self.is_declaration_without_colons() {
                return self.declaration_without_colons();
            }
        }
        let error = if self.begins_statement_by_keyword() || self.begins_expression() {
            let message = match self.is_behind_foreign() {
                true => format!("{} stands behind a `#foreign` procedure, which has no body", self.found_here()),
                false => format!("{} cannot begin a declaration at top level", self.found_here()),
            };
            SyntaxError::new(Kind::UnexpectedToken, self.here(), message).help(self.advice_at_top())
        } else {
            let message = format!("found {}, expected a declaration", self.found_here());
            SyntaxError::new(Kind::UnexpectedToken, self.here(), message)
        };
        self.report_and_panic(error);
        self.error_node()
    }

    /// Whether the line before ends a foreign declaration and the current one is indented like a body.
    fn is_behind_foreign(&self) -> bool {
        const TOKENS_MAX: u32 = 16;
        let attribute =
            (1..TOKENS_MAX.min(self.at)).find(|back| self.tokens.kind(self.at - back) == TokenKind::Attribute);
        let is_foreign = |back: u32| self.tokens.text(self.at - back, self.text) == "#foreign";
        self.is_first_on_line() && !self.column_is_zero() && attribute.is_some_and(is_foreign)
    }

    fn named_item_or_skip(&mut self) -> NodeId {
        match self.peek(1) {
            TokenKind::ColonColon | TokenKind::ColonEqual | TokenKind::Colon | TokenKind::Comma => self.named_item(),
            _ => {
                self.is_panicking = true;
                self.error_node()
            }
        }
    }

    /// Whether `::` seems to have been forgotten behind the name at the current token.
    fn is_declaration_without_colons(&self) -> bool {
        use TokenKind::*;
        if self.kind != Name || self.tokens.place(self.at + 1).is_first_on_line() {
            return false;
        }
        match self.peek(1) {
            Struct | Enum | Union | Distinct | HashImport | HashForeignLibrary | HashCCall | HashType => true,
            LeftParen => match self.peek(2) {
                RightParen => matches!(self.peek(3), Arrow | FatArrow) || self.is_line_end(self.at + 3),
                Name => matches!(self.peek(3), Colon | ColonEqual | Name),
                _ => false,
            },
            LeftBrace => self.peek(2) == Name && matches!(self.peek(3), Comma | RightBrace | Colon),
            _ => false,
        }
    }

    fn is_line_end(&self, index: u32) -> bool {
        self.tokens.place(index).is_first_on_line()
    }

    /// Sees to it that an item ends where it should.
    fn end_item(&mut self) {
        if self.is_panicking && self.mode != Mode::Fast {
            return self.synchronize_items();
        }
        if self.is_first_on_line() || self.kind == TokenKind::Semicolon || is_closer(self.kind) {
            if self.is_inside_of_misunderstood() {
                self.synchronize_items();
            }
            return;
        }
        if self.kind == TokenKind::LeftBrace {
            self.brace_after_blank();
        } else {
            let message = format!("found {}, expected a new line or `;` behind the declaration", self.found());
            self.report(SyntaxError::new(Kind::MissingSeparator, self.here(), message));
        }
        if self.mode != Mode::Fast {
            self.synchronize_items();
        }
    }

    /// Whether the line that begins here belongs to an item that had a mistake: it is indented more.
    fn is_inside_of_misunderstood(&self) -> bool {
        self.mode == Mode::ByIndentation
            && self.is_first_on_line()
            && self.last_error.is_some_and(|error| error >= self.item_start)
            && self.indent(self.at) > self.indent(self.item_start)
    }

    /// Goes to where the next item begins.
    fn synchronize_items(&mut self) {
        let start = self.item_start;
        let is_body = self.mode == Mode::ByIndentation && self.blocks.is_empty() && self.indent(start) > 0;
        if self.at == start {
            self.bump();
        }
        if is_body {
            // the rest of a body whose declaration was over too early, its `end` included
            while self.kind != TokenKind::EndOfFile && !(self.is_first_on_line() && self.indent(self.at) == 0) {
                self.bump();
            }
            self.eat(TokenKind::End);
        }
        loop {
            if self.kind == TokenKind::EndOfFile {
                break;
            }
            if self.is_first_on_line() {
                let is_out = self.mode != Mode::ByIndentation || self.indent(self.at) <= self.indent(start);
                if is_out && (self.begins_item() || self.begins_foreign_item(start)) {
                    break;
                }
                if is_out && self.mode == Mode::ByIndentation && !self.blocks.is_empty() && is_closer(self.kind) {
                    break;
                }
            }
            self.bump();
        }
        self.is_panicking = false;
    }

    fn begins_item(&self) -> bool {
        use TokenKind::*;
        match self.kind {
            Name => matches!(self.peek(1), ColonColon | ColonEqual | Colon) || self.is_declaration_without_colons(),
            HashImport | HashForeignLibrary | HashIf | HashElse | HashEnd | HashRun | HashAssert | HashAddContext => {
                true
            }
            _ => self.operator_length().is_some(),
        }
    }

    /// A closing word or bracket at top level.
    #[cold]
    fn stray_at_top(&mut self) {
        let follows = self.last_error.is_some_and(|error| error >= self.item_start) || self.is_follow_up();
        if !self.is_excused_directive() && !follows {
            let message = format!("{} closes nothing", self.kind.describe());
            self.report(SyntaxError::new(Kind::UnmatchedCloser, self.here(), message));
        }
        self.note_error();
        self.item_start = self.at;
        self.bump();
        if !self.is_first_on_line() && self.mode != Mode::Fast {
            self.synchronize_items();
        }
    }

    pub(super) fn found_here(&self) -> String {
        let text = self.tokens.text(self.at, self.text);
        format!("`{}`", text.chars().take(40).collect::<String>())
    }
}
