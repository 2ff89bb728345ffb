//! Literals: read from their tokens, and met with the type that is expected of them (chapter 3).
//!
//! A literal is a constant of a literal type ([`TypeKind::LiteralInt`] …) until it meets its type. Expressions that are made of
//! literals and are no constants themselves (`1 << n`, `ifx c => 1 else => 2 end`) have a literal type too, and
//! [`Checker::retype`] goes down into them. Nothing here recurses: such expressions can be long chains.

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::literal::Literal;
use hubbub_syntax::tree::view::{LiteralKind, PrefixOperator};
use hubbub_syntax::{NodeId, View};
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Checker;
use super::builtin::is_shift;
use crate::constants::exact;
use crate::data::typed::{Conversion, ExprId, ExprKind};
use crate::data::types::{TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};

/// Why a literal cannot have a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Misfit {
    /// The type cannot hold its value.
    Value,
    /// Literals of this kind never have such a type.
    Kind,
}

/// How a literal fits a type.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum LiteralFit {
    /// It does.
    Plain,
    /// An integer literal that becomes a float.
    AsFloat,
}

/// Whether a type is that of a literal which has not met its type yet.
pub(crate) fn is_literal(kind: &TypeKind) -> bool {
    matches!(
        kind,
        TypeKind::LiteralInt
            | TypeKind::LiteralFloat
            | TypeKind::LiteralRune
            | TypeKind::LiteralString
            | TypeKind::LiteralNull
    )
}

impl Checker<'_> {
    /// A number, string or rune.
    pub(crate) fn check_literal(&mut self, node: NodeId) -> ExprId {
        match self.literal_value(node) {
            Some(value) => {
                let at = self.at(node);
                self.constant(value, at)
            }
            None => match self.tree.literal(node) {
                Literal::Invalid => self.fail_silently(node),
                _ => self.too_large(node),
            },
        }
    }

    /// The value of a literal; `None` where it has none.
    pub(crate) fn literal_value(&self, node: NodeId) -> Option<TypedValue> {
        let types = &self.sema.types;
        let (ty, value) = match self.tree.literal(node) {
            Literal::Integer(value) => (types.literal_int, Value::Integer(BigInt::from(value))),
            Literal::BigInteger(value) => (types.literal_int, Value::Integer(BigInt::from(value))),
            Literal::Float { digits, base, exponent } => {
                (types.literal_float, Value::ExactFloat(exact::float(digits, base, exponent).ok()?))
            }
            Literal::Rune(rune) => (types.literal_rune, Value::Integer(BigInt::from(u32::from(rune)))),
            Literal::String(bytes) => (types.literal_string, Value::String(bytes.as_ref().into())),
            Literal::TooLarge | Literal::Invalid => return None,
        };
        Some(TypedValue { ty, value })
    }

    fn too_large(&mut self, node: NodeId) -> ExprId {
        self.mistake(Kind::LiteralDoesNotFit, node, "this number is larger than any type and any computation can hold")
    }

    /// The fast way for an integer literal that goes to an integer type: `None` when it is none, or does not fit.
    pub(crate) fn literal_to(&mut self, node: NodeId, view: &View<'_>, ty: TypeId) -> Option<ExprId> {
        let (literal, negative) = match view {
            View::Literal { kind: LiteralKind::Integer } => (node, false),
            View::Prefix { operator: PrefixOperator::Negate, value } => match self.view(*value) {
                View::Literal { kind: LiteralKind::Integer } => (*value, true),
                _ => return None,
            },
            _ => return None,
        };
        let TypeKind::Int { bits, signed } = *self.kind(ty) else { return None };
        let Literal::Integer(magnitude) = self.tree.literal(literal) else { return None };
        let magnitude = i64::try_from(magnitude).ok()?;
        let value = if negative { -magnitude } else { magnitude };
        let fits = match (bits, signed) {
            (64.., true) => true,
            (_, true) => value >= -(1 << (bits - 1)) && value < 1 << (bits - 1),
            (64.., false) => value >= 0,
            (_, false) => value >= 0 && value < 1 << bits,
        };
        let at = self.at(node);
        fits.then(|| self.small_integer(ty, value, at))
    }

    /// The type that a literal has when nothing is expected; `None` for `null` and for types that are no literal's.
    pub(crate) fn default_type(&self, ty: TypeId) -> Option<TypeId> {
        let types = &self.sema.types;
        match self.kind(ty) {
            TypeKind::LiteralInt => Some(types.int),
            TypeKind::LiteralFloat => Some(types.float),
            TypeKind::LiteralRune => Some(types.rune),
            TypeKind::LiteralString => Some(types.string),
            _ => None,
        }
    }

    /// Whether a literal-typed expression fits a type; nothing is changed.
    pub(crate) fn literal_fit(&self, expr: ExprId, ty: TypeId) -> Result<LiteralFit, Misfit> {
        let mut fit = LiteralFit::Plain;
        if let ExprKind::Constant(_) = self.expr(expr).kind {
            return self.leaf_fit(expr, ty);
        }
        let is_float = matches!(self.kind(self.scalar_of(ty)), TypeKind::Float { .. });
        let mut stack = vec![expr];
        while let Some(expr) = stack.pop() {
            // `1 << n` of a variable n: floats cannot be shifted
            if is_float && matches!(self.expr(expr).kind, ExprKind::Binary { operator, .. } if is_shift(operator)) {
                return Err(Misfit::Kind);
            }
            if !self.push_literal_parts(expr, &mut stack) {
                fit = fit.max(self.leaf_fit(expr, ty)?);
            }
        }
        Ok(fit)
    }

    /// How one literal constant fits.
    fn leaf_fit(&self, expr: ExprId, ty: TypeId) -> Result<LiteralFit, Misfit> {
        let kind = self.kind_of(expr);
        if !is_literal(kind) {
            return Ok(LiteralFit::Plain);
        }
        if matches!(kind, TypeKind::LiteralNull) {
            let kind = self.kind(self.sema.base_of(ty));
            let holds = matches!(kind, TypeKind::Pointer(_) | TypeKind::Procedure(_) | TypeKind::CString);
            return if holds { Ok(LiteralFit::Plain) } else { Err(Misfit::Kind) };
        }
        let Some(value) = self.constant_value(expr) else { return Err(Misfit::Kind) };
        let within = |holds| if holds { Ok(LiteralFit::Plain) } else { Err(Misfit::Value) };
        match (kind, &value.value, self.kind(self.scalar_of(ty))) {
            (TypeKind::LiteralInt | TypeKind::LiteralRune, Value::Integer(value), TypeKind::Int { bits, signed }) => {
                within(exact::fits_integer(value, *bits, *signed))
            }
            (TypeKind::LiteralRune, Value::Integer(value), TypeKind::Rune) => {
                within(value.to_u32().and_then(char::from_u32).is_some())
            }
            (TypeKind::LiteralInt, Value::Integer(value), TypeKind::Float { bits }) => {
                within(exact::fits_float(value, *bits)).map(|_| LiteralFit::AsFloat)
            }
            (TypeKind::LiteralFloat, Value::ExactFloat(value), TypeKind::Float { bits }) => {
                within(exact::nearest_float(value, *bits).is_some())
            }
            (TypeKind::LiteralFloat, Value::NegativeZero, TypeKind::Float { .. }) => Ok(LiteralFit::Plain),
            (TypeKind::LiteralString, _, TypeKind::String | TypeKind::CString) => Ok(LiteralFit::Plain),
            _ => Err(Misfit::Kind),
        }
    }

    /// What a literal of this type becomes: the base of a distinct type, a lane of a vector.
    fn scalar_of(&self, ty: TypeId) -> TypeId {
        let base = self.sema.base_of(ty);
        match self.kind(base) {
            TypeKind::Simd { element, .. } => *element,
            _ => base,
        }
    }

    /// Gives a literal-typed expression its type. `false`: it does not fit, and a mistake was reported at `node`.
    pub(crate) fn retype(&mut self, expr: ExprId, ty: TypeId, node: NodeId) -> bool {
        if let Err(misfit) = self.literal_fit(expr, ty) {
            self.report_misfit(expr, ty, misfit, node);
            return false;
        }
        if let ExprKind::Constant(_) = self.expr(expr).kind {
            self.retype_leaf(expr, ty);
            return true;
        }
        let mut stack = vec![expr];
        while let Some(expr) = stack.pop() {
            if self.push_literal_parts(expr, &mut stack) {
                self.body.exprs[expr].ty = ty;
            } else {
                self.retype_leaf(expr, ty);
            }
        }
        true
    }

    /// Puts the parts that share the literal type of `expr` on the stack; `false` if it has none.
    fn push_literal_parts(&self, expr: ExprId, stack: &mut Vec<ExprId>) -> bool {
        let entry = self.expr(expr);
        if !is_literal(self.kind(entry.ty)) {
            return false;
        }
        match entry.kind {
            ExprKind::Binary { operator, left, right } => {
                stack.push(left);
                if !is_shift(operator) {
                    stack.push(right);
                }
                true
            }
            ExprKind::Unary { value, .. } => {
                stack.push(value);
                true
            }
            ExprKind::If { scope, .. } | ExprKind::Block { scope, .. } | ExprKind::Match { scope, .. } => {
                // those of one scope stand together, mostly at the end
                let gives = self.literal_gives.iter().rev().skip_while(|(of, _)| *of != scope);
                stack.extend(gives.take_while(|(of, _)| *of == scope).map(|(_, value)| *value));
                true
            }
            _ => false,
        }
    }

    fn retype_leaf(&mut self, expr: ExprId, ty: TypeId) {
        let entry = self.expr(expr);
        if !is_literal(self.kind(entry.ty)) {
            return;
        }
        let scalar = self.scalar_of(ty);
        let value = match (self.constant_value(expr).map(|value| &value.value), self.kind(scalar)) {
            (Some(Value::Integer(value)), TypeKind::Float { bits }) => {
                exact::nearest_float(&value.clone().into(), *bits).map(|float| Value::Float(float.to_bits()))
            }
            (Some(Value::ExactFloat(value)), TypeKind::Float { bits }) => {
                exact::nearest_float(value, *bits).map(|float| Value::Float(float.to_bits()))
            }
            (Some(Value::NegativeZero), _) => Some(Value::Float((-0.0_f64).to_bits())),
            (Some(value), _) => Some(value.clone()),
            (None, _) => None,
        };
        let value = value.unwrap_or(Value::Zero);
        let is_vector = matches!(self.kind(self.sema.base_of(ty)), TypeKind::Simd { .. });
        let to_cstring = ty == self.sema.types.cstring && matches!(value, Value::String(_));
        let own = match () {
            () if is_vector => scalar,
            () if to_cstring => self.sema.types.string,
            () => ty,
        };
        let id = self.sema.values.intern(TypedValue { ty: own, value });
        let kind = ExprKind::Constant(id);
        self.body.exprs[expr].kind = kind;
        self.body.exprs[expr].ty = own;
        if is_vector || to_cstring {
            let inner = self.push(kind, own, entry.at);
            let conversion = if is_vector { Conversion::Splat } else { Conversion::StringToCString };
            self.body.exprs[expr].kind = ExprKind::Convert { kind: conversion, value: inner };
            self.body.exprs[expr].ty = ty;
        }
    }

    /// Reports that a literal cannot have a type.
    fn report_misfit(&mut self, expr: ExprId, ty: TypeId, misfit: Misfit, node: NodeId) {
        let found = self.kind_of(expr);
        if misfit == Misfit::Kind {
            self.mismatch(self.ty(expr), ty, node);
            return;
        }
        let shown = self.constant_value(expr).map(|value| shown(&value.value)).unwrap_or_default();
        let name = self.type_name(ty);
        let span = self.span(node);
        let what = if shown.is_empty() { "this literal".to_owned() } else { format!("`{shown}`") };
        let mut diagnostic = match self.kind(self.scalar_of(ty)) {
            TypeKind::Int { bits, signed } => {
                let (least, greatest) = exact::range(*bits, *signed);
                let range = format!("`{name}` holds {least} to {greatest}");
                Diagnostic::new(Kind::LiteralDoesNotFit, span, format!("{what} does not fit `{name}`")).note(range)
            }
            TypeKind::Float { .. } if matches!(found, TypeKind::LiteralInt) => {
                let message = format!("{what} cannot be represented exactly as `{name}`");
                Diagnostic::new(Kind::LiteralDoesNotFit, span, message)
                    .help("write it with a point, then it is rounded to the nearest value")
            }
            _ => Diagnostic::new(Kind::LiteralDoesNotFit, span, format!("{what} does not fit `{name}`")),
        };
        if let Some(wider) = self.wider_type(expr) {
            diagnostic = diagnostic.help(format!("`{wider}` holds it"));
        }
        self.report(diagnostic);
    }

    /// The first of the usual integer types that holds a literal.
    fn wider_type(&self, expr: ExprId) -> Option<String> {
        let types = &self.sema.types;
        let candidates = [types.int, types.uint, types.i128, types.u128];
        let fitting = candidates.into_iter().find(|ty| self.literal_fit(expr, *ty) == Ok(LiteralFit::Plain))?;
        Some(self.type_name(fitting))
    }
}

/// An exact value in a message; empty when it is too long to help.
pub(crate) fn shown(value: &Value) -> String {
    const BITS_SHOWN_MAX: u64 = 256;
    match value {
        Value::Integer(value) if value.bits() <= BITS_SHOWN_MAX => value.to_string(),
        Value::ExactFloat(value) => {
            exact::nearest_float(value, 64).map(|float| format!("{float:?}")).unwrap_or_default()
        }
        Value::NegativeZero => "-0.0".to_owned(),
        Value::Bool(value) => value.to_string(),
        _ => String::new(),
    }
}
