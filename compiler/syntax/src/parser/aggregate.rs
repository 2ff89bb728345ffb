//! Structs, enums and unions.

use hubbub_diagnostics::Kind;

use super::blocks::{BlockKind, Contents};
use super::foreign_type::is_type_word;
use super::{Mode, Parser};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::{List, NONE};
use crate::tree::node::NodeKind;

/// How cases are written.
const CASES: &str = "a case is `name: Type`, on a line of its own, and `end` closes them";

impl Parser<'_> {
    /// `struct {A, B} where c attributes fields end`.
    pub(super) fn struct_(&mut self) -> NodeId {
        self.struct_or_union(NodeKind::Struct, Contents::Fields)
    }

    /// `union {T} where c attributes cases end`.
    pub(super) fn union_(&mut self) -> NodeId {
        self.struct_or_union(NodeKind::Union, Contents::Cases)
    }

    fn struct_or_union(&mut self, kind: NodeKind, contents: Contents) -> NodeId {
        let first = self.at;
        self.bump();
        if let Some(node) = self.aggregate_on_one_line(contents) {
            return node;
        }
        let generics = if self.is_at_list_of_aggregate() { self.generics() } else { List::EMPTY };
        let condition = self.where_condition();
        let attributes = self.attributes();
        let elements = self.block_and_end(first, BlockKind::Aggregate, contents);
        self.node_of(kind, first, 0, [generics.word(), condition, attributes.word(), elements.word()])
    }

    /// `enum {backing} attributes members end`.
    pub(super) fn enum_(&mut self) -> NodeId {
        let first = self.at;
        self.bump();
        if let Some(node) = self.aggregate_on_one_line(Contents::Members) {
            return node;
        }
        let mut backing = NONE;
        if self.is_at_list_of_aggregate() {
            let Some(bracket) = self.open_bracket() else { return self.error_node() };
            backing = self.ty();
            self.close_bracket(bracket);
        }
        let attributes = self.attributes();
        let members = self.block_and_end(first, BlockKind::Aggregate, Contents::Members);
        self.node_of(NodeKind::Enum, first, 0, [backing, attributes.word(), members.word()])
    }

    /// Whether a brace goes on with the line. One with nothing behind it is the habit of other languages.
    fn is_at_list_of_aggregate(&self) -> bool {
        let is_habit = self.mode == Mode::ByIndentation && self.tokens.place(self.at + 1).is_first_on_line();
        self.kind == TokenKind::LeftBrace && !self.is_first_on_line() && !is_habit
    }

    /// `union { int, string }`, where nothing follows the braces: reported and skipped.
    fn aggregate_on_one_line(&mut self, contents: Contents) -> Option<NodeId> {
        if self.mode != Mode::ByIndentation || self.kind != TokenKind::LeftBrace {
            return None;
        }
        let opener = self.at;
        let close = opener + self.closer_ahead(0).filter(|_| !self.is_first_on_line())?;
        let behind = self.tokens.place(close + 1);
        let is_over = behind.is_first_on_line() && self.indent(close + 1) <= self.indent(opener);
        if !is_over || matches!(self.tokens.kind(close + 1), TokenKind::End) {
            return None;
        }
        let what = match contents {
            Contents::Fields => "fields",
            Contents::Cases => "cases",
            _ => "members",
        };
        let message = format!("found `{{`, expected {what} on lines of their own");
        let error = SyntaxError::new(Kind::ForeignSpelling, self.here(), message);
        self.report(match contents {
            Contents::Members => error.help("a member stands on a line, without a comma, and `end` closes them"),
            Contents::Cases => error.help(CASES),
            _ => error.help("a field is `name: Type`, on a line of its own, and `end` closes them"),
        });
        while self.at <= close {
            self.bump();
        }
        Some(self.error_node())
    }

    /// Fields, members or cases, up to what ends them.
    pub(super) fn elements(&mut self, contents: Contents) -> List {
        let mark = self.build.mark();
        loop {
            while self.eat(TokenKind::Semicolon) {}
            if self.is_block_over() {
                break;
            }
            let before = self.at;
            self.element_start = Some(before);
            let node = match contents {
                _ if self.kind == TokenKind::HashIf => self.static_if(contents),
                Contents::Fields => self.field(),
                Contents::Cases => self.union_case(),
                _ => self.member_of_enum(),
            };
            self.build.push(node);
            self.end_element(before);
        }
        self.build.list(mark)
    }

    /// Fields end with a newline or `;`; a comma is somebody's habit.
    fn end_element(&mut self, before: u32) {
        if self.kind == TokenKind::Comma && !self.is_panicking {
            return self.comma_behind_field();
        }
        self.end_statement(before);
    }

    /// `a, b: type = value attributes`, `using name: type`.
    fn field(&mut self) -> NodeId {
        let first = self.at;
        if self.eat(TokenKind::Using) {
            let name = self.name("the name of a field");
            self.want(TokenKind::Colon, "and the type of the field");
            let ty = self.ty();
            return self.node(NodeKind::Using, first, 0, name.0, ty.0);
        }
        let names = self.names("the name of a field");
        if !self.eat(TokenKind::Colon) {
            self.no_field_type(first);
        }
        let ty = if self.is_panicking { NONE } else { self.ty() };
        self.field_behind(first, names, ty)
    }

    fn field_behind(&mut self, first: u32, names: List, ty: NodeId) -> NodeId {
        let value = if self.eat(TokenKind::Equal) { self.expr() } else { NONE };
        let attributes = self.attributes();
        self.node_of(NodeKind::Field, first, 0, [names.word(), ty, value, attributes.word()])
    }

    #[cold]
    fn no_field_type(&mut self, first: u32) {
        if self.is_panicking {
            return;
        }
        if self.kind == TokenKind::ColonEqual {
            let message = "found `:=`, expected `:` and the type of the field";
            self.report(
                SyntaxError::new(Kind::UnexpectedToken, self.here(), message)
                    .help("a field names its type: `name: Type = value`"),
            );
            self.is_panicking = true;
            return;
        }
        if self.kind == TokenKind::ColonColon {
            let message = "constants, types and procedures stand outside a struct";
            let place = (self.tokens.start(first), self.here().1);
            let error = SyntaxError::new(Kind::Misplaced, place, message);
            self.report_and_panic(error.help("`x.f()` calls a procedure `f :: (x: T)` that stands beside the struct"));
            return;
        }
        self.expected(TokenKind::Colon, "and the type of the field");
        if !matches!(self.kind, TokenKind::Name | TokenKind::Star | TokenKind::LeftParen) || self.is_first_on_line() {
            self.is_panicking = true;
        }
    }

    /// `a, b: type`, or a case without payload.
    fn union_case(&mut self) -> NodeId {
        let first = self.at;
        let is_alone = self.mode != Mode::Fast
            && self.peek(1) == TokenKind::Comma
            && self.tokens.place(self.at + 2).is_first_on_line();
        let names = if is_alone { self.lone_case() } else { self.names("the name of a case") };
        let is_colon_missing = self.mode != Mode::Fast
            && matches!(self.kind, TokenKind::Name | TokenKind::Star)
            && !self.is_first_on_line()
            && !self.is_panicking;
        if is_colon_missing {
            self.expected(TokenKind::Colon, "and the type of the case");
        }
        let ty = if self.eat(TokenKind::Colon) || is_colon_missing { self.ty() } else { NONE };
        self.field_behind(first, names, ty)
    }

    /// `int,` on a line: one case, and the comma is somebody's habit. What is a type is no name of a case.
    #[cold]
    fn lone_case(&mut self) -> List {
        if is_type_word(self.tokens.text(self.at, self.text)) {
            self.cases_without_names();
        }
        let name = self.name("the name of a case");
        self.build.list_of(name)
    }

    /// `NAME = value attributes`.
    fn member_of_enum(&mut self) -> NodeId {
        let first = self.at;
        let name = self.name("the name of a member");
        let value = if self.eat(TokenKind::Equal) { self.expr() } else { NONE };
        let attributes = self.attributes();
        self.node_of(NodeKind::Member, first, 0, [name, value, attributes.word()])
    }
}
