//! Operators and conversions.

use super::body::BodyVerifier;
use super::{integer_shape, is_address, is_float, is_integer, lane, lanes};
use crate::data::body::{BinaryOp, CastKind, Operand, Rvalue, UnaryOp};
use crate::data::ty::{Ty, TyData};

impl BodyVerifier<'_, '_> {
    /// The type of an rvalue; `None` after an error.
    pub fn rvalue(&mut self, rvalue: Rvalue) -> Option<Ty> {
        match rvalue {
            Rvalue::Use(operand) => self.operand(operand),
            Rvalue::Binary(op, a, b) => self.binary(op, a, b),
            Rvalue::Unary(op, a) => {
                let ty = self.operand(a)?;
                let is_fit = match op {
                    UnaryOp::Neg => is_integer(lane(ty)) || is_float(lane(ty)),
                    UnaryOp::Not => lane(ty) == Ty::bool(),
                    UnaryOp::Complement => is_integer(lane(ty)),
                };
                self.verifier.require(is_fit, || format!("{op:?} of `{}`", crate::print::ty(ty)));
                Some(ty)
            }
            Rvalue::Cast(kind, a, to) => {
                let from = self.operand(a)?;
                self.verifier.require(is_cast(kind, from, to), || {
                    format!("a cast {kind:?} from `{}` to `{}`", crate::print::ty(from), crate::print::ty(to))
                });
                self.verifier.value_type(to);
                Some(to)
            }
            Rvalue::AddressOf(place, ty) => {
                self.place(place)?;
                let is_pointer = matches!(ty.data(), TyData::Pointer { .. });
                self.verifier.require(is_pointer, || "an address that is no pointer".to_owned());
                Some(ty)
            }
        }
    }

    fn binary(&mut self, op: BinaryOp, a: Operand, b: Operand) -> Option<Ty> {
        let (a, b) = (self.operand(a), self.operand(b));
        let (a, b) = (a?, b?);
        let element = lane(a);
        let is_fit = match op {
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div | BinaryOp::Rem | BinaryOp::Mod => {
                is_integer(element) || is_float(element)
            }
            BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => is_integer(element) || element == Ty::bool(),
            BinaryOp::Shl | BinaryOp::Shr => is_integer(element),
            _ => is_integer(element) || is_float(element) || element == Ty::bool() || is_address(element),
        };
        self.verifier.require(is_fit, || format!("{op:?} of `{}`", crate::print::ty(a)));
        if matches!(op, BinaryOp::Shl | BinaryOp::Shr) {
            let is_count = is_integer(lane(b)) && lanes(a) == lanes(b);
            self.verifier.require(is_count, || format!("a shift by `{}`", crate::print::ty(b)));
        } else {
            self.verifier.same(b, a, "the second operand");
        }
        Some(if is_comparison(op) { with_lanes(Ty::bool(), a) } else { a })
    }
}

/// Whether the operator gives `Bool`.
fn is_comparison(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge)
}

/// A type with as many lanes as another one has, if it has any.
pub fn with_lanes(element: Ty, like: Ty) -> Ty {
    match lanes(like) {
        Some(lanes) => Ty::new(TyData::Vector { element, lanes }),
        None => element,
    }
}

fn is_cast(kind: CastKind, from: Ty, to: Ty) -> bool {
    match kind {
        CastKind::Bits => return from.size() == to.size(),
        CastKind::Splat => return matches!(to.data(), TyData::Vector { element, .. } if *element == from),
        _ if lanes(from) != lanes(to) => return false,
        _ => {}
    }
    let (from, to) = (lane(from), lane(to));
    let is_word = |ty: Ty| matches!(ty.data(), TyData::Int { bits: 64, .. });
    match kind {
        CastKind::Int => integer_shape(from).is_some() && is_integer(to),
        CastKind::IntToFloat => is_integer(from) && is_float(to),
        CastKind::FloatToInt => is_float(from) && is_integer(to),
        CastKind::Float => is_float(from) && is_float(to),
        CastKind::PointerToInt => is_address(from) && is_word(to),
        CastKind::IntToPointer => is_word(from) && is_address(to),
        CastKind::Bits | CastKind::Splat => false,
    }
}
