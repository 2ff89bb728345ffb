//! Operators between two operands: the language's own here, those of programs in [`super::operator`].
//!
//! Chains like `a + b + c` lean to the left and can be very long, so they are walked with a loop. Operands are
//! checked from left to right; literals wait until both sides are known ([`Checker::binary`]).

use hubbub_base::Span;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::{BinaryOperator, OperatorName};
use hubbub_syntax::{NodeId, View};

use super::builtin::{has_binary, is_comparison, is_shift};
use super::conversion::{self, Implicit, implicit, is_silent};
use super::literal::is_literal;
use super::{Checker, Expectation};
use crate::constants::exact::{self, Problem};
use crate::data::typed::{Conversion, ExprId, ExprKind, IntrinsicOperation, Operator, UnaryOperator};
use crate::data::types::{TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};
use crate::equality::Equality;

/// Two checked operands with their nodes, and the node of the whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Operands {
    pub node: NodeId,
    pub left: ExprId,
    pub left_node: NodeId,
    pub right: ExprId,
    pub right_node: NodeId,
}

/// The operator of typed bodies; `None` for `&&`, `||` and `in`.
pub(crate) fn plain_operator(operator: BinaryOperator) -> Option<Operator> {
    Some(match operator {
        BinaryOperator::Or | BinaryOperator::And | BinaryOperator::In => return None,
        BinaryOperator::Equal => Operator::Equal,
        BinaryOperator::NotEqual => Operator::NotEqual,
        BinaryOperator::Less => Operator::Less,
        BinaryOperator::LessEqual => Operator::LessEqual,
        BinaryOperator::Greater => Operator::Greater,
        BinaryOperator::GreaterEqual => Operator::GreaterEqual,
        BinaryOperator::BitAnd => Operator::BitAnd,
        BinaryOperator::BitOr => Operator::BitOr,
        BinaryOperator::BitXor => Operator::BitXor,
        BinaryOperator::ShiftLeft => Operator::ShiftLeft,
        BinaryOperator::ShiftRight => Operator::ShiftRight,
        BinaryOperator::Add => Operator::Add,
        BinaryOperator::Subtract => Operator::Subtract,
        BinaryOperator::Multiply => Operator::Multiply,
        BinaryOperator::Divide => Operator::Divide,
        BinaryOperator::Remainder => Operator::Remainder,
        BinaryOperator::Modulo => Operator::Modulo,
    })
}

/// How tightly C binds operators that stand on one level here.
fn rank_in_c(operator: BinaryOperator) -> Option<u8> {
    match operator {
        BinaryOperator::BitOr => Some(0),
        BinaryOperator::BitXor => Some(1),
        BinaryOperator::BitAnd => Some(2),
        BinaryOperator::ShiftLeft | BinaryOperator::ShiftRight => Some(3),
        _ => None,
    }
}

impl<'s> Checker<'s> {
    /// An operator between two operands, and the chain that leans to its left.
    pub(crate) fn check_binary(&mut self, node: NodeId, view: &View<'s>, expectation: Expectation) -> ExprId {
        let mark = self.list_begin();
        let (mut first, mut expected) = (node, expectation.weakened());
        let mut view = *view;
        while let View::Binary { operator, left, .. } = view {
            self.list_add(first.0);
            if plain_operator(operator).is_none_or(is_comparison) {
                expected = Expectation::None;
            }
            first = left;
            view = self.view(left);
        }
        let mut value = self.check_first_operand(first, &view, mark, expected);
        let mut left_node = first;
        loop {
            if let Some((sum, last)) = self.literal_links(mark, value) {
                (value, left_node) = (sum, last);
            }
            let Some(link) = self.list_pop(mark) else { break };
            let link = NodeId(link);
            value = self.check_link(link, left_node, value, expectation);
            left_node = link;
        }
        value
    }

    /// Computes a run of links between literals at once, so that the sums on the way are nobody's constants. Gives the result and the last link.
    fn literal_links(&mut self, mark: super::checker::ListMark, left: ExprId) -> Option<(ExprId, NodeId)> {
        let ty = self.ty(left);
        if !matches!(self.kind(ty), TypeKind::LiteralInt | TypeKind::LiteralFloat | TypeKind::LiteralString) {
            return None;
        }
        let ExprKind::Constant(start) = self.expr(left).kind else { return None };
        let mut sum = None;
        while let Some(link) = self.list_words(mark).last().map(|link| NodeId(*link))
            && let View::Binary { operator, right, .. } = self.view(link)
            && let Some(plain) = plain_operator(operator).filter(|operator| !is_comparison(*operator))
            && let View::Literal { .. } = self.view(right)
            && let Some(term) = self.literal_value(right).filter(|term| term.ty == ty)
            && let (Some(start), before) = (self.sema.values.get(start), sum.as_ref().map(|(sum, _)| sum))
            && let Ok(value) = exact::binary(plain, before.unwrap_or(&start.value), &term.value)
        {
            sum = Some((value, link));
            let _ = self.list_pop(mark);
        }
        let (value, last) = sum?;
        let at = self.at(last);
        Some((self.constant(TypedValue { ty, value }, at), last))
    }

    /// The leftmost operand. `.m`, `{…}` and the like learn their type from the other side where nothing else is expected.
    fn check_first_operand(
        &mut self,
        first: NodeId,
        view: &View<'s>,
        mark: super::checker::ListMark,
        expected: Expectation,
    ) -> ExprId {
        let waits = matches!(view, View::ImplicitMember { .. } | View::BareBrace { .. });
        if waits
            && expected.hint().is_none()
            && let Some(link) = self.list_words(mark).last().copied()
            && let View::Binary { right, .. } = self.view(NodeId(link))
            && let Some(ty) = self.quiet_type(right)
        {
            return self.check_expr(first, Expectation::Hint(ty));
        }
        self.check_view(first, view, expected)
    }

    /// The type of a plain name or path, for a hint.
    fn quiet_type(&mut self, node: NodeId) -> Option<TypeId> {
        let is_plain = |view: View<'_>| matches!(view, View::Name { .. } | View::Dot { .. } | View::Dereference { .. });
        if !is_plain(self.view(self.without_parentheses(node))) {
            return None;
        }
        let value = self.check_expr(node, Expectation::None);
        let ty = self.ty(value);
        (!is_silent(self.kind(ty))).then_some(ty)
    }

    /// One operator of a chain, whose left operand is checked already.
    fn check_link(&mut self, node: NodeId, left_node: NodeId, left: ExprId, expectation: Expectation) -> ExprId {
        let View::Binary { operator, right: right_node, .. } = self.view(node) else { return self.fail_silently(node) };
        let Some(plain) = plain_operator(operator) else {
            return match operator {
                BinaryOperator::In => self.check_in(node, left_node, left, right_node),
                _ => self.check_logical(node, operator, (left, left_node), right_node),
            };
        };
        self.check_grouping(node, operator, left_node);
        let ty = self.ty(left);
        let hint = match () {
            () if is_shift(plain) => Expectation::None,
            () if is_literal(self.kind(ty)) && is_comparison(plain) => Expectation::None,
            () if is_literal(self.kind(ty)) => expectation.weakened(),
            () => Expectation::Hint(ty),
        };
        let fast = if is_shift(plain) { self.sema.types.int } else { ty };
        let right_view = self.view(right_node);
        if !is_literal(self.kind(ty))
            && let Some(right) = self.literal_to(right_node, &right_view, fast)
        {
            let operands = Operands { node, left, left_node, right, right_node };
            return match has_binary(self.sema, ty, plain) {
                true => self.own_operator(plain, operands, ty),
                false => self.binary(operator, plain, operands),
            };
        }
        if let Some(tag) = self.tag_operand(left, right_node, plain) {
            return self.own_operator(plain, Operands { node, left, left_node, right: tag, right_node }, ty);
        }
        let right = self.check_view(right_node, &right_view, hint);
        self.binary(operator, plain, Operands { node, left, left_node, right, right_node })
    }

    /// Warns where C would take the right operand of the operator on the left first: `a ^ b >> c`.
    #[inline]
    fn check_grouping(&mut self, node: NodeId, operator: BinaryOperator, left_node: NodeId) {
        let Some(rank) = rank_in_c(operator) else { return };
        let View::Binary { operator: inner, left, right } = self.view(left_node) else { return };
        if rank_in_c(inner).is_some_and(|inner| inner < rank) {
            let (first, second) = (inner.text(), operator.text());
            let message = format!("`{first}` and `{second}` stand on one level: this is `(… {first} …) {second} …`");
            let [start, end] = [self.span(left), self.span(right)];
            let both = Span::new(start.file, start.start, end.end);
            let diagnostic = Diagnostic::new(Kind::MixedBits, self.span(node), message);
            let help = format!("write the parentheses; C would read `… {first} (… {second} …)`");
            self.report(diagnostic.label(both, "done first").help(help));
        }
    }

    /// `tag_of(u) == .case`: the case as a number.
    #[inline]
    fn tag_operand(&mut self, left: ExprId, right_node: NodeId, operator: Operator) -> Option<ExprId> {
        let ExprKind::Tag(union) = self.expr(left).kind else { return None };
        let View::ImplicitMember { name: name_node } = self.view(self.without_parentheses(right_node)) else {
            return None;
        };
        if !matches!(operator, Operator::Equal | Operator::NotEqual) {
            return None;
        }
        let (union, ty) = (self.ty(union), self.ty(left));
        let name = self.name_of(name_node);
        let at = self.at(right_node);
        let case = self.sema.fields(union)?.position(name);
        match case {
            Some(case) => Some(self.small_integer(ty, case as i64, at)),
            None => {
                self.unknown_member(name_node, union, name);
                Some(self.error(right_node))
            }
        }
    }

    /// `&&` and `||`.
    fn check_logical(
        &mut self,
        node: NodeId,
        operator: BinaryOperator,
        left: (ExprId, NodeId),
        right_node: NodeId,
    ) -> ExprId {
        let ty = self.sema.types.bool;
        let known = self.diagnostics.len();
        let left = self.convert_to(left.0, ty, left.1);
        if self.diagnostics.len() > known {
            // other operands, or another operator, are meant: one message tells that
            self.check_value(right_node);
            return self.error(node);
        }
        let right = self.check_to(right_node, ty);
        if *self.kind_of(right) == TypeKind::Error {
            return self.error(node);
        }
        let at = self.at(node);
        let kind = match operator {
            BinaryOperator::Or => ExprKind::Or { left, right },
            _ => ExprKind::And { left, right },
        };
        self.push(kind, ty, at)
    }

    /// An operator between two checked operands.
    pub(crate) fn binary(&mut self, written: BinaryOperator, operator: Operator, operands: Operands) -> ExprId {
        let (left, right) = (self.ty(operands.left), self.ty(operands.right));
        let (left_kind, right_kind) = (self.kind(left), self.kind(right));
        if left == right && !is_literal(left_kind) && has_binary(self.sema, left, operator) {
            return self.own_operator(operator, operands, left);
        }
        if *left_kind == TypeKind::Error || *right_kind == TypeKind::Error {
            return self.silent_result(operator, operands.node);
        }
        if is_silent(left_kind) || is_silent(right_kind) {
            return self.dependent_result(operands.node);
        }
        match (is_literal(left_kind), is_literal(right_kind)) {
            (true, true) => return self.literal_operator(written, operator, operands),
            (_, true) if is_shift(operator) => {
                let right = self.settle(operands.right, operands.right_node);
                return self.typed_operator(written, operator, Operands { right, ..operands });
            }
            (true, _) if is_shift(operator) => return self.literal_shift(written, operator, operands),
            (true, false) => {
                if let Some(left) = self.literal_operand(operands.left, right, operator, operands.left_node) {
                    return self.typed_operator(written, operator, Operands { left, ..operands });
                }
            }
            (false, true) => {
                if let Some(right) = self.literal_operand(operands.right, left, operator, operands.right_node) {
                    return self.typed_operator(written, operator, Operands { right, ..operands });
                }
            }
            (false, false) => {}
        }
        self.typed_operator(written, operator, operands)
    }

    /// A literal takes the type of the other operand, if the operator has a meaning there and the literal is of that kind; a value
    /// that is too wide is reported.
    fn literal_operand(&mut self, literal: ExprId, ty: TypeId, operator: Operator, node: NodeId) -> Option<ExprId> {
        if !has_binary(self.sema, ty, operator) {
            return None;
        }
        let payload = self.sema.held_by(ty).unwrap_or(ty);
        match self.literal_fit(literal, payload) {
            Err(super::literal::Misfit::Kind) => None,
            _ => Some(self.convert_to(literal, ty, node)),
        }
    }

    /// Two operands of which neither is a literal that waits for the other.
    fn typed_operator(&mut self, written: BinaryOperator, operator: Operator, operands: Operands) -> ExprId {
        let (left, right) = (self.ty(operands.left), self.ty(operands.right));
        if *self.kind(left) == TypeKind::Error || *self.kind(right) == TypeKind::Error {
            return self.silent_result(operator, operands.node);
        }
        if is_shift(operator) {
            let counts = matches!(self.kind(self.sema.base_of(right)), TypeKind::Int { .. });
            if counts && has_binary(self.sema, left, operator) {
                return self.own_operator(operator, operands, left);
            }
        } else if left == right && has_binary(self.sema, left, operator) {
            return self.own_operator(operator, operands, left);
        } else if let Some(joined) = self.join(operator, operands) {
            let ty = self.ty(joined.left);
            return self.own_operator(operator, joined, ty);
        }
        match self.user_binary(written, operands) {
            Some(call) => call,
            None => self.no_operator(written, operator, operands),
        }
    }

    /// Converts that one of two operands which converts implicitly to the other's type.
    fn join(&mut self, operator: Operator, operands: Operands) -> Option<Operands> {
        let (left, right) = (self.ty(operands.left), self.ty(operands.right));
        let useful = |way: &Implicit| *way != Implicit::ToClosure;
        if let Some(way) = implicit(self.sema, left, right).filter(useful)
            && has_binary(self.sema, right, operator)
        {
            let left = self.apply(operands.left, way, right);
            return Some(Operands { left, ..operands });
        }
        if let Some(way) = implicit(self.sema, right, left).filter(useful)
            && has_binary(self.sema, left, operator)
        {
            let right = self.apply(operands.right, way, left);
            return Some(Operands { right, ..operands });
        }
        if has_binary(self.sema, right, operator)
            && let Some(left) = self.splat(operands.left, right)
        {
            return Some(Operands { left, ..operands });
        }
        let right =
            if has_binary(self.sema, left, operator) { self.splat(operands.right, left)? } else { return None };
        Some(Operands { right, ..operands })
    }

    /// The count of a shift: for a vector, one in every lane.
    pub(crate) fn shift_count(&mut self, count: ExprId, shifted: TypeId) -> ExprId {
        match (self.kind(self.sema.base_of(shifted)), self.kind_of(count)) {
            (TypeKind::Simd { lanes, .. }, TypeKind::Int { .. }) => {
                let vector = self.sema.intern(TypeKind::Simd { element: self.ty(count), lanes: *lanes });
                self.splat(count, vector).unwrap_or(count)
            }
            _ => count,
        }
    }

    /// A scalar in every lane of a vector of its type, as an operand beside one.
    pub(crate) fn splat(&mut self, scalar: ExprId, vector: TypeId) -> Option<ExprId> {
        let TypeKind::Simd { element, .. } = *self.kind(self.sema.base_of(vector)) else { return None };
        if self.ty(scalar) != element {
            return None;
        }
        let at = self.expr(scalar).at;
        Some(self.push(ExprKind::Convert { kind: Conversion::Splat, value: scalar }, vector, at))
    }

    /// The language's own operator on two operands of type `ty`.
    fn own_operator(&mut self, operator: Operator, operands: Operands, ty: TypeId) -> ExprId {
        let Operands { left, right, .. } = operands;
        let right = if is_shift(operator) { self.shift_count(right, ty) } else { right };
        let at = self.at(operands.node);
        let equality = matches!(operator, Operator::Equal | Operator::NotEqual);
        let result = match self.kind(self.sema.base_of(ty)) {
            TypeKind::Simd { lanes, .. } if is_comparison(operator) => {
                self.sema.intern(TypeKind::Simd { element: self.sema.types.bool, lanes: *lanes })
            }
            _ if is_comparison(operator) => self.sema.types.bool,
            _ => ty,
        };
        if equality && !self.compares_directly(ty) {
            let negated = operator == Operator::NotEqual;
            return self.push(ExprKind::Equal { left, right, negated }, result, at);
        }
        self.push(ExprKind::Binary { operator, left, right }, result, at)
    }

    /// Whether `==` is one comparison.
    fn compares_directly(&self, ty: TypeId) -> bool {
        match self.kind(ty) {
            TypeKind::Int { .. } | TypeKind::Float { .. } | TypeKind::Bool | TypeKind::Rune | TypeKind::Pointer(_) => {
                true
            }
            TypeKind::Simd { .. } | TypeKind::Enum(_) => true,
            TypeKind::Type => false,
            _ => self.sema.equality(ty) == Equality::Scalar,
        }
    }

    // ---- literals -------------------------------------------------------------------------------------------------

    /// Two literals: computed exactly, and a literal again.
    fn literal_operator(&mut self, written: BinaryOperator, operator: Operator, operands: Operands) -> ExprId {
        let at = self.at(operands.node);
        let (left, right) = (self.constant_value(operands.left), self.constant_value(operands.right));
        let nulls = [operands.left, operands.right].map(|expr| *self.kind_of(expr) == TypeKind::LiteralNull);
        if let (Some(left), Some(right)) = (left, right) {
            let ty = self.joined_literal(left.ty, right.ty);
            return match exact::binary(operator, &left.value, &right.value) {
                Ok(Value::Bool(value)) => self.bool_constant(value, at),
                Ok(value) => self.constant(TypedValue { ty, value }, at),
                Err(Problem::NoOperator) if !nulls.contains(&true) => {
                    self.settled_operator(written, operator, operands)
                }
                Err(Problem::NoOperator) => self.no_operator(written, operator, operands),
                // floats follow IEEE 754, and no fraction is an infinity or no number
                Err(Problem::DivisionByZero) if ty == self.sema.types.literal_float => {
                    let float = self.sema.types.float;
                    let left = self.convert_to(operands.left, float, operands.left_node);
                    let right = self.convert_to(operands.right, float, operands.right_node);
                    self.typed_operator(written, operator, Operands { left, right, ..operands })
                }
                Err(problem) => self.no_result(problem, operands),
            };
        }
        if nulls.contains(&true) {
            return self.no_operator(written, operator, operands);
        }
        if is_shift(operator) {
            return self.literal_shift(written, operator, operands);
        }
        let ty = self.joined_literal(self.ty(operands.left), self.ty(operands.right));
        if is_comparison(operator) {
            let default = self.default_type(ty).unwrap_or(self.sema.types.error);
            let left = self.convert_to(operands.left, default, operands.left_node);
            let right = self.convert_to(operands.right, default, operands.right_node);
            return self.typed_operator(written, operator, Operands { left, right, ..operands });
        }
        if !has_binary(self.sema, ty, operator) {
            return self.settled_operator(written, operator, operands);
        }
        self.push(ExprKind::Binary { operator, left: operands.left, right: operands.right }, ty, at)
    }

    /// Literals for which the language has no operator take their default types: a program may have one for these.
    fn settled_operator(&mut self, written: BinaryOperator, operator: Operator, operands: Operands) -> ExprId {
        let left = self.settle(operands.left, operands.left_node);
        let right = self.settle(operands.right, operands.right_node);
        self.typed_operator(written, operator, Operands { left, right, ..operands })
    }

    /// `1 << n`: the literal goes on waiting for its type.
    fn literal_shift(&mut self, written: BinaryOperator, operator: Operator, operands: Operands) -> ExprId {
        let ty = self.ty(operands.left);
        let right = self.settle(operands.right, operands.right_node);
        let counts = matches!(self.kind(self.sema.base_of(self.ty(right))), TypeKind::Int { .. });
        if *self.kind(ty) != TypeKind::LiteralInt || !counts {
            let left = self.settle(operands.left, operands.left_node);
            return self.typed_operator(written, operator, Operands { left, right, ..operands });
        }
        let at = self.at(operands.node);
        self.push(ExprKind::Binary { operator, left: operands.left, right }, ty, at)
    }

    /// The literal type of an operator on two literals: a float if one is, else a rune if one is.
    fn joined_literal(&self, a: TypeId, b: TypeId) -> TypeId {
        let types = &self.sema.types;
        [types.literal_float, types.literal_rune].into_iter().find(|ty| a == *ty || b == *ty).unwrap_or(a)
    }

    fn no_result(&mut self, problem: Problem, operands: Operands) -> ExprId {
        let (message, node) = match problem {
            Problem::DivisionByZero => ("division by zero", operands.right_node),
            _ => ("the result is larger than any type and any computation can hold", operands.node),
        };
        self.mistake(Kind::EvaluationFailed, node, message);
        self.error(operands.node)
    }

    // ---- `in` -----------------------------------------------------------------------------------------------------

    /// `x in range`, `flag in flags`, or a user's `in`.
    fn check_in(&mut self, node: NodeId, left_node: NodeId, left: ExprId, right_node: NodeId) -> ExprId {
        if let View::Range { low: Some(low), high: Some(high), inclusive } =
            self.view(self.without_parentheses(right_node))
        {
            return self.check_in_range(node, (left, left_node), (low, high, inclusive));
        }
        let right = self.check_value(right_node);
        let at = self.at(node);
        let bool = self.sema.types.bool;
        let ty = self.ty(right);
        let is_flags = self.sema.members(ty).is_some_and(|members| members.is_flags);
        if is_flags {
            // nothing of the flag is missing: (flag & ~flags) == 0
            let left = self.convert_to(left, ty, left_node);
            let operator = UnaryOperator::Complement;
            let others = self.push(ExprKind::Unary { operator, value: right }, ty, at);
            let missing = ExprKind::Binary { operator: Operator::BitAnd, left, right: others };
            let missing = self.push(missing, ty, at);
            let zero = self.small_integer(ty, 0, at);
            let kind = ExprKind::Binary { operator: Operator::Equal, left: missing, right: zero };
            return self.push(kind, bool, at);
        }
        let left = self.settle(left, left_node);
        match (self.kind_of(left), self.kind(ty)) {
            (TypeKind::Error, _) | (_, TypeKind::Error) => return self.fail_silently(node),
            (a, b) if is_silent(a) || is_silent(b) => return self.push(ExprKind::Error, bool, at),
            _ => {}
        }
        let name = OperatorName::Binary(BinaryOperator::In);
        let operands = Operands { node, left, left_node, right, right_node };
        match self.user_operator(node, name, &[(left, left_node), (right, right_node)]) {
            Some(call) => call,
            None => self.no_operator(BinaryOperator::In, Operator::Equal, operands),
        }
    }

    fn check_in_range(&mut self, node: NodeId, left: (ExprId, NodeId), range: (NodeId, NodeId, bool)) -> ExprId {
        let (low_node, high_node, inclusive) = range;
        let bounds = Expectation::Hint(self.ty(left.0));
        let low = self.check_expr(low_node, bounds);
        let high = self.check_expr(high_node, bounds);
        let typed = [left.0, low, high].into_iter().find(|expr| !is_literal(self.kind_of(*expr)));
        let ty = match typed {
            Some(expr) => self.ty(expr),
            None => self.default_type(self.ty(left.0)).unwrap_or(self.sema.types.error),
        };
        let value = self.convert_to(left.0, ty, left.1);
        let low = self.convert_to(low, ty, low_node);
        let high = self.convert_to(high, ty, high_node);
        // enums have no `<`, but ranges of their members, as in patterns
        let has_ranges = has_binary(self.sema, ty, Operator::Less)
            || self.sema.members(self.sema.base_of(ty)).is_some_and(|members| !members.is_flags);
        if !has_ranges && !is_silent(self.kind(ty)) {
            let message = format!("`{}` has no order, so there are no ranges of it", self.type_name(ty));
            return self.mistake(Kind::NoOperator, node, message);
        }
        let arguments = self.list_of(&[value, low, high]);
        let at = self.at(node);
        let operation = IntrinsicOperation::InRange { inclusive };
        self.push(ExprKind::Intrinsic { operation, arguments }, self.sema.types.bool, at)
    }

    // ---- mistakes -------------------------------------------------------------------------------------------------

    fn silent_result(&mut self, operator: Operator, node: NodeId) -> ExprId {
        self.body.has_errors = true;
        let at = self.at(node);
        let ty = if is_comparison(operator) { self.sema.types.bool } else { self.sema.types.error };
        self.push(ExprKind::Error, ty, at)
    }

    /// What depends on a parameter may be a vector, whose comparisons give masks.
    fn dependent_result(&mut self, node: NodeId) -> ExprId {
        let at = self.at(node);
        self.push(ExprKind::Error, self.sema.types.dependent, at)
    }

    /// Reports that operands do not have an operator.
    fn no_operator(&mut self, written: BinaryOperator, operator: Operator, operands: Operands) -> ExprId {
        let (left, right) = (self.ty(operands.left), self.ty(operands.right));
        let (a, b) = (self.described(left), self.described(right));
        let sign = written.text();
        let span = self.span(operands.node);
        let message = match () {
            () if left == right => format!("{a} has no operator `{sign}`"),
            () => format!("there is no operator `{sign}` for {a} and {b}"),
        };
        let mut diagnostic = Diagnostic::new(Kind::NoOperator, span, message);
        if left != right {
            diagnostic = diagnostic.label(self.span(operands.left_node), a).label(self.span(operands.right_node), b);
        }
        for help in self.operator_help(written, operator, operands) {
            diagnostic = diagnostic.help(help);
        }
        for note in self.operator_notes(written, operands) {
            diagnostic = diagnostic.note(note);
        }
        self.report(diagnostic);
        let at = self.at(operands.node);
        let ty = if is_comparison(operator) { self.sema.types.bool } else { self.sema.types.error };
        self.push(ExprKind::Error, ty, at)
    }

    /// The name of an enum's member, or of a union's case, that is its default value.
    fn first_member(&self, ty: TypeId) -> Option<hubbub_base::Name> {
        let base = self.sema.base_of(ty);
        match self.kind(base) {
            TypeKind::Union(_) => Some(self.sema.fields(base)?.fields.first()?.name),
            _ => {
                let members = &self.sema.members(base)?.members;
                members.iter().find(|(_, value, _)| *value == 0).map(|(name, _, _)| *name)
            }
        }
    }

    fn operator_help(&self, written: BinaryOperator, operator: Operator, operands: Operands) -> Vec<String> {
        let (left, right) = (self.ty(operands.left), self.ty(operands.right));
        let (a, b) = (self.source(operands.left_node), self.source(operands.right_node));
        let sides = [operands.left_node, operands.right_node];
        let equality = matches!(operator, Operator::Equal | Operator::NotEqual);
        if let Some(element) = sides.into_iter().find_map(|side| self.element_behind_pointer(side)) {
            return vec![element];
        }
        match (self.kind(left), self.kind(right)) {
            (TypeKind::Enum(_) | TypeKind::Union(_), TypeKind::LiteralNull) if equality && self.is_error_type(left) => {
                let sign = written.text();
                let success =
                    self.first_member(left).map_or_else(String::new, |name| format!(": `{a} {sign} .{name}`"));
                return vec![format!(
                    "the default value of an `#error` type means success{success}; `or_return` gives a failure on"
                )];
            }
            (TypeKind::Type, _) if matches!(written, BinaryOperator::Subtract | BinaryOperator::Multiply) => {
                let (ty, sign) = (a.trim_matches(['(', ')']), written.text());
                let value = if written == BinaryOperator::Subtract { format!("{sign}{b}") } else { format!("{b}@") };
                return vec![format!("a conversion is a call: `{ty}({value})`")];
            }
            (TypeKind::Slice(_), TypeKind::Slice(_)) if equality => {
                let not = if operator == Operator::NotEqual { "!" } else { "" };
                return vec![format!("slices are compared by `{not}equal({a}, {b})`")];
            }
            (_, TypeKind::Array { .. } | TypeKind::Slice(_)) if written == BinaryOperator::In => {
                return vec![
                    "`in` asks ranges and flags: a loop finds an element, or a `Set{T}` of module `Set`".to_owned(),
                ];
            }
            (TypeKind::LiteralString, _) if written == BinaryOperator::Remainder => {
                return vec![format!(
                    "values stand behind the format: `print({a}, {b})`, with `{{}}` where they appear"
                )];
            }
            (TypeKind::String | TypeKind::LiteralString, _) if written == BinaryOperator::Multiply => {
                return vec![format!("module `Strings` repeats text: `Strings.repeat({a}, {b})`")];
            }
            (TypeKind::Int { .. } | TypeKind::Rune, TypeKind::LiteralString) if is_one_character(&b) => {
                return vec![format!("one character stands between single quotes: `'{}'`", b.trim_matches('"'))];
            }
            (TypeKind::LiteralString, TypeKind::Int { .. } | TypeKind::Rune) if is_one_character(&a) => {
                return vec![format!("one character stands between single quotes: `'{}'`", a.trim_matches('"'))];
            }
            (TypeKind::String | TypeKind::LiteralString, _) if written == BinaryOperator::Add => {
                return vec![format!("make text of it: `{a} + format(\"{{}}\", {b})`")];
            }
            (TypeKind::Pointer(_), TypeKind::Int { .. } | TypeKind::LiteralInt) => {
                return vec![format!("pointers have no arithmetic: write `&{a}[{b}]`")];
            }
            (TypeKind::Rune, _) | (_, TypeKind::Rune) if !is_comparison(operator) => {
                return vec![format!("compute with its number: `u32({a})`, then convert back with `Rune(…)`")];
            }
            _ => {}
        }
        let mut help = Vec::new();
        for (ty, other, text) in [(left, right, &a), (right, left, &b)] {
            if let Some(payload) = self.sema.held_by(ty)
                && (payload == other || is_literal(self.kind(other)))
            {
                help.push(format!("`{text}` may be `none`: unwrap it with `or_else`, `or_return` or `if x := {text}`"));
                return help;
            }
        }
        let (left, right) = (self.default_type(left).unwrap_or(left), self.default_type(right).unwrap_or(right));
        if left != right {
            let converts = |from, to| conversion::explicit(self.sema, from, to).is_some();
            // the fraction of a literal was written to be kept
            let is_fraction = *self.kind_of(operands.right) == TypeKind::LiteralFloat;
            if converts(right, left) && has_binary(self.sema, left, operator) && !is_fraction {
                let text = self.source_in_brackets(operands.right_node);
                help.push(format!("convert the right one: `{}({text})`", self.type_name(left)));
            }
            if converts(left, right) && has_binary(self.sema, right, operator) {
                let text = self.source_in_brackets(operands.left_node);
                let or = if help.is_empty() { "convert" } else { "or" };
                help.push(format!("{or} the left one: `{}({text})`", self.type_name(right)));
            }
        }
        help
    }
}

/// Whether a literal's text is one character between double quotes.
fn is_one_character(text: &str) -> bool {
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or("");
    inner.chars().count() == 1 || (inner.starts_with('\\') && inner.chars().count() == 2)
}
