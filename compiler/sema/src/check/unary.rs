//! `-x`, `!x`, `~x`, `&x`.

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::NodeId;
use hubbub_syntax::tree::view::{BinaryOperator, OperatorName, PrefixOperator};

use super::builtin::has_unary;
use super::conversion::is_silent;
use super::literal::is_literal;
use super::{Checker, Expectation};
use crate::constants::exact;
use crate::data::typed::{ExprId, ExprKind, UnaryOperator};
use crate::data::types::TypeKind;
use crate::data::value::TypedValue;

impl Checker<'_> {
    /// An operator in front of its operand.
    pub(crate) fn check_prefix(
        &mut self,
        node: NodeId,
        operator: PrefixOperator,
        value: NodeId,
        expectation: Expectation,
    ) -> ExprId {
        match operator {
            PrefixOperator::AddressOf => self.check_address_of(node, value),
            PrefixOperator::Negate => self.check_unary(node, UnaryOperator::Negate, value, expectation),
            PrefixOperator::Complement => self.check_unary(node, UnaryOperator::Complement, value, expectation),
            PrefixOperator::Not => self.check_unary(node, UnaryOperator::Not, value, Expectation::None),
            PrefixOperator::Pointer => {
                let target = self.type_target(node);
                self.target_value(node, target, expectation)
            }
        }
    }

    fn check_address_of(&mut self, node: NodeId, value: NodeId) -> ExprId {
        let place = self.check_expr(value, Expectation::None);
        if is_literal(self.kind_of(place)) {
            let text = self.source(value);
            let message = format!("`{text}` is a value, not a place, and has no address");
            return self.mistake(Kind::NotAPlace, value, message);
        }
        let pointer = self.address_of(place, value);
        self.body.exprs[pointer].at = self.at(node);
        pointer
    }

    fn check_unary(
        &mut self,
        node: NodeId,
        operator: UnaryOperator,
        value_node: NodeId,
        expectation: Expectation,
    ) -> ExprId {
        let value = self.check_expr(value_node, expectation.weakened());
        let at = self.at(node);
        let ty = self.ty(value);
        if let (true, Some(constant)) = (is_literal(self.kind(ty)), self.constant_value(value))
            && let Ok(result) = exact::unary(operator, &constant.value)
        {
            return self.constant(TypedValue { ty, value: result }, at);
        }
        if has_unary(self.sema, ty, operator) {
            return self.push(ExprKind::Unary { operator, value }, ty, at);
        }
        match self.kind(ty) {
            TypeKind::Error => return self.fail_silently(node),
            kind if is_silent(kind) => return self.push(ExprKind::Error, self.sema.types.dependent, at),
            _ => {}
        }
        let name = match operator {
            UnaryOperator::Negate => Some(OperatorName::Binary(BinaryOperator::Subtract)),
            UnaryOperator::Complement => Some(OperatorName::Complement),
            UnaryOperator::Not => None,
        };
        let value = self.settle(value, value_node);
        if let Some(call) = name.and_then(|name| self.user_operator(node, name, &[(value, value_node)])) {
            return call;
        }
        self.no_unary(node, operator, value)
    }

    fn no_unary(&mut self, node: NodeId, operator: UnaryOperator, value: ExprId) -> ExprId {
        let (sign, wanted) = match operator {
            UnaryOperator::Negate => ("-", "a number"),
            UnaryOperator::Complement => ("~", "an integer"),
            UnaryOperator::Not => ("!", "a `Bool`"),
        };
        let found = self.described(self.ty(value));
        let message = format!("`{sign}` takes {wanted}, found {found}");
        let diagnostic = Diagnostic::new(Kind::NoOperator, self.span(node), message);
        let text = self.source(node).trim_start_matches('!').to_owned();
        let help = match (operator, self.kind(self.sema.base_of(self.ty(value)))) {
            (UnaryOperator::Not, TypeKind::Int { .. }) => {
                Some(format!("write `{text} == 0`, or `~{text}` for its bits turned over"))
            }
            (UnaryOperator::Not, TypeKind::Pointer(_) | TypeKind::Procedure(_)) => {
                Some(format!("write `{text} == null`"))
            }
            (UnaryOperator::Not, TypeKind::Maybe(_)) => Some(format!("write `{text} == none`")),
            (UnaryOperator::Not, TypeKind::String | TypeKind::Slice(_)) => Some(format!("write `{text}.length == 0`")),
            _ => None,
        };
        self.report(match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        });
        self.error(node)
    }
}
