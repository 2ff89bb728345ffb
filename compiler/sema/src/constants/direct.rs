//! The short way for constants that are literals: no body is built for them.

use std::sync::Arc;

use hubbub_syntax::literal::Literal;
use hubbub_syntax::tree::view::PrefixOperator;
use hubbub_syntax::{NodeId, View};
use num_bigint::{BigInt, Sign};

use super::exact;
use crate::data::types::{Argument, TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};
use crate::names::lookup::Lookup;
use crate::session::{Env, Sema};

impl Sema {
    /// The value of a literal that fits what is expected, or of a generic value parameter; `None` for everything else, mistakes included.
    pub(super) fn direct(&self, env: &Env<'_>, node: NodeId, expected: Option<TypeId>) -> Option<TypedValue> {
        let value = match self.view(env.module, node) {
            View::Literal { .. } => self.direct_literal(env, node)?,
            View::Bool { value } => TypedValue { ty: self.types.bool, value: Value::Bool(value) },
            View::Prefix { operator: PrefixOperator::Negate, value } => {
                let value = match self.view(env.module, value) {
                    View::Literal { .. } => self.direct_literal(env, value)?,
                    _ => return None,
                };
                let negated = exact::unary(crate::data::typed::UnaryOperator::Negate, &value.value).ok()?;
                TypedValue { ty: value.ty, value: negated }
            }
            View::Name { name } => match self.lookup(env, name, self.tree(env.module).start(node)) {
                Lookup::Generic(Argument::Value(value)) => self.value(value)?.clone(),
                _ => return None,
            },
            _ => return None,
        };
        match expected {
            None => Some(value),
            Some(expected) => self.direct_fit(value, expected),
        }
    }

    fn direct_literal(&self, env: &Env<'_>, node: NodeId) -> Option<TypedValue> {
        let integer = |value: BigInt| TypedValue { ty: self.types.literal_int, value: Value::Integer(value) };
        Some(match self.tree(env.module).literal(node) {
            Literal::Integer(value) => integer(value.into()),
            Literal::BigInteger(value) => integer(BigInt::from_biguint(Sign::Plus, value)),
            Literal::Float { digits, base, exponent } => {
                let value = Value::ExactFloat(exact::float(digits, base, exponent).ok()?);
                TypedValue { ty: self.types.literal_float, value }
            }
            Literal::Rune(rune) => {
                TypedValue { ty: self.types.literal_rune, value: Value::Integer(u32::from(rune).into()) }
            }
            Literal::String(bytes) => {
                TypedValue { ty: self.types.literal_string, value: Value::String(Arc::from(&*bytes)) }
            }
            Literal::TooLarge | Literal::Invalid => return None,
        })
    }

    /// A value as one of the expected type, where that takes no conversion and no error message.
    fn direct_fit(&self, value: TypedValue, expected: TypeId) -> Option<TypedValue> {
        if value.ty == expected || matches!(value.value, Value::Parameter { .. } | Value::Dependent) {
            return Some(value);
        }
        let fits = match (self.kind(value.ty), self.kind(expected), &value.value) {
            (TypeKind::LiteralInt | TypeKind::LiteralRune, TypeKind::Int { bits, signed }, Value::Integer(integer)) => {
                exact::fits_integer(integer, *bits, *signed)
            }
            (TypeKind::LiteralRune, TypeKind::Rune, _) | (TypeKind::LiteralString, TypeKind::String, _) => true,
            (TypeKind::LiteralInt, TypeKind::Float { bits }, Value::Integer(integer)) => {
                if !exact::fits_float(integer, *bits) {
                    return None;
                }
                let nearest = exact::nearest_float(&integer.clone().into(), *bits)?;
                return Some(TypedValue { ty: expected, value: Value::Float(nearest.to_bits()) });
            }
            (TypeKind::LiteralFloat, TypeKind::Float { bits }, Value::ExactFloat(exact)) => {
                let nearest = exact::nearest_float(exact, *bits)?;
                return Some(TypedValue { ty: expected, value: Value::Float(nearest.to_bits()) });
            }
            (TypeKind::LiteralFloat, TypeKind::Float { .. }, Value::NegativeZero) => {
                return Some(TypedValue { ty: expected, value: Value::Float((-0.0_f64).to_bits()) });
            }
            _ => false,
        };
        fits.then_some(TypedValue { ty: expected, value: value.value })
    }
}
