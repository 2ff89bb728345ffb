//! The types that declarations declare.

use hubbub_diagnostics::Kind;
use hubbub_syntax::View;

use crate::data::types::{InstanceId, TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};
use crate::demand::Question;
use crate::session::Sema;
use crate::store::decls::DeclKind;

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
                View::Distinct { ty } => Some(self.resolve_type(&self.env(instance), ty)),
                _ => None,
            }
        });
        Some(base.copied().unwrap_or(self.types.error))
    }

    /// What a distinct type is made of, through any number of them.
    pub fn base_of(&self, ty: TypeId) -> TypeId {
        let mut base = ty;
        while let Some(next) = self.distinct_base(base) {
            base = next;
        }
        base
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
        self.layout(ty);
    }
}
