//! Folds checked expressions that need no calls: literals, operators, conversions, literals of structs and arrays, parts of constants.
//!
//! What it does not know it leaves to the interpreter, so every rule here must give what the interpreter would.

use std::sync::Arc;

use hubbub_base::Span;
use hubbub_diagnostics::{Diagnostic, Kind};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

use super::bytes::Image;
use super::exact::{self, Problem};
use crate::data::graph::{Graph, Piece};
use crate::data::typed::{Conversion, Expr, ExprId, ExprKind, Operator, TypedBody, UnaryOperator};
use crate::data::types::{TypeId, TypeKind};
use crate::data::value::{Static, Target, TypedValue, Value};
use crate::session::Sema;
use crate::store::decls::DeclKind;

/// Why there is no value.
pub(super) enum Unfolded {
    /// The interpreter must run it; `at` is the place that needs it.
    NeedsRun { at: u32 },
    /// It depends on generic parameters.
    Dependent,
    /// A mistake, which has been reported.
    Error,
}

type Folded = Result<TypedValue, Unfolded>;

impl Sema {
    /// The value of result `index` of a body that is one `return`.
    pub(super) fn fold_result(&self, body: &TypedBody, index: u16) -> Folded {
        let fold = Fold { sema: self, body };
        let Some(statement) = body.list(body.statements).next() else { return Err(Unfolded::Error) };
        let ExprKind::Return { values } = body.exprs[statement].kind else {
            return Err(Unfolded::NeedsRun { at: body.exprs[statement].at });
        };
        let Some(value) = body.list(values).nth(index as usize) else {
            return Err(Unfolded::NeedsRun { at: body.exprs[statement].at });
        };
        fold.expr(value)
    }
}

struct Fold<'b> {
    sema: &'b Sema,
    body: &'b TypedBody,
}

impl Fold<'_> {
    fn expr(&self, id: ExprId) -> Folded {
        let expr = self.body.exprs[id];
        let ty = expr.ty;
        match expr.kind {
            ExprKind::Error => Err(Unfolded::Error),
            ExprKind::Constant(value) => match self.sema.value(value) {
                Some(value) if matches!(value.value, Value::Parameter { .. } | Value::Dependent) => {
                    Err(Unfolded::Dependent)
                }
                Some(value) => Ok(TypedValue { ty, value: value.value.clone() }),
                None => Err(Unfolded::Error),
            },
            ExprKind::Default if self.sema.is_default_too_large(ty) => self.too_large(expr, ty),
            ExprKind::Default => Ok(match self.sema.default_value(ty).and_then(|value| self.sema.value(value)) {
                Some(value) => value.clone(),
                None => TypedValue { ty, value: Value::Zero },
            }),
            ExprKind::Procedure(instance) => Ok(TypedValue { ty, value: Value::Procedure(instance) }),
            ExprKind::Binary { operator, left, right } => self.binary(expr, operator, left, right),
            ExprKind::Equal { left, right, negated } => self.equal(expr, left, right, negated),
            ExprKind::Unary { operator, value } => self.unary(expr, operator, value),
            ExprKind::And { left, right } => self.short_circuit(left, right, false),
            ExprKind::Or { left, right } => self.short_circuit(left, right, true),
            ExprKind::Convert { kind, value } => self.convert(expr, kind, value),
            ExprKind::Struct { fields } => self.structure(expr, None, fields),
            ExprKind::Update { base, fields } => self.structure(expr, Some(base), fields),
            ExprKind::Array { elements } => self.array(expr, elements),
            ExprKind::SliceLiteral { elements } => self.slice(expr, elements),
            ExprKind::Union { case, payload } => self.union(expr, case, payload),
            ExprKind::Field { base, index } => self.field(expr, base, index),
            ExprKind::AddressOf(place) => self.address(expr, place),
            _ => needs_run(expr),
        }
    }

    fn binary(&self, expr: Expr, operator: Operator, left: ExprId, right: ExprId) -> Folded {
        let (left, right) = (self.expr(left)?, self.expr(right)?);
        let (left, right) = (self.number(left), self.number(right));
        let (Some(left), Some(right)) = (left, right) else { return needs_run(expr) };
        let kind = self.sema.kind(self.sema.base_of(expr.ty)).clone();
        let is_shift = matches!(operator, Operator::ShiftLeft | Operator::ShiftRight);
        if let (true, TypeKind::Int { bits, signed }, Value::Integer(value), Value::Integer(count)) =
            (is_shift, &kind, &left, &right)
        {
            return Ok(self.typed(expr.ty, Value::Integer(shifted(operator, value, count, *bits, *signed))));
        }
        if let (Value::Float(a), Value::Float(b)) = (&left, &right) {
            return self.floats(expr, operator, f64::from_bits(*a), f64::from_bits(*b));
        }
        match exact::binary(operator, &left, &right) {
            Ok(Value::Integer(value)) => Ok(self.typed(expr.ty, Value::Integer(self.wrapped(value, &kind)))),
            Ok(value) => Ok(self.typed(expr.ty, value)),
            Err(Problem::NoOperator) => needs_run(expr),
            Err(Problem::DivisionByZero) => self.fail(expr, Kind::EvaluationFailed, "division by zero"),
            Err(Problem::TooLarge) => {
                self.fail(expr, Kind::LiteralDoesNotFit, "a number with more bits than literals may have")
            }
        }
    }

    fn wrapped(&self, value: BigInt, kind: &TypeKind) -> BigInt {
        match *kind {
            TypeKind::Int { bits, signed } => exact::wrapped(&value, bits, signed),
            _ => value,
        }
    }

    fn floats(&self, expr: Expr, operator: Operator, a: f64, b: f64) -> Folded {
        let is = |value: bool| Ok(self.typed(expr.ty, Value::Bool(value)));
        let number = match operator {
            Operator::Add => a + b,
            Operator::Subtract => a - b,
            Operator::Multiply => a * b,
            Operator::Divide => a / b,
            Operator::Equal => return is(a == b),
            Operator::NotEqual => return is(a != b),
            Operator::Less => return is(a < b),
            Operator::LessEqual => return is(a <= b),
            Operator::Greater => return is(a > b),
            Operator::GreaterEqual => return is(a >= b),
            _ => return needs_run(expr),
        };
        match self.sema.kind(self.sema.base_of(expr.ty)) {
            TypeKind::Float { bits: 64 } => Ok(self.typed(expr.ty, Value::Float(number.to_bits()))),
            TypeKind::Float { bits: 32 } => {
                let rounded = f64::from(number as f32);
                Ok(self.typed(expr.ty, Value::Float(rounded.to_bits())))
            }
            _ => needs_run(expr),
        }
    }

    fn equal(&self, expr: Expr, left: ExprId, right: ExprId, negated: bool) -> Folded {
        let (left, right) = (self.expr(left)?, self.expr(right)?);
        let known = match (&left.value, &right.value) {
            (Value::Type(a), Value::Type(b)) => Some(a == b),
            (Value::String(a), Value::String(b)) => Some(a == b),
            (Value::Bool(a), Value::Bool(b)) => Some(a == b),
            (Value::Integer(a), Value::Integer(b)) => Some(a == b),
            (Value::Null, Value::Null) => Some(true),
            _ => None,
        };
        match known {
            Some(equal) => Ok(self.typed(expr.ty, Value::Bool(equal != negated))),
            None => needs_run(expr),
        }
    }

    fn unary(&self, expr: Expr, operator: UnaryOperator, value: ExprId) -> Folded {
        let Some(value) = self.number(self.expr(value)?) else { return needs_run(expr) };
        if let (Value::Float(bits), UnaryOperator::Negate) = (&value, operator) {
            return Ok(self.typed(expr.ty, Value::Float((-f64::from_bits(*bits)).to_bits())));
        }
        match exact::unary(operator, &value) {
            Ok(Value::Integer(value)) => {
                let kind = self.sema.kind(self.sema.base_of(expr.ty)).clone();
                Ok(self.typed(expr.ty, Value::Integer(self.wrapped(value, &kind))))
            }
            Ok(value) => Ok(self.typed(expr.ty, value)),
            Err(_) => needs_run(expr),
        }
    }

    fn short_circuit(&self, left: ExprId, right: ExprId, decisive: bool) -> Folded {
        let first = self.expr(left)?;
        match self.number(first.clone()) {
            Some(Value::Bool(value)) if value == decisive => Ok(first),
            Some(Value::Bool(_)) => self.expr(right),
            _ => needs_run(self.body.exprs[left]),
        }
    }

    fn convert(&self, expr: Expr, kind: Conversion, value: ExprId) -> Folded {
        let from = self.expr(value)?;
        let from_ty = from.ty;
        let Some(value) = self.number(from) else { return needs_run(expr) };
        let target = self.sema.kind(self.sema.base_of(expr.ty)).clone();
        let converted = match (kind, value, target) {
            (Conversion::Same, value, _) => value,
            (Conversion::Int, Value::Integer(value), TypeKind::Int { bits, signed }) => {
                Value::Integer(exact::wrapped(&value, bits, signed))
            }
            (Conversion::Int, Value::Bool(value), TypeKind::Int { .. }) => {
                Value::Integer(BigInt::from(u8::from(value)))
            }
            (Conversion::IntToFloat, Value::Integer(value), TypeKind::Float { bits }) => {
                match exact::nearest_float(&BigRational::from(value), bits) {
                    Some(nearest) => Value::Float(nearest.to_bits()),
                    None => return needs_run(expr),
                }
            }
            (Conversion::Float, Value::Float(bits), TypeKind::Float { bits: 64 }) => Value::Float(bits),
            (Conversion::Float, Value::Float(bits), TypeKind::Float { bits: 32 }) => {
                Value::Float(f64::from(f64::from_bits(bits) as f32).to_bits())
            }
            (Conversion::FloatToInt, Value::Float(value), TypeKind::Int { bits, signed }) => {
                Value::Integer(saturated(f64::from_bits(value), bits, signed))
            }
            (Conversion::IntToEnum, Value::Integer(value), TypeKind::Enum(_)) if self.is_member(expr.ty, &value) => {
                Value::Integer(value)
            }
            (Conversion::IntToRune, Value::Integer(value), TypeKind::Rune)
                if value.to_u32().is_some_and(|value| char::from_u32(value).is_some()) =>
            {
                Value::Integer(value)
            }
            (Conversion::StringToCString, value @ Value::String(_), _) => value,
            _ => return needs_run(expr),
        };
        let _ = from_ty;
        Ok(self.typed(expr.ty, converted))
    }

    fn is_member(&self, ty: TypeId, value: &BigInt) -> bool {
        let value = value.to_i128();
        self.sema.members(ty).is_some_and(|members| members.members.iter().any(|(_, number, _)| Some(*number) == value))
    }

    fn structure(&self, expr: Expr, base: Option<ExprId>, fields: hubbub_base::table::Run) -> Folded {
        let Some(layout) = self.sema.layout(expr.ty) else { return needs_run(expr) };
        let Some(infos) = self.sema.fields(expr.ty) else { return needs_run(expr) };
        let base = base.map(|base| self.expr(base)).transpose()?;
        let mut values: Vec<Option<TypedValue>> = vec![None; infos.fields.len()];
        for (index, value) in self.body.pairs(fields) {
            let value = self.expr(value)?;
            if let Some(slot) = values.get_mut(index as usize) {
                *slot = Some(value);
            }
        }
        let mut image = Image::new(self.sema);
        for (index, (info, value)) in infos.fields.iter().zip(values).enumerate() {
            let offset = layout.offsets.get(index).copied().unwrap_or(0);
            let value = match (value, &base) {
                (Some(value), _) => Some(value),
                (None, Some(base)) => match self.part(base, offset, info.ty) {
                    Some(value) => Some(value),
                    None => return needs_run(expr),
                },
                (None, None) if !info.has_default && self.sema.is_default_too_large(info.ty) => {
                    return self.too_large(expr, info.ty);
                }
                (None, None) => {
                    let default = self.sema.field_default(expr.ty, index as u32);
                    let default = default.or_else(|| self.sema.default_value(info.ty));
                    default.and_then(|value| self.sema.value(value)).cloned()
                }
            };
            if let Some(value) = value
                && image.put(offset, &TypedValue { ty: info.ty, value: value.value }).is_none()
            {
                return needs_run(expr);
            }
        }
        Ok(self.typed(expr.ty, image.finish()))
    }

    fn part(&self, whole: &TypedValue, offset: u64, ty: TypeId) -> Option<TypedValue> {
        match &whole.value {
            Value::Zero => Some(TypedValue { ty, value: Value::Zero }),
            Value::Static(data) => self.sema.part_of(data, offset, ty),
            _ => None,
        }
    }

    fn elements(&self, expr: Expr, element: TypeId, elements: hubbub_base::table::Run) -> Result<Value, Unfolded> {
        let Some(size) = self.sema.layout(element).map(|layout| layout.size) else { return Err(run(expr)) };
        let mut image = Image::new(self.sema);
        for (index, value) in self.body.list(elements).enumerate() {
            let value = self.expr(value)?;
            image.put(index as u64 * size, &TypedValue { ty: element, value: value.value }).ok_or(run(expr))?;
        }
        Ok(image.finish())
    }

    fn array(&self, expr: Expr, elements: hubbub_base::table::Run) -> Folded {
        let element = match *self.sema.kind(self.sema.base_of(expr.ty)) {
            TypeKind::Array { element, .. } | TypeKind::Simd { element, .. } => element,
            _ => return needs_run(expr),
        };
        Ok(self.typed(expr.ty, self.elements(expr, element, elements)?))
    }

    fn slice(&self, expr: Expr, elements: hubbub_base::table::Run) -> Folded {
        let TypeKind::Slice(element) = *self.sema.kind(expr.ty) else { return needs_run(expr) };
        let data = match self.elements(expr, element, elements)? {
            Value::Static(data) => data,
            _ => Arc::default(),
        };
        let Some(layout) = self.sema.layout(element) else { return needs_run(expr) };
        let count = u64::from(elements.length);
        let mut image = Image::new(self.sema);
        let (size, align) = (layout.size * count, layout.align);
        // What a variable leads to can be changed at run time.
        let is_variable = self.sema.decl_of(self.body.owner).kind == DeclKind::Variable;
        let target = if is_variable {
            let piece = Piece { data: Static::clone(&data), size, align, is_constant: false };
            Target::Piece { graph: Arc::new(Graph::new(self.sema, self.body.owner, expr.at, vec![piece])), index: 0 }
        } else {
            Target::Data { data, size, align }
        };
        if count > 0 {
            image.put_address(0, target, 0);
            image.put_number(8, count, 8);
        }
        Ok(self.typed(expr.ty, image.finish()))
    }

    fn union(&self, expr: Expr, case: u32, payload: Option<ExprId>) -> Folded {
        let payload = payload.map(|payload| self.expr(payload)).transpose()?;
        let (Some(layout), Some(fields)) = (self.sema.layout(expr.ty), self.sema.fields(expr.ty)) else {
            return needs_run(expr);
        };
        let mut image = Image::new(self.sema);
        if let (Some(payload), Some(field)) = (payload, fields.fields.get(case as usize)) {
            image.put(0, &TypedValue { ty: field.ty, value: payload.value }).ok_or(run(expr))?;
        }
        if let Some(offset) = layout.tag_offset {
            image.put_number(offset, u64::from(case), usize::from(layout.tag_bits / 8));
        }
        Ok(self.typed(expr.ty, image.finish()))
    }

    fn field(&self, expr: Expr, base: ExprId, index: u32) -> Folded {
        let base_ty = self.body.exprs[base].ty;
        let base = self.expr(base)?;
        if let (Value::String(bytes), 1) = (&base.value, index) {
            return Ok(self.typed(expr.ty, Value::Integer(BigInt::from(bytes.len()))));
        }
        let offset = self.sema.layout(self.sema.base_of(base_ty)).and_then(|layout| layout.offsets.get(index as usize));
        let part = offset.and_then(|offset| self.part(&base, *offset, expr.ty));
        part.ok_or(run(expr))
    }

    fn address(&self, expr: Expr, place: ExprId) -> Folded {
        let ExprKind::Variable(variable) = self.body.exprs[place].kind else { return needs_run(expr) };
        let mut image = Image::new(self.sema);
        image.put_address(0, Target::Variable(variable), 0);
        Ok(self.typed(expr.ty, image.finish()))
    }

    /// The value, with `Zero` written out for what is a number or a Bool.
    fn number(&self, value: TypedValue) -> Option<Value> {
        match value.value {
            Value::Zero => match self.sema.kind(self.sema.base_of(value.ty)) {
                TypeKind::Int { .. } | TypeKind::Enum(_) | TypeKind::Rune => Some(Value::Integer(BigInt::ZERO)),
                TypeKind::Float { .. } => Some(Value::Float(0)),
                TypeKind::Bool => Some(Value::Bool(false)),
                _ => Some(Value::Zero),
            },
            value => Some(value),
        }
    }

    fn typed(&self, ty: TypeId, value: Value) -> TypedValue {
        TypedValue { ty, value }
    }

    fn too_large(&self, expr: Expr, ty: TypeId) -> Folded {
        self.sema.report(self.sema.default_too_large(ty, Span::new(self.body.file, expr.at, expr.at)));
        Err(Unfolded::Error)
    }

    fn fail(&self, expr: Expr, kind: Kind, message: &str) -> Folded {
        let span = Span::new(self.body.file, expr.at, expr.at);
        self.sema.report(Diagnostic::new(kind, span, message));
        Err(Unfolded::Error)
    }
}

fn needs_run(expr: Expr) -> Folded {
    Err(run(expr))
}

fn run(expr: Expr) -> Unfolded {
    Unfolded::NeedsRun { at: expr.at }
}

/// A typed shift: the count is read as unsigned, by the width or more gives 0 or the sign.
fn shifted(operator: Operator, value: &BigInt, count: &BigInt, bits: u16, signed: bool) -> BigInt {
    let count = if count.is_negative() { None } else { count.to_u16().filter(|count| *count < bits) };
    match (operator, count) {
        (Operator::ShiftLeft, Some(count)) => exact::wrapped(&(value << count), bits, signed),
        (_, Some(count)) => value >> count,
        (Operator::ShiftRight, None) if value.is_negative() => BigInt::from(-1),
        (_, None) => BigInt::ZERO,
    }
}

/// Toward zero; what is out of range becomes the nearest value, NaN becomes 0.
fn saturated(value: f64, bits: u16, signed: bool) -> BigInt {
    let (low, high) = exact::range(bits, signed);
    match exact::exact_of_float(value.trunc()) {
        Some(exact) => exact.to_integer().clamp(low, high),
        None if value.is_nan() => BigInt::ZERO,
        None if value < 0.0 => low,
        None => high,
    }
}
