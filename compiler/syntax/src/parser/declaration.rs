//! Constants and variables: `x := 3`, `y: i32 = 4`, `LIMIT :: 100`, `BYTE: u8 : 100`, `a, b := 1, 2`.

use super::{Mode, Parser};
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::{List, NONE};
use crate::tree::node::NodeKind;

impl Parser<'_> {
    /// `NAME :: value`; the current token is the name.
    pub(super) fn constant(&mut self, first: u32) -> NodeId {
        let name = self.name("a name");
        self.bump();
        self.constant_value(first, name)
    }

    /// What stands behind `NAME ::`.
    pub(super) fn constant_value(&mut self, first: u32, name: NodeId) -> NodeId {
        if matches!(self.kind, TokenKind::Name | TokenKind::LeftBracket | TokenKind::Less) {
            self.foreign_before_parameters();
        }
        let begin = self.at;
        let value = match self.kind {
            TokenKind::Struct => self.struct_(),
            TokenKind::Enum => self.enum_(),
            TokenKind::Union => self.union_(),
            TokenKind::Distinct => {
                self.bump();
                let ty = if self.is_at_newline() { self.no_type() } else { self.ty() };
                self.node(NodeKind::Distinct, begin, 0, ty.0, 0)
            }
            TokenKind::HashCCall => self.procedure(),
            TokenKind::LeftParen if self.begins_parameters() || self.begins_broken_parameters() => self.procedure(),
            TokenKind::LeftBrace if self.begins_generics() => self.procedure(),
            TokenKind::HashImport | TokenKind::HashForeignLibrary | TokenKind::HashOperator => {
                return self.misplaced();
            }
            TokenKind::Name if self.is_next_declaration() => self.no_value(),
            TokenKind::Name if self.mode != Mode::Fast => match self.foreign_type_construct() {
                Some(node) => node,
                None => self.expr(),
            },
            _ => self.expr(),
        };
        // the attributes of a procedure or an aggregate stand within it
        let attributes = self.attributes();
        self.node_of(NodeKind::Constant, first, 0, [name, NONE, value, attributes.word()])
    }

    /// Whether the `{` behind `::` begins the parameters of a generic procedure.
    fn begins_generics(&self) -> bool {
        self.peek(1) == TokenKind::Name
            && matches!(self.peek(2), TokenKind::Comma | TokenKind::RightBrace | TokenKind::Colon)
    }

    /// Whether the value is missing: the next line declares something itself.
    fn is_next_declaration(&self) -> bool {
        self.kind == TokenKind::Name
            && self.is_first_on_line()
            && matches!(self.peek(1), TokenKind::ColonColon | TokenKind::ColonEqual | TokenKind::Colon)
    }

    /// Whether the `(` behind `::` begins parameters with a mistake: a missing name or `:`.
    fn begins_broken_parameters(&self) -> bool {
        let names_follow = match self.peek(2) {
            TokenKind::Name | TokenKind::Star => true,
            TokenKind::Comma => self.peek(3) == TokenKind::Name && self.peek(4) == TokenKind::Colon,
            _ => false,
        };
        let is_keyword = self.peek(1).is_keyword() && self.peek(2) == TokenKind::Colon;
        self.mode != Mode::Fast
            && (is_keyword
                || self.begins_untyped_parameters()
                || self.peek(1) == TokenKind::Colon
                || (self.peek(1) == TokenKind::Name && names_follow))
    }

    /// `names := …`, `names: …`; the current token is the first name, a `:=`, `:` or `,` is known to follow.
    pub(super) fn variable(&mut self, first: u32) -> NodeId {
        let name = self.name("a name");
        let names = self.build.list_of(name);
        self.variable_behind(first, names)
    }

    /// What stands behind the names; the current token is `:=` or `:`.
    pub(super) fn variable_behind(&mut self, first: u32, names: List) -> NodeId {
        if self.eat(TokenKind::ColonEqual) {
            let values = self.exprs();
            let attributes = self.attributes();
            return self.variable_node(first, false, names, NONE, values, attributes);
        }
        self.bump();
        let ty = if self.is_at_newline() { self.no_type() } else { self.ty() };
        let is_constant = self.kind == TokenKind::Colon && !self.is_at_newline();
        let has_value = is_constant || (self.kind == TokenKind::Equal && !self.is_at_newline());
        let values = if has_value {
            self.bump();
            self.exprs()
        } else {
            List::EMPTY
        };
        let attributes = self.attributes();
        let single = match (self.build.elements(names), self.build.elements(values)) {
            ([name], [value]) if is_constant => Some((*name, *value)),
            _ => None,
        };
        match single {
            Some((name, value)) => self.node_of(NodeKind::Constant, first, 0, [name, ty, value, attributes.word()]),
            None => self.variable_node(first, is_constant, names, ty, values, attributes),
        }
    }

    /// `:: values` behind several names, which is a mistake but tells what the names mean.
    pub(super) fn constants_behind(&mut self, first: u32, names: List) -> NodeId {
        self.bump();
        let values = self.exprs();
        let attributes = self.attributes();
        self.variable_node(first, true, names, NONE, values, attributes)
    }

    /// A variable whose names, type and values are known, without attributes.
    pub(super) fn variable_of(&mut self, first: u32, names: List, ty: NodeId, values: List) -> NodeId {
        self.variable_node(first, false, names, ty, values, List::EMPTY)
    }

    fn variable_node(
        &mut self,
        first: u32,
        is_constant: bool,
        names: List,
        ty: NodeId,
        values: List,
        attributes: List,
    ) -> NodeId {
        let words = [names.word(), ty, values.word(), attributes.word()];
        self.node_of(NodeKind::Variable, first, u8::from(is_constant), words)
    }
}
