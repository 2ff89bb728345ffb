//! How an `Any` is printed: type information leads to a procedure that shows values of its type, for programs that print an `Any` at all.

use std::sync::atomic::Ordering;

use hubbub_base::Name;
use hubbub_syntax::tree::view::Abi;

use crate::data::types::{Argument, InstanceId, TypeId, TypeKind};
use crate::session::Sema;

/// The Prelude's procedure that shows what an `Any` holds, for each type.
const HELD: &str = "format_held";
/// How deep types are followed into their parts. What goes deeper contains itself, behind slices.
const DEPTH_MAX: u32 = 32;

impl Sema {
    /// Whether the program prints an `Any` anywhere, as far as it has been checked.
    pub fn prints_any(&self) -> bool {
        self.prints_any.load(Ordering::Relaxed)
    }

    /// Whether the program asks for the parts of types at run time, as far as it has been checked.
    pub fn reads_types(&self) -> bool {
        self.reads_types.load(Ordering::Relaxed)
    }

    /// The procedure that shows values of a type for `format` of an `Any`, if they can be shown.
    pub fn any_format(&self, ty: TypeId) -> Option<InstanceId> {
        let facts = self.facts(ty);
        if facts.is_dependent || facts.has_error || !self.is_shown(ty, 0) {
            return None;
        }
        let decl = self.own_declarations(self.prelude(), Name::new(HELD)).next()?;
        Some(self.instantiate(decl, &[Argument::Type(ty)]))
    }

    /// Whether there is a `format` for a type and all that it shows of its parts.
    fn is_shown(&self, ty: TypeId, depth: u32) -> bool {
        if depth > DEPTH_MAX {
            return true;
        }
        match *self.kind(ty) {
            TypeKind::Int { .. }
            | TypeKind::Float { .. }
            | TypeKind::Bool
            | TypeKind::Rune
            | TypeKind::String
            | TypeKind::CString
            | TypeKind::Pointer(_)
            | TypeKind::Enum(_)
            | TypeKind::Type
            | TypeKind::Any => true,
            TypeKind::Procedure(ref procedure) => procedure.abi != Abi::Closure,
            TypeKind::Array { element, .. }
            | TypeKind::Slice(element)
            | TypeKind::Simd { element, .. }
            | TypeKind::Soa { element, .. } => self.is_shown(element, depth + 1),
            TypeKind::Maybe(inner) => self.is_part_shown(inner, depth),
            TypeKind::Distinct(_) => {
                self.has_own_format(ty) || self.distinct_base(ty).is_some_and(|base| self.is_shown(base, depth + 1))
            }
            TypeKind::Struct(_) | TypeKind::Union(_) => self.has_own_format(ty) || self.are_parts_shown(ty, depth),
            _ => false,
        }
    }

    fn are_parts_shown(&self, ty: TypeId, depth: u32) -> bool {
        let (Some(fields), Some(_)) = (self.fields(ty), self.layout(ty)) else { return false };
        !fields.attributes.is_raw && fields.fields.iter().all(|field| self.is_part_shown(field.ty, depth))
    }

    fn is_part_shown(&self, ty: TypeId, depth: u32) -> bool {
        ty == self.types.void || self.is_shown(ty, depth + 1)
    }

    /// Whether a type's home module has a `format` for it.
    fn has_own_format(&self, ty: TypeId) -> bool {
        let pointer = self.pointer_to(ty);
        self.public_procedures(self.home_module(ty), Name::new("format")).any(|decl| {
            let Some(signature) = self.signature(self.identity_instance(decl)) else { return false };
            let [_, shown, _] = signature.parameters.as_ref() else { return false };
            match self.kind(shown.ty) {
                TypeKind::Pointer(inner) if matches!(self.kind(*inner), TypeKind::Parameter { .. }) => false,
                _ if self.facts(shown.ty).is_dependent => {
                    let mut inferred = vec![None; self.decl(decl).generic_count as usize];
                    self.infer_type(shown.ty, pointer, &mut inferred)
                }
                _ => shown.ty == pointer,
            }
        })
    }
}
