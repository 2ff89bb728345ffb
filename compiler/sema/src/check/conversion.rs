//! What converts to what: the table of implicit conversions and that of explicit ones (chapter 4).
//!
//! Pure questions about types; how an expression is converted, literals included, is [`super::coerce`]'s business.

use crate::data::typed::Conversion;
use crate::data::types::{ProcedureType, TypeId, TypeKind};
use crate::session::Sema;
use hubbub_syntax::tree::view::Abi;

/// An implicit conversion.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Implicit {
    /// Nothing is to be done (equal types; a value that never comes; what an error or a generic parameter stands in).
    Nothing,
    /// One of the conversions of typed bodies.
    Convert(Conversion),
    /// `T` to `Maybe{T}`.
    Wrap,
    /// A procedure to a closure type.
    ToClosure,
}

/// Whether a type fits everything: it stands where a mistake was, or depends on a generic parameter.
pub fn is_silent(kind: &TypeKind) -> bool {
    matches!(kind, TypeKind::Error | TypeKind::Dependent | TypeKind::Parameter { .. } | TypeKind::Counted { .. })
}

/// The implicit conversion from one type to another, if there is one.
pub fn implicit(sema: &Sema, from: TypeId, to: TypeId) -> Option<Implicit> {
    if from == to {
        return Some(Implicit::Nothing);
    }
    let (source, target) = (sema.types.get(from), sema.types.get(to));
    match (source, target) {
        (TypeKind::Never, _) => Some(Implicit::Nothing),
        (source, target) if is_silent(source) || is_silent(target) => Some(Implicit::Nothing),
        (TypeKind::Int { bits: a, signed: of_a }, TypeKind::Int { bits: b, signed: of_b }) => {
            let widens = a < b && (of_a == of_b || *of_b);
            widens.then_some(Implicit::Convert(Conversion::Int))
        }
        (TypeKind::Float { bits: 32 }, TypeKind::Float { bits: 64 }) => Some(Implicit::Convert(Conversion::Float)),
        (TypeKind::Array { element: a, .. }, TypeKind::Slice(b)) if same(sema, *a, *b) => {
            Some(Implicit::Convert(Conversion::ArrayToSlice))
        }
        (TypeKind::Pointer(_), TypeKind::Pointer(b)) if *b == sema.types.void => {
            Some(Implicit::Convert(Conversion::Same))
        }
        (TypeKind::Pointer(a), TypeKind::CString) if *a == sema.types.u8 => Some(Implicit::Convert(Conversion::Same)),
        (_, TypeKind::Any) if is_value(source) => Some(Implicit::Convert(Conversion::ToAny)),
        (_, TypeKind::Maybe(payload)) if same(sema, from, *payload) => Some(Implicit::Wrap),
        (TypeKind::Procedure(a), TypeKind::Procedure(b)) if becomes_closure(a, b) => Some(Implicit::ToClosure),
        _ if same(sema, from, to) => Some(Implicit::Nothing),
        _ => None,
    }
}

/// Whether two types are equal as far as one can tell while generic parameters are unknown: `Pointer{T}` may be `Pointer{Int}`.
pub fn same(sema: &Sema, a: TypeId, b: TypeId) -> bool {
    if a == b {
        return true;
    }
    let depends = |ty| {
        let facts = sema.facts(ty);
        facts.is_dependent || facts.has_error
    };
    if !depends(a) && !depends(b) {
        return false;
    }
    match (sema.kind(a), sema.kind(b)) {
        (a, b) if is_silent(a) || is_silent(b) => true,
        (TypeKind::Pointer(a), TypeKind::Pointer(b))
        | (TypeKind::Slice(a), TypeKind::Slice(b))
        | (TypeKind::Maybe(a), TypeKind::Maybe(b)) => same(sema, *a, *b),
        (TypeKind::Array { element: a, length: x }, TypeKind::Array { element: b, length: y }) => {
            x == y && same(sema, *a, *b)
        }
        (TypeKind::Struct(a), TypeKind::Struct(b)) | (TypeKind::Union(a), TypeKind::Union(b)) => {
            sema.instance(*a).decl == sema.instance(*b).decl
        }
        (TypeKind::Procedure(a), TypeKind::Procedure(b)) => {
            a.abi == b.abi && same_lists(sema, &a.parameters, &b.parameters) && same_lists(sema, &a.results, &b.results)
        }
        _ => false,
    }
}

fn same_lists(sema: &Sema, a: &[TypeId], b: &[TypeId]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(sema, *a, *b))
}

/// What can be put into an `Any`.
fn is_value(kind: &TypeKind) -> bool {
    match kind {
        TypeKind::Void | TypeKind::Results(_) | TypeKind::Module(_) | TypeKind::OverloadSet => false,
        // an Any could outlive the frame
        TypeKind::Procedure(procedure) => procedure.abi != Abi::Closure,
        _ => true,
    }
}

/// Whether a procedure type becomes the closure type `to` by having its convention changed.
fn becomes_closure(from: &ProcedureType, to: &ProcedureType) -> bool {
    from.abi == Abi::Hubbub && to.abi == Abi::Closure && from.parameters == to.parameters && from.results == to.results
}

/// Whether `T(x)` converts, distinct types seen through.
pub fn is_written(sema: &Sema, from: TypeId, to: TypeId) -> bool {
    let (base, target) = (sema.base_of(from), sema.base_of(to));
    explicit(sema, from, to).is_some()
        || explicit(sema, base, target).is_some()
        || (base, target) != (from, to) && implicit(sema, base, target).is_some()
}

/// The conversion that `T(x)` means, if there is one; the implicit ones have been tried before.
pub fn explicit(sema: &Sema, from: TypeId, to: TypeId) -> Option<Conversion> {
    if sema.distinct_base(to) == Some(from) || sema.distinct_base(from) == Some(to) {
        return Some(Conversion::Same);
    }
    let (source, target) = (sema.kind(from), sema.kind(to));
    match (source, target) {
        (TypeKind::Int { .. } | TypeKind::Bool | TypeKind::Rune | TypeKind::Enum(_), TypeKind::Int { .. }) => {
            Some(Conversion::Int)
        }
        (TypeKind::Int { .. }, TypeKind::Float { .. }) => Some(Conversion::IntToFloat),
        (TypeKind::Float { .. }, TypeKind::Int { .. }) => Some(Conversion::FloatToInt),
        (TypeKind::Float { .. }, TypeKind::Float { .. }) => Some(Conversion::Float),
        (TypeKind::Int { .. }, TypeKind::Rune) => Some(Conversion::IntToRune),
        (TypeKind::Int { .. }, TypeKind::Enum(_)) => {
            let is_flags = sema.members(to).is_some_and(|members| members.is_flags);
            Some(if is_flags { Conversion::Int } else { Conversion::IntToEnum })
        }
        (TypeKind::Pointer(_) | TypeKind::CString | TypeKind::Procedure(_), _) if to == sema.types.uint => {
            Some(Conversion::PointerToInt)
        }
        (_, TypeKind::Pointer(_) | TypeKind::CString) if from == sema.types.uint => Some(Conversion::IntToPointer),
        (TypeKind::Pointer(_), TypeKind::Pointer(_)) => Some(Conversion::Same),
        (TypeKind::CString, TypeKind::Pointer(pointee)) if *pointee == sema.types.u8 => Some(Conversion::Same),
        (_, TypeKind::Simd { element, .. }) if from == *element => Some(Conversion::Splat),
        (TypeKind::Simd { element: a, lanes: n }, TypeKind::Simd { element: b, lanes: m }) if n == m => {
            match explicit(sema, *a, *b)? {
                kind @ (Conversion::Int | Conversion::IntToFloat | Conversion::FloatToInt | Conversion::Float) => {
                    Some(kind)
                }
                _ => None,
            }
        }
        (TypeKind::Any, target) if !matches!(target, TypeKind::Void | TypeKind::Never) => Some(Conversion::FromAny),
        _ => None,
    }
}
