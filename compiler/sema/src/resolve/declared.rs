//! The types that declarations declare.

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::View;

use crate::data::types::{FieldInfo, InstanceId, TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};
use crate::demand::Question;
use crate::session::Sema;
use crate::store::decls::DeclKind;

/// How deep names that `using` brings in are looked for: generic structs could go on for ever.
const PROMOTED_DEPTH_MAX: usize = 16;

impl Sema {
    /// The type that a type declaration (struct, enum, union, distinct, alias) with its arguments declares.
    pub fn declared_type(&self, instance: InstanceId) -> TypeId {
        match self.decl_of(instance).kind {
            DeclKind::Struct => self.intern(TypeKind::Struct(instance)),
            DeclKind::Enum => self.intern(TypeKind::Enum(instance)),
            DeclKind::Union => self.intern(TypeKind::Union(instance)),
            DeclKind::Distinct => self.intern(TypeKind::Distinct(instance)),
            DeclKind::TypeAlias => self.alias_type(instance),
            _ => self.types.error,
        }
    }

    fn alias_type(&self, instance: InstanceId) -> TypeId {
        let cell = &self.instance_entry(instance).ty;
        let ty = self.demand(Question::Type(instance), cell, || {
            Some(self.resolve_type(&self.env(instance), self.decl_of(instance).value))
        });
        ty.copied().unwrap_or(self.types.error)
    }

    /// What a distinct type was declared to be; `None` for other types.
    pub fn distinct_base(&self, ty: TypeId) -> Option<TypeId> {
        let TypeKind::Distinct(instance) = *self.kind(ty) else { return None };
        let cell = &self.instance_entry(instance).ty;
        let base = self.demand(Question::Type(instance), cell, || {
            let decl = self.decl_of(instance);
            match self.view(decl.module, decl.value) {
                View::Distinct { ty } => {
                    let base = self.resolve_type(&self.env(instance), ty);
                    // Asked at once, a circle of them is found.
                    Some(if self.holds_error(base) { self.types.error } else { base })
                }
                _ => None,
            }
        });
        Some(base.copied().unwrap_or(self.types.error))
    }

    /// Whether values of a type hold values of a distinct type that is an error. What is behind pointers, slices and procedures they do
    /// not hold: a distinct type may lead to itself through these.
    fn holds_error(&self, ty: TypeId) -> bool {
        match self.kind(ty) {
            TypeKind::Distinct(_) => self.distinct_base(ty) == Some(self.types.error),
            TypeKind::Maybe(element)
            | TypeKind::Array { element, .. }
            | TypeKind::Simd { element, .. }
            | TypeKind::Soa { element, .. } => self.holds_error(*element),
            _ => false,
        }
    }

    /// A type, or the error type for a distinct one whose declaration has been reported: of its values nothing is said.
    pub(crate) fn unless_wrong(&self, ty: TypeId) -> TypeId {
        if self.distinct_base(ty) == Some(self.types.error) { self.types.error } else { ty }
    }

    /// What a distinct type is made of, through any number of them.
    #[inline]
    pub fn base_of(&self, ty: TypeId) -> TypeId {
        if matches!(self.kind(ty), TypeKind::Distinct(_)) { self.base_of_distinct(ty) } else { ty }
    }

    fn base_of_distinct(&self, ty: TypeId) -> TypeId {
        let mut base = ty;
        while let Some(next) = self.distinct_base(base) {
            base = next;
        }
        base
    }

    /// What a `Maybe`, or a distinct type that is made of one, holds.
    pub fn held_by(&self, ty: TypeId) -> Option<TypeId> {
        match self.kind(self.base_of(ty)) {
            TypeKind::Maybe(payload) => Some(*payload),
            _ => None,
        }
    }

    /// Whether the default value of a type means success, and any other an error: `#error` holds for the distinct types made of it, too.
    pub fn is_error_type(&self, ty: TypeId) -> bool {
        let is_marked = self.type_attributes(ty).is_error;
        is_marked || self.distinct_base(ty).is_some_and(|base| self.is_error_type(base))
    }

    /// The type that a constant names, if its value is a type. Reports nothing when it is none.
    pub(crate) fn constant_as_type(&self, instance: InstanceId) -> Option<TypeId> {
        let decl = self.decl_of(instance);
        let is_plain = !matches!(
            self.view(decl.module, decl.value),
            View::Literal { .. } | View::Binary { .. } | View::Bool { .. } | View::Variable { .. }
        );
        if !is_plain {
            return None;
        }
        match self.constant(instance) {
            Some(TypedValue { value: Value::Type(ty), .. }) => Some(*ty),
            Some(TypedValue { value: Value::Dependent, .. }) => Some(self.types.dependent),
            Some(_) => None,
            None => Some(self.types.error),
        }
    }

    /// Reports what a type's declaration alone shows to be wrong; run once for each declaration that is not generic.
    pub(crate) fn check_declared_type(&self, instance: InstanceId) {
        let ty = self.declared_type(instance);
        match self.kind(ty) {
            TypeKind::Struct(_) | TypeKind::Union(_) => self.check_fields(ty),
            TypeKind::Enum(_) => {
                self.members(ty);
            }
            TypeKind::Distinct(own) if *own == instance => {
                let base = self.base_of(ty);
                if matches!(self.kind(base), TypeKind::Void | TypeKind::Never | TypeKind::Type) {
                    let message = format!("a distinct `{}`, expected a type with values", self.type_name(base));
                    let decl = self.decl_of(instance);
                    self.report(self.error_at(decl.module, decl.value, Kind::TypeMismatch, message));
                }
            }
            _ => {}
        }
    }

    fn check_fields(&self, ty: TypeId) {
        let Some(fields) = self.fields(ty) else { return };
        for (index, field) in fields.fields.iter().enumerate() {
            if field.has_default {
                self.field_default(ty, index as u32);
            }
        }
        self.check_promoted(ty, &fields.fields);
        self.layout(ty);
    }

    /// Reports names that `using` brings into a struct which has them already: nobody could tell which field is meant.
    fn check_promoted(&self, ty: TypeId, fields: &[FieldInfo]) {
        if fields.iter().all(|field| !field.is_using) {
            return;
        }
        let mut known: Vec<(Name, Option<Name>)> = fields.iter().map(|field| (field.name, None)).collect();
        for field in fields.iter().filter(|field| field.is_using) {
            let mut promoted = Vec::new();
            self.add_promoted(field.ty, &mut vec![ty], &mut promoted);
            let twice = promoted.iter().find_map(|name| known.iter().find(|(other, _)| other == name));
            if let Some((name, from)) = twice {
                let first = match from {
                    Some(from) => format!("so does `using {from}`"),
                    None => format!("`{}` has a field of that name", self.type_name(ty)),
                };
                let message = format!("`using {}` brings in `{name}`, and {first}", field.name);
                let TypeKind::Struct(instance) = self.kind(ty) else { return };
                let span = self.name_span(self.decl_of(*instance).module, field.name, field.at);
                let help = format!("rename one of them, or leave `using` out and write `{}.{name}`", field.name);
                self.report(Diagnostic::new(Kind::DuplicateDeclaration, span, message).help(help));
            }
            known.extend(promoted.into_iter().map(|name| (name, Some(field.name))));
        }
    }

    /// The names of a type's fields, those that `using` promotes in it included. What stands in `around` is not gone through again.
    fn add_promoted(&self, ty: TypeId, around: &mut Vec<TypeId>, names: &mut Vec<Name>) {
        let target = match self.kind(ty) {
            TypeKind::Pointer(pointee) => *pointee,
            _ => ty,
        };
        let is_struct = matches!(self.kind(self.base_of(target)), TypeKind::Struct(_));
        if !is_struct || around.contains(&target) || around.len() > PROMOTED_DEPTH_MAX {
            return;
        }
        let Some(fields) = self.fields(self.base_of(target)) else { return };
        around.push(target);
        for field in &fields.fields {
            names.push(field.name);
            if field.is_using {
                self.add_promoted(field.ty, around, names);
            }
        }
        around.pop();
    }
}
