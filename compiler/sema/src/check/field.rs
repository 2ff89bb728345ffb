//! `x.name`: fields, promoted fields, payloads, members of types and modules, fields of the context.

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};

use super::conversion::is_silent;
use super::target::Target;
use super::{Checker, Expectation};
use crate::data::typed::{Conversion, ExprId, ExprKind};
use crate::data::types::{DeclId, FieldInfo, TypeId, TypeKind};
use crate::names::lookup::Lookup;
use crate::record::Wish;

/// How deep `using` fields are searched: through pointers they could go round for ever.
const USING_DEPTH_MAX: u32 = 16;

impl<'s> Checker<'s> {
    /// What `base.name` means.
    pub(crate) fn dot_target(&mut self, node: NodeId, base: NodeId, name_node: NodeId) -> Target {
        if let Some(field) = self.qualified_context_field(node, base, name_node) {
            return field;
        }
        let name = self.name_of(name_node);
        if let Some(known) = self.type_info_field(node, base, name) {
            return Target::Value(known);
        }
        let target = self.target(base, Expectation::None);
        self.member_target(node, target, base, name_node)
    }

    /// What `.name` behind something means.
    pub(crate) fn member_target(
        &mut self,
        node: NodeId,
        base_target: Target,
        base: NodeId,
        name_node: NodeId,
    ) -> Target {
        let name = self.name_of(name_node);
        match base_target {
            Target::Error => {
                self.body.has_errors = true;
                Target::Error
            }
            Target::Module(module) => {
                self.note_of_module(name_node, module, name);
                match self.sema.lookup_in_module(module, name, self.module) {
                    Lookup::NotFound => self.unknown_in_module(name_node, module, name),
                    found => self.lookup_target(name_node, name, found),
                }
            }
            Target::Type(ty) => self.type_member(node, name_node, ty, name),
            target => {
                let value = self.target_value(base, target, Expectation::None);
                self.field_target(node, value, base, name_node)
            }
        }
    }

    /// `value.name`, a field.
    fn field_target(&mut self, node: NodeId, value: ExprId, base: NodeId, name_node: NodeId) -> Target {
        let value = self.settle(value, base);
        let name = self.name_of(name_node);
        self.note_member(name_node, self.ty(value), Wish::OfValue);
        match self.field_of(value, name, node) {
            Some(field) => self.expr_target(field),
            None => {
                let ty = self.ty(value);
                if is_silent(self.kind(ty)) {
                    self.body.has_errors = true;
                } else {
                    self.unknown_member(name_node, self.behind_pointer(ty), name);
                }
                Target::Error
            }
        }
    }

    /// `T.name`: a member of an enum, a case of a union.
    fn type_member(&mut self, node: NodeId, name_node: NodeId, ty: TypeId, name: Name) -> Target {
        self.note_member(name_node, ty, Wish::OfType);
        match self.find_member(ty, name, self.at(node)) {
            Some(target) => target,
            None if is_silent(self.kind(ty)) => {
                let at = self.at(node);
                Target::Value(self.push(ExprKind::Error, self.sema.types.dependent, at))
            }
            None => {
                self.unknown_member(name_node, ty, name);
                Target::Error
            }
        }
    }

    /// The member or case of a type that has this name.
    pub(crate) fn find_member(&mut self, ty: TypeId, name: Name, at: u32) -> Option<Target> {
        let base = self.sema.base_of(ty);
        match self.kind(base) {
            TypeKind::Enum(_) => {
                let members = self.sema.members(base)?;
                let value = members.value(name)?;
                Some(Target::Value(self.enum_member(ty, value, at)))
            }
            TypeKind::Union(_) | TypeKind::Maybe(_) => {
                let fields = self.sema.fields(base)?;
                let case = fields.position(name)? as u32;
                Some(Target::Case { union: ty, case })
            }
            _ => None,
        }
    }

    fn enum_member(&mut self, ty: TypeId, value: i128, at: u32) -> ExprId {
        if let Ok(small) = i64::try_from(value) {
            return self.small_integer(ty, small, at);
        }
        let value = self.sema.values.integer(ty, value);
        self.push(ExprKind::Constant(value), ty, at)
    }

    /// What a pointer points to; other types are themselves.
    fn behind_pointer(&self, ty: TypeId) -> TypeId {
        match self.kind(ty) {
            TypeKind::Pointer(pointee) => *pointee,
            _ => ty,
        }
    }

    /// The field of a value, through one pointer if it is one; `None` if there is none of the name.
    pub(crate) fn field_of(&mut self, value: ExprId, name: Name, node: NodeId) -> Option<ExprId> {
        let at = self.at(node);
        let ty = self.sema.base_of(self.ty(value));
        match self.kind(ty) {
            TypeKind::Pointer(pointee) => {
                let target = self.push(ExprKind::Dereference(value), *pointee, at);
                self.direct_field(target, name, at)
            }
            _ => self.direct_field(value, name, at),
        }
    }

    fn direct_field(&mut self, value: ExprId, name: Name, at: u32) -> Option<ExprId> {
        let sema = self.sema;
        if let Some(known) = self.descriptor_field(value, name, at) {
            return Some(known);
        }
        let ty = sema.base_of(self.ty(value));
        match self.kind(ty) {
            TypeKind::Struct(_) if ty == sema.context_type() => self.context_field(value, ty, name, at),
            TypeKind::Struct(_) => self.struct_field(value, ty, name, at, 0),
            TypeKind::Union(_) | TypeKind::Maybe(_) => self.payload(value, ty, name, at),
            TypeKind::String => self.view_field(value, name, sema.types.u8, at),
            TypeKind::Slice(element) => self.view_field(value, name, *element, at),
            TypeKind::Soa { length, .. } => self.column(value, ty, name, *length, at),
            TypeKind::Array { element, length } => self.array_field(value, name, *element, *length, at),
            kind if is_silent(kind) => Some(self.push(ExprKind::Error, sema.types.dependent, at)),
            _ => None,
        }
    }

    /// A field of a struct, its own or one that `using` promotes: nearest first.
    fn struct_field(&mut self, value: ExprId, ty: TypeId, name: Name, at: u32, depth: u32) -> Option<ExprId> {
        let sema = self.sema;
        let all = sema.fields(ty)?;
        let fields: &'s [FieldInfo] = &all.fields;
        if let Some(index) = all.position(name) {
            let ty = fields.get(index)?.ty;
            return Some(self.push(ExprKind::Field { base: value, index: index as u32 }, ty, at));
        }
        if depth >= USING_DEPTH_MAX || !all.has_using {
            return None;
        }
        for (index, field) in fields.iter().enumerate().filter(|(_, field)| field.is_using) {
            let inner = self.behind_pointer(field.ty);
            if !self.promotes(inner, name, depth + 1) {
                continue;
            }
            let mut base = self.push(ExprKind::Field { base: value, index: index as u32 }, field.ty, at);
            if inner != field.ty {
                base = self.push(ExprKind::Dereference(base), inner, at);
            }
            return self.struct_field(base, inner, name, at, depth + 1);
        }
        None
    }

    /// The index of the `using` field of a struct that promotes a field of this name, where that lies in the struct itself.
    pub(crate) fn promoted_by(&self, ty: TypeId, name: Name) -> Option<usize> {
        let is_part = |field: &FieldInfo| {
            let is_struct = matches!(self.kind(field.ty), TypeKind::Struct(_));
            field.is_using && is_struct && self.promotes(field.ty, name, 1)
        };
        self.sema.fields(ty).filter(|fields| fields.has_using)?.fields.iter().position(is_part)
    }

    /// Whether a struct has a field of this name, its own or promoted.
    fn promotes(&self, ty: TypeId, name: Name, depth: u32) -> bool {
        let Some(fields) = self.sema.fields(ty) else { return false };
        let inner = |field: &FieldInfo| self.promotes(self.behind_pointer(field.ty), name, depth + 1);
        fields.position(name).is_some()
            || depth < USING_DEPTH_MAX
                && fields.has_using
                && fields.fields.iter().any(|field| field.is_using && inner(field))
    }

    /// `u.case` of a union: the payload, or the field of a raw one.
    fn payload(&mut self, value: ExprId, ty: TypeId, name: Name, at: u32) -> Option<ExprId> {
        let sema = self.sema;
        let fields = sema.fields(ty)?;
        let case = fields.position(name)?;
        let payload = fields.fields.get(case)?.ty;
        if payload == sema.types.void {
            return None;
        }
        let index = case as u32;
        let kind = match fields.attributes.is_raw {
            true => ExprKind::Field { base: value, index },
            false => ExprKind::Payload { base: value, case: index },
        };
        Some(self.push(kind, payload, at))
    }

    /// A column of an array that is laid out field by field, or its `length` (unless that is a column).
    fn column(&mut self, value: ExprId, ty: TypeId, name: Name, length: u64, at: u32) -> Option<ExprId> {
        let fields = &self.sema.fields(ty)?.fields;
        match fields.iter().position(|field| field.name == name) {
            Some(index) => {
                let ty = fields.get(index)?.ty;
                Some(self.push(ExprKind::Field { base: value, index: index as u32 }, ty, at))
            }
            None if name.as_str() == "length" => Some(self.small_integer(self.sema.types.int, length as i64, at)),
            None => None,
        }
    }

    /// `data` and `length` of a string or slice.
    fn view_field(&mut self, value: ExprId, name: Name, element: TypeId, at: u32) -> Option<ExprId> {
        let (index, ty) = match name.as_str() {
            "data" => (0, self.sema.pointer_to(element)),
            "length" => (1, self.sema.types.int),
            _ => return None,
        };
        Some(self.push(ExprKind::Field { base: value, index }, ty, at))
    }

    /// `data` and `length` of an array: the length is a constant wherever nothing has to be evaluated for it.
    fn array_field(&mut self, value: ExprId, name: Name, element: TypeId, length: u64, at: u32) -> Option<ExprId> {
        let int = self.sema.types.int;
        match name.as_str() {
            "length" if self.is_pure(value) => Some(self.small_integer(int, length as i64, at)),
            "data" | "length" => {
                self.mark_address_taken(value);
                let slice = self.sema.slice_of(element);
                let kind = ExprKind::Convert { kind: Conversion::ArrayToSlice, value };
                let slice = self.push(kind, slice, at);
                self.view_field(slice, name, element, at)
            }
            _ => None,
        }
    }

    /// Whether nothing happens when an expression is evaluated.
    pub(crate) fn is_pure(&self, expr: ExprId) -> bool {
        let mut expr = expr;
        loop {
            expr = match self.expr(expr).kind {
                ExprKind::Local(_) | ExprKind::Variable(_) | ExprKind::Constant(_) | ExprKind::Context => return true,
                ExprKind::Field { base, .. } => base,
                ExprKind::Dereference(base) => base,
                _ => return false,
            }
        }
    }

    // ---- the context ----------------------------------------------------------------------------------------------

    /// `context.trace_id`.
    fn context_field(&mut self, value: ExprId, ty: TypeId, name: Name, at: u32) -> Option<ExprId> {
        let index = self.context_index(name, at)?;
        let field = self.sema.fields(ty)?.fields.get(index as usize)?.ty;
        Some(self.push(ExprKind::Field { base: value, index }, field, at))
    }

    /// The index of the context's field that a name means: one of the Prelude's, else one that a module has added, found by scope; else
    /// the only one of the name that may be seen from here.
    pub(crate) fn context_index(&self, name: Name, at: u32) -> Option<u32> {
        let sema = self.sema;
        let fields = &sema.fields(sema.context_type())?.fields;
        let own = fields.len().saturating_sub(sema.context_fields.len());
        if let Some(index) = fields.iter().take(own).position(|field| field.name == name) {
            return Some(index as u32);
        }
        let found = sema.lookup(&self.outer, name, at);
        if let Lookup::Decl(decl) = found
            && let Some(index) = sema.context_field_index(decl)
        {
            return Some(index);
        }
        let is_seen = |id: &DeclId| {
            let decl = sema.decl(*id);
            decl.name == name && (!decl.is_private || sema.whole(decl.module) == sema.whole(self.module))
        };
        let mut seen = sema.context_fields.iter().filter(|id| is_seen(id));
        match (seen.next(), seen.next()) {
            // that there are two has been reported
            (Some(only), _) if found == Lookup::Clash => sema.context_field_index(*only),
            (Some(only), None) => sema.context_field_index(*only),
            _ => None,
        }
    }

    /// `context.M.trace_id`, or that of any context.
    fn qualified_context_field(&mut self, node: NodeId, base: NodeId, name_node: NodeId) -> Option<Target> {
        let View::Dot { base: root, name: module } = self.view(base) else { return None };
        let index = self.module_field_index(module, self.name_of(name_node))?;
        let context_type = self.sema.context_type();
        match self.target(root, Expectation::None) {
            Target::Value(context) if self.ty(context) == context_type => {
                let field = self.sema.fields(context_type)?.fields.get(index as usize)?.ty;
                let at = self.at(node);
                Some(Target::Value(self.push(ExprKind::Field { base: context, index }, field, at)))
            }
            // something else that happens to be called as the module is
            target => {
                let target = self.member_target(base, target, root, module);
                Some(self.member_target(node, target, base, name_node))
            }
        }
    }

    /// The index of the context's field that a module has added under this name.
    pub(crate) fn module_field_index(&self, module: NodeId, name: Name) -> Option<u32> {
        let found = self.sema.lookup(&self.outer, self.name_of(module), self.at(module));
        let Lookup::Module(module) = found else { return None };
        let Lookup::Decl(decl) = self.sema.lookup_in_module(module, name, self.module) else { return None };
        self.sema.context_field_index(decl)
    }

    /// `context`.
    pub(crate) fn check_context(&mut self, node: NodeId) -> ExprId {
        if self.flow.lacks_context {
            self.no_context(node);
        }
        let at = self.at(node);
        let ty = self.sema.context_type();
        self.push(ExprKind::Context, ty, at)
    }

    // ---- `p@` -----------------------------------------------------------------------------------------------------

    /// `base@`.
    pub(crate) fn check_dereference(&mut self, node: NodeId, base: NodeId) -> ExprId {
        let at = self.at(node);
        let pointer = self.check_value(base);
        let ty = self.ty(pointer);
        match self.kind(self.sema.base_of(ty)) {
            TypeKind::Pointer(pointee) if *pointee == self.sema.types.void => {
                let diagnostic = Diagnostic::new(
                    Kind::NoOperator,
                    self.span(node),
                    "a `Pointer{Void}` points to nothing that has a type",
                );
                self.report(diagnostic.help("convert it first: `Pointer{T}(p)@`"));
                self.error(node)
            }
            TypeKind::Pointer(pointee) => self.push(ExprKind::Dereference(pointer), *pointee, at),
            TypeKind::Error => self.fail_silently(node),
            kind if is_silent(kind) => self.push(ExprKind::Error, self.sema.types.dependent, at),
            _ => {
                let message = format!("`@` takes a pointer, found {}", self.described(ty));
                self.mistake(Kind::NoOperator, node, message)
            }
        }
    }
}
