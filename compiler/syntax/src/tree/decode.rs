//! From stored nodes to [`View`]s.

use hubbub_base::Name;

use super::node::*;
use super::view::{Abi, BinaryOperator, Body, Here, LiteralKind, OperatorName, PatternValue, PrefixOperator, View};
use super::{NodeId, Tree};

/// A child that may be missing.
fn option(id: NodeId) -> Option<NodeId> {
    (id.0 != 0).then_some(id)
}

impl Tree {
    /// What the node `id` says.
    pub fn view(&self, id: NodeId) -> View<'_> {
        let node = self.node(id);
        if node.kind as u8 <= NodeKind::Attribute as u8 {
            self.declaration(node)
        } else if node.kind as u8 <= NodeKind::Assign as u8 {
            self.statement(node)
        } else {
            self.expression(node)
        }
    }

    /// The list that word `offset` of `record` names.
    fn list_at(&self, record: u32, offset: u32) -> &[NodeId] {
        self.list(self.word(record, offset))
    }

    fn list_or_none(&self, list: NodeId) -> Option<&[NodeId]> {
        (list.0 != NO_LIST).then(|| self.list(list))
    }

    fn body(&self, kind: u8, word: NodeId) -> Body<'_> {
        match kind {
            BODY_ARROW => Body::Arrow(word),
            BODY_STATEMENTS => Body::Statements(self.list(word)),
            _ => Body::None,
        }
    }

    fn declaration(&self, node: Node) -> View<'_> {
        let (a, b) = (NodeId(node.a), NodeId(node.b));
        let at = |offset| self.word(node.a, offset);
        let list = |offset| self.list_at(node.a, offset);
        match node.kind {
            NodeKind::Import => View::Import { alias: option(at(0)), path: at(1), names: list(2), attributes: list(3) },
            NodeKind::ForeignLibrary => View::ForeignLibrary { alias: option(a), path: b },
            NodeKind::Operator => View::Operator { operator: operator_name(node.flags), procedure: a },
            NodeKind::StaticIf => View::StaticIf { condition: at(0), then: list(1), otherwise: list(2) },
            NodeKind::AddContext => {
                View::AddContext { name: at(0), ty: at(1), value: option(at(2)), attributes: list(3) }
            }
            NodeKind::StaticAssert => View::StaticAssert { arguments: self.list(a) },
            NodeKind::Constant => View::Constant { name: at(0), ty: option(at(1)), value: at(2), attributes: list(3) },
            NodeKind::Variable => View::Variable {
                names: list(0),
                ty: option(at(1)),
                values: list(2),
                attributes: list(3),
                is_constant: node.flags != 0,
            },
            NodeKind::Struct => {
                View::Struct { generics: list(0), condition: option(at(1)), attributes: list(2), fields: list(3) }
            }
            NodeKind::Enum => View::Enum { backing: option(at(0)), attributes: list(1), members: list(2) },
            NodeKind::Union => {
                View::Union { generics: list(0), condition: option(at(1)), attributes: list(2), cases: list(3) }
            }
            NodeKind::Distinct => View::Distinct { ty: a },
            NodeKind::TypeAlias => View::TypeAlias { ty: a },
            NodeKind::Procedure => self.procedure(node),
            _ => self.part(node),
        }
    }

    fn procedure(&self, node: Node) -> View<'_> {
        let at = |offset| self.word(node.a, offset);
        let list = |offset| self.list_at(node.a, offset);
        View::Procedure {
            abi: abi(node.flags),
            captures: self.list_or_none(at(0)),
            generics: list(1),
            parameters: list(2),
            results: list(3),
            condition: option(at(4)),
            attributes: list(5),
            body: self.body(node.flags >> PROCEDURE_BODY_SHIFT, at(6)),
        }
    }

    /// Parts of declarations.
    fn part(&self, node: Node) -> View<'_> {
        let (a, b) = (NodeId(node.a), NodeId(node.b));
        let at = |offset| self.word(node.a, offset);
        let list = |offset| self.list_at(node.a, offset);
        match node.kind {
            NodeKind::Generic => View::Generic { name: a, ty: option(b) },
            NodeKind::Parameter => {
                let (ty, default) = if node.flags & PARAMETER_DEFAULT == 0 {
                    (b, NodeId(0))
                } else {
                    (self.word(node.b, 0), self.word(node.b, 1))
                };
                let is_variadic = node.flags & PARAMETER_VARIADIC != 0;
                View::Parameter { name: a, ty: option(ty), is_variadic, default: option(default) }
            }
            NodeKind::CVariadic => View::CVariadic,
            NodeKind::Result => View::Result { name: option(a), ty: b },
            NodeKind::Capture => View::Capture { name: a, by_place: node.flags != 0 },
            NodeKind::Field => {
                View::Field { names: list(0), ty: option(at(1)), value: option(at(2)), attributes: list(3) }
            }
            NodeKind::Using => View::Using { name: a, ty: b },
            NodeKind::Member => View::Member { name: at(0), value: option(at(1)), attributes: list(2) },
            NodeKind::Attribute => View::Attribute { name: Name::from_raw(node.a), arguments: self.list(b) },
            _ => View::Error,
        }
    }

    fn statement(&self, node: Node) -> View<'_> {
        let (a, b) = (NodeId(node.a), NodeId(node.b));
        let at = |offset| self.word(node.a, offset);
        let list = |offset| self.list_at(node.a, offset);
        match node.kind {
            NodeKind::If => {
                View::If { head: a, then: self.list_at(node.b, 0), otherwise: self.list_or_none(self.word(node.b, 1)) }
            }
            NodeKind::While => View::While { label: option(at(0)), head: at(1), body: list(2) },
            NodeKind::For => View::For {
                label: option(at(0)),
                by_place: node.flags != 0,
                name: at(1),
                second: option(at(2)),
                iterable: at(3),
                body: list(4),
            },
            NodeKind::Block => View::Block { label: option(a), body: self.list(b) },
            NodeKind::Match => View::Match { label: option(at(0)), value: at(1), arms: list(2) },
            NodeKind::Arm => View::Arm { patterns: list(0), guard: option(at(1)), body: self.body(node.flags, at(2)) },
            NodeKind::Pattern => self.pattern(node),
            NodeKind::Binding => View::Binding { names: self.list(a), value: b },
            NodeKind::With => View::With { context: a, body: self.list(b) },
            NodeKind::Defer => View::Defer { statement: a },
            NodeKind::Return => View::Return { is_tail: node.flags != 0, values: self.list(a) },
            NodeKind::Break => View::Break { label: option(a) },
            NodeKind::Continue => View::Continue { label: option(a) },
            NodeKind::Give => View::Give { value: a },
            NodeKind::StaticFor => View::StaticFor { name: at(0), iterable: at(1), body: list(2) },
            NodeKind::NoBoundsChecks => View::NoBoundsChecks { block: a },
            NodeKind::Assign => {
                let operator = node.flags.checked_sub(1).map(binary_operator);
                View::Assign { operator, places: self.list(a), values: self.list(b) }
            }
            _ => View::Error,
        }
    }

    fn pattern(&self, node: Node) -> View<'_> {
        let (low, high) = (self.word(node.a, 0), self.word(node.a, 1));
        let value = match node.flags & PATTERN_KIND {
            PATTERN_VALUE => PatternValue::Value(low),
            PATTERN_RANGE => PatternValue::Range { low, high, inclusive: false },
            PATTERN_RANGE_INCLUSIVE => PatternValue::Range { low, high, inclusive: true },
            _ => PatternValue::Anything,
        };
        let by_place = node.flags & PATTERN_BY_PLACE != 0;
        View::Pattern { value, binding: option(self.word(node.a, 2)), by_place }
    }

    fn expression(&self, node: Node) -> View<'_> {
        let (a, b) = (NodeId(node.a), NodeId(node.b));
        match node.kind {
            NodeKind::Name => View::Name { name: Name::from_raw(node.a) },
            NodeKind::Literal => View::Literal { kind: literal_kind(node.flags) },
            NodeKind::Bool => View::Bool { value: node.flags != 0 },
            NodeKind::Null => View::Null,
            NodeKind::Uninit => View::Uninit,
            NodeKind::Context => View::Context,
            NodeKind::ImplicitMember => View::ImplicitMember { name: a },
            NodeKind::BareBrace => View::BareBrace { arguments: self.list(a) },
            NodeKind::Parenthesized => View::Parenthesized { value: a },
            NodeKind::Dot => View::Dot { base: a, name: b },
            NodeKind::Dereference => View::Dereference { base: a },
            NodeKind::Call => View::Call { callee: a, arguments: self.list(b) },
            NodeKind::Index => View::Index { base: a, arguments: self.list(b) },
            NodeKind::Brace => View::Brace { base: a, arguments: self.list(b) },
            NodeKind::NamedArgument => View::NamedArgument { name: a, value: b },
            NodeKind::Spread => View::Spread { value: a },
            NodeKind::Range => View::Range { low: option(a), high: option(b), inclusive: node.flags != 0 },
            NodeKind::Binary => View::Binary { operator: binary_operator(node.flags), left: a, right: b },
            NodeKind::OrElse => View::OrElse { value: a, otherwise: b },
            NodeKind::OrReturn => View::OrReturn { value: a },
            NodeKind::OrBreak => View::OrBreak { value: a, label: option(b) },
            NodeKind::OrContinue => View::OrContinue { value: a, label: option(b) },
            NodeKind::Prefix => View::Prefix { operator: prefix_operator(node.flags), value: a },
            _ => self.compound(node),
        }
    }

    /// Expressions with parts that are no expressions, and directives.
    fn compound(&self, node: Node) -> View<'_> {
        let (a, b) = (NodeId(node.a), NodeId(node.b));
        match node.kind {
            NodeKind::Ifx => {
                View::Ifx { condition: a, then: self.list_at(node.b, 0), otherwise: self.list_at(node.b, 1) }
            }
            NodeKind::ProcedureType => {
                View::ProcedureType { abi: abi(node.flags), parameters: self.list(a), results: self.list(b) }
            }
            NodeKind::Run => View::Run { value: a },
            NodeKind::Embed => View::Embed { path: a },
            NodeKind::Here => View::Here { what: here(node.flags) },
            NodeKind::Config => View::Config { arguments: self.list(a) },
            NodeKind::Asm => View::Asm { arguments: self.list(a), results: self.list(b) },
            _ => View::Error,
        }
    }
}

/// All infix operators, in the order of the numbers that stand for them.
const BINARY: [BinaryOperator; 20] = [
    BinaryOperator::Or,
    BinaryOperator::And,
    BinaryOperator::Equal,
    BinaryOperator::NotEqual,
    BinaryOperator::Less,
    BinaryOperator::LessEqual,
    BinaryOperator::Greater,
    BinaryOperator::GreaterEqual,
    BinaryOperator::In,
    BinaryOperator::BitAnd,
    BinaryOperator::BitOr,
    BinaryOperator::BitXor,
    BinaryOperator::ShiftLeft,
    BinaryOperator::ShiftRight,
    BinaryOperator::Add,
    BinaryOperator::Subtract,
    BinaryOperator::Multiply,
    BinaryOperator::Divide,
    BinaryOperator::Remainder,
    BinaryOperator::Modulo,
];

fn binary_operator(flags: u8) -> BinaryOperator {
    BINARY.get(flags as usize).copied().unwrap_or(BinaryOperator::Or)
}

fn prefix_operator(flags: u8) -> PrefixOperator {
    const ALL: [PrefixOperator; 5] = [
        PrefixOperator::Negate,
        PrefixOperator::Not,
        PrefixOperator::Complement,
        PrefixOperator::AddressOf,
        PrefixOperator::Pointer,
    ];
    ALL.get(flags as usize).copied().unwrap_or(PrefixOperator::Negate)
}

/// Operators that `#operator` defines and that are no infix ones: their numbers follow those.
pub(crate) const OPERATOR_COMPLEMENT: u8 = BINARY.len() as u8;
pub(crate) const OPERATOR_INDEX: u8 = OPERATOR_COMPLEMENT + 1;
pub(crate) const OPERATOR_INDEX_ASSIGN: u8 = OPERATOR_COMPLEMENT + 2;
pub(crate) const OPERATOR_INDEX_PLACE: u8 = OPERATOR_COMPLEMENT + 3;

fn operator_name(flags: u8) -> OperatorName {
    match flags {
        OPERATOR_COMPLEMENT => OperatorName::Complement,
        OPERATOR_INDEX => OperatorName::Index,
        OPERATOR_INDEX_ASSIGN => OperatorName::IndexAssign,
        OPERATOR_INDEX_PLACE => OperatorName::IndexPlace,
        _ => OperatorName::Binary(binary_operator(flags)),
    }
}

fn literal_kind(flags: u8) -> LiteralKind {
    const ALL: [LiteralKind; 4] = [LiteralKind::Integer, LiteralKind::Float, LiteralKind::Rune, LiteralKind::String];
    ALL.get(flags as usize).copied().unwrap_or(LiteralKind::Integer)
}

fn abi(flags: u8) -> Abi {
    match flags & 3 {
        1 => Abi::C,
        2 => Abi::Closure,
        _ => Abi::Hubbub,
    }
}

fn here(flags: u8) -> Here {
    match flags {
        0 => Here::File,
        1 => Here::Line,
        _ => Here::CallerLocation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parser stores `operator as u8`.
    #[test]
    fn operators_have_their_numbers() {
        for (index, operator) in BINARY.iter().enumerate() {
            assert_eq!(*operator as usize, index);
        }
        assert_eq!(PrefixOperator::Pointer as u8, 4);
        assert_eq!(prefix_operator(PrefixOperator::AddressOf as u8), PrefixOperator::AddressOf);
        assert_eq!(LiteralKind::String as u8, 3);
        assert_eq!((Abi::C as u8, Abi::Closure as u8), (1, 2));
        assert_eq!((Here::Line as u8, Here::CallerLocation as u8), (1, 2));
    }
}
