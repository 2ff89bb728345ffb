//! Operators that programs declare: which there are, with how many operands, and for which types (chapter 7).

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::{BinaryOperator, OperatorName};

use crate::check::builtin::{has_binary, has_unary, is_shift};
use crate::check::conversion::{Implicit, implicit};
use crate::check::index::is_indexed_by_language;
use crate::check::operator::operand_types;
use crate::check::plain_operator;
use crate::data::typed::{Operator, UnaryOperator};
use crate::data::types::{DeclId, Signature, TypeId, TypeKind};
use crate::equality::Equality;
use crate::mangle::operator_text;
use crate::resolve::counted;
use crate::session::Sema;

impl Sema {
    pub(super) fn check_operator(&self, decl: DeclId, operator: OperatorName, signature: &Signature) {
        let (least, most) = operand_counts(operator);
        let operands: Vec<TypeId> = operand_types(operator, &signature.parameters).collect();
        let count = operands.len();
        let text = operator_text(operator);
        if count < least || count > most {
            let expected = match (least, most) {
                (least, usize::MAX) => format!("at least {}", counted(least, "parameter")),
                (least, most) if least == most => counted(least, "parameter"),
                (least, most) => format!("{least} or {}", counted(most, "parameter")),
            };
            let message = format!("operator `{text}` with {}, expected {expected}", counted(count, "parameter"));
            return self.report(Diagnostic::new(Kind::NoOperator, self.decl_span(decl), message));
        }
        if let Some(reason) = why_not(operator) {
            let message = format!("operator `{text}` cannot be given, {reason}");
            return self.report(Diagnostic::new(Kind::NoOperator, self.decl_span(decl), message));
        }
        if self.language_has(decl, operator, &operands) {
            let types: Vec<String> = operands.iter().map(|ty| format!("`{}`", self.type_name(*ty))).collect();
            let message = format!("the language itself gives `{text}` a meaning for {}", types.join(" and "));
            return self.report(Diagnostic::new(Kind::NoOperator, self.decl_span(decl), message));
        }
        if let Some(expected) = self.wrong_operator_result(operator, &signature.results) {
            let message = format!("operator `{text}` gives {expected}");
            self.report(Diagnostic::new(Kind::TypeMismatch, self.decl_span(decl), message));
        }
    }

    /// What an operator gives, if it is declared to give something else: what follows from it relies on that.
    fn wrong_operator_result(&self, operator: OperatorName, results: &[TypeId]) -> Option<&'static str> {
        let one = match results {
            [one] => Some(*one),
            _ => None,
        };
        let is_known = one.is_none_or(|ty| !self.facts(ty).is_dependent && !self.facts(ty).has_error);
        let (fits, expected) = match operator {
            OperatorName::Binary(BinaryOperator::Equal | BinaryOperator::Less | BinaryOperator::In) => {
                (one == Some(self.types.bool), "a `Bool`")
            }
            OperatorName::IndexPlace => {
                (one.is_some_and(|ty| matches!(self.kind(ty), TypeKind::Pointer(_))), "a pointer to the place")
            }
            OperatorName::IndexAssign => (true, "nothing"),
            _ => (one.is_some(), "one value"),
        };
        (is_known && !fits).then_some(expected)
    }

    /// Whether an operator on these types is one of the language's own, implicit conversions included: then a program's would never
    /// be asked.
    fn language_has(&self, decl: DeclId, operator: OperatorName, operands: &[TypeId]) -> bool {
        let is_open = |ty: &TypeId| self.facts(*ty).is_dependent || self.facts(*ty).has_error;
        match (operator, operands) {
            (OperatorName::Index | OperatorName::IndexPlace, [base, index])
            | (OperatorName::IndexAssign, [base, index, _]) => {
                let is_integer = matches!(self.kind(self.base_of(*index)), TypeKind::Int { .. });
                is_integer && is_indexed_by_language(self.kind(self.base_of(*base)))
            }
            (OperatorName::Index | OperatorName::IndexAssign | OperatorName::IndexPlace, _) => false,
            (_, operands) if operands.iter().any(is_open) => false,
            (OperatorName::Complement, [one]) => has_unary(self, *one, UnaryOperator::Complement),
            (OperatorName::Binary(BinaryOperator::Subtract), [one]) => has_unary(self, *one, UnaryOperator::Negate),
            (OperatorName::Binary(BinaryOperator::In), [left, right]) => {
                left == right && has_binary(self, *left, Operator::BitOr) && self.members(*left).is_some()
            }
            (OperatorName::Binary(binary), [left, right]) => match plain_operator(binary) {
                Some(Operator::Equal) if left == right => self.has_equality_of_others(decl, *left),
                Some(plain) => self.language_has_binary(plain, *left, *right),
                None => false,
            },
            _ => false,
        }
    }

    /// Whether values of a type are compared without an `==` of this declaration's: a struct, union or distinct type may have its own
    /// in its home module, others may be given one where they have none.
    fn has_equality_of_others(&self, decl: DeclId, ty: TypeId) -> bool {
        let may_own = matches!(self.kind(ty), TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Distinct(_));
        let is_at_home = self.home_module(ty) == self.decl(decl).module;
        !(may_own && is_at_home) && self.equality(ty) != Equality::None
    }

    fn language_has_binary(&self, operator: Operator, left: TypeId, right: TypeId) -> bool {
        if is_shift(operator) {
            let counts = matches!(self.kind(self.base_of(right)), TypeKind::Int { .. });
            return counts && has_binary(self, left, operator);
        }
        let joins = |from: TypeId, to: TypeId| {
            let way = implicit(self, from, to).filter(|way| *way != Implicit::ToClosure);
            way.is_some() && has_binary(self, to, operator)
        };
        let splats = |scalar: TypeId, vector: TypeId| match self.kind(self.base_of(vector)) {
            TypeKind::Simd { element, .. } => *element == scalar && has_binary(self, vector, operator),
            _ => false,
        };
        joins(left, right) || joins(right, left) || splats(left, right) || splats(right, left)
    }
}

fn operand_counts(operator: OperatorName) -> (usize, usize) {
    match operator {
        OperatorName::Binary(BinaryOperator::Subtract) => (1, 2),
        OperatorName::Binary(_) => (2, 2),
        OperatorName::Complement => (1, 1),
        OperatorName::Index | OperatorName::IndexPlace => (2, usize::MAX),
        OperatorName::IndexAssign => (3, usize::MAX),
    }
}

/// Why an operator cannot be declared, if it cannot.
fn why_not(operator: OperatorName) -> Option<&'static str> {
    match operator {
        OperatorName::Binary(BinaryOperator::NotEqual) => Some("it follows from `==`"),
        OperatorName::Binary(BinaryOperator::Greater | BinaryOperator::LessEqual | BinaryOperator::GreaterEqual) => {
            Some("it follows from `<`")
        }
        OperatorName::Binary(BinaryOperator::And | BinaryOperator::Or) => {
            Some("it evaluates its right side only where that decides")
        }
        _ => None,
    }
}
