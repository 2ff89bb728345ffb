//! The fields of structs and the cases of unions.

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};
use num_traits::ToPrimitive;

use crate::data::types::{FieldInfo, Fields, InstanceId, TypeAttributes, TypeId, TypeKind};
use crate::data::value::Value;
use crate::demand::Question;
use crate::session::{Env, Sema};
use crate::store::decls::DeclKind;

impl Sema {
    /// The fields of a struct, cases of a union or `Maybe` (0 `none`, 1 `some`), of `Context` with `#add-context` ones behind, and of
    /// `String` and `Slice{T}` (`data`, `length`), and the columns of `Soa{T, N}`.
    pub fn fields(&self, ty: TypeId) -> Option<&Fields> {
        let kind = self.kind(ty);
        let has_fields = matches!(
            kind,
            TypeKind::Struct(_)
                | TypeKind::Union(_)
                | TypeKind::Maybe(_)
                | TypeKind::String
                | TypeKind::Slice(_)
                | TypeKind::Soa { .. }
        );
        if !has_fields {
            return None;
        }
        let cell = &self.types.entry(ty)?.fields;
        let fields = self.demand(Question::Fields(ty), cell, || {
            let fields = match kind {
                TypeKind::Struct(instance) => self.struct_fields(*instance),
                TypeKind::Union(instance) => self.union_cases(*instance),
                TypeKind::Maybe(inner) => self.built_in(&[("none", self.types.void), ("some", *inner)]),
                TypeKind::String => self.built_in(&[("data", self.types.byte_pointer), ("length", self.types.int)]),
                TypeKind::Slice(element) => {
                    self.built_in(&[("data", self.pointer_to(*element)), ("length", self.types.int)])
                }
                TypeKind::Soa { element, length } => self.columns(*element, *length)?,
                _ => return None,
            };
            Some(Box::new(fields))
        });
        fields.map(|fields| &**fields)
    }

    /// The field of this name and its index, not those behind `using`.
    pub fn field(&self, ty: TypeId, name: Name) -> Option<(u32, &FieldInfo)> {
        let fields = self.fields(ty)?;
        let index = fields.position(name)?;
        Some((index as u32, fields.fields.get(index)?))
    }

    /// Attributes of a struct, union, enum or distinct type.
    pub fn type_attributes(&self, ty: TypeId) -> TypeAttributes {
        match self.kind(ty) {
            // the tag of a union has nothing of what is said of the union
            TypeKind::Enum(instance) if self.is_tag(*instance) => TypeAttributes::default(),
            TypeKind::Struct(instance)
            | TypeKind::Enum(instance)
            | TypeKind::Union(instance)
            | TypeKind::Distinct(instance) => self.attributes_of(*instance),
            _ => TypeAttributes::default(),
        }
    }

    fn built_in(&self, fields: &[(&str, TypeId)]) -> Fields {
        let field = |(name, ty): &(&str, TypeId)| FieldInfo {
            name: Name::new(name),
            ty: *ty,
            has_default: false,
            is_using: false,
            tag: None,
            align: 0,
            at: 0,
        };
        Fields::new(fields.iter().map(field).collect(), TypeAttributes::default())
    }

    /// A field of the element type becomes an array of all its values.
    fn columns(&self, element: TypeId, length: u64) -> Option<Fields> {
        let fields = self.fields(self.base_of(element))?;
        let column = |field: &FieldInfo| FieldInfo {
            ty: self.intern(TypeKind::Array { element: field.ty, length }),
            has_default: false,
            is_using: false,
            ..field.clone()
        };
        Some(Fields::new(fields.fields.iter().map(column).collect(), TypeAttributes::default()))
    }

    fn struct_fields(&self, instance: InstanceId) -> Fields {
        let decl = self.decl_of(instance);
        let mut fields = Vec::new();
        if let View::Struct { fields: nodes, .. } = self.view(decl.module, decl.value) {
            self.add_fields(&self.env(instance), nodes, &mut |field, _| fields.push(field));
        }
        if self.is_context(instance) {
            self.add_context_fields(&mut fields);
        }
        self.finish(instance, fields)
    }

    fn union_cases(&self, instance: InstanceId) -> Fields {
        let decl = self.decl_of(instance);
        let mut fields = Vec::new();
        if let View::Union { cases, .. } = self.view(decl.module, decl.value) {
            self.add_fields(&self.env(instance), cases, &mut |field, _| fields.push(field));
        }
        self.finish(instance, fields)
    }

    fn finish(&self, instance: InstanceId, fields: Vec<FieldInfo>) -> Fields {
        let decl = self.decl_of(instance);
        let mut names: Vec<(Name, u32)> = fields.iter().map(|field| (field.name, field.at)).collect();
        names.sort_by_key(|(name, at)| (name.raw(), *at));
        for pair in names.windows(2) {
            let [(first, _), (second, at)] = pair else { continue };
            let is_own = !self.is_context(instance);
            if first == second && is_own && first.as_str() != "_" {
                let span = self.name_span(decl.module, *second, *at);
                let message = format!("field `{second}` is declared twice");
                self.report(Diagnostic::new(Kind::DuplicateDeclaration, span, message));
            }
        }
        for field in fields.iter().filter(|field| field.is_using) {
            self.check_using(decl.module, field);
        }
        Fields::new(fields.into(), self.attributes_of(instance))
    }

    /// Reports a `using` of something that has no fields to promote.
    fn check_using(&self, module: crate::data::types::ModuleId, field: &FieldInfo) {
        let target = match self.kind(field.ty) {
            TypeKind::Pointer(pointee) => *pointee,
            _ => field.ty,
        };
        let facts = self.facts(target);
        let has_fields = matches!(self.kind(self.base_of(target)), TypeKind::Struct(_) | TypeKind::Union(_));
        if has_fields || facts.is_dependent || facts.has_error {
            return;
        }
        let span = self.name_span(module, field.name, field.at);
        let message = format!("`using` promotes fields, and `{}` has none", self.type_name(field.ty));
        self.report(
            Diagnostic::new(Kind::TypeMismatch, span, message).help("it stands before a field whose type is a struct"),
        );
    }

    /// Calls `add` for each field that `nodes` declare, with the node of its default value.
    pub(crate) fn add_fields(&self, env: &Env<'_>, nodes: &[NodeId], add: &mut dyn FnMut(FieldInfo, Option<NodeId>)) {
        let is_union = env.decl.is_some_and(|decl| self.decl(decl).kind == DeclKind::Union);
        for node in nodes {
            match self.view(env.module, *node) {
                View::Field { names, ty, value, attributes } => {
                    let ty = match ty {
                        Some(ty) => self.kept_type(env, ty),
                        // a case without payload; a field without type is a mistake of the grammar
                        None if is_union => self.types.void,
                        None => self.types.error,
                    };
                    for name in names {
                        let field = FieldInfo {
                            name: self.name_of(env.module, *name),
                            ty,
                            has_default: value.is_some(),
                            is_using: false,
                            tag: self.tag_of(env, attributes),
                            align: self.field_alignment(env, attributes),
                            at: self.tree(env.module).start(*name),
                        };
                        add(field, value);
                    }
                }
                View::Using { name, ty } => {
                    let field = FieldInfo {
                        name: self.name_of(env.module, name),
                        ty: self.resolve_type(env, ty),
                        has_default: false,
                        is_using: true,
                        tag: None,
                        align: 0,
                        at: self.tree(env.module).start(name),
                    };
                    add(field, None);
                }
                View::StaticIf { condition, then, otherwise } => match self.evaluate_bool(env, condition) {
                    Some(holds) => self.add_fields(env, if holds { then } else { otherwise }, add),
                    None => self.add_open_fields(env, &[then, otherwise], add),
                },
                _ => {}
            }
        }
    }

    /// The fields of both branches of an `#if` that is not decided, by name: in the body of a generic they may be there, of any type.
    fn add_open_fields(&self, env: &Env<'_>, branches: &[&[NodeId]], add: &mut dyn FnMut(FieldInfo, Option<NodeId>)) {
        let mut seen: Vec<Name> = Vec::new();
        for branch in branches {
            self.add_fields(env, branch, &mut |field, _| {
                if !seen.contains(&field.name) {
                    seen.push(field.name);
                    add(FieldInfo { ty: self.types.dependent, ..field }, None);
                }
            });
        }
    }

    fn tag_of(&self, env: &Env<'_>, attributes: &[NodeId]) -> Option<Name> {
        let tags = attributes.iter().find_map(|node| match self.view(env.module, *node) {
            View::Attribute { name, arguments } if name.as_str() == "tag" => Some(arguments),
            _ => None,
        });
        let value = self.evaluate(env, *tags?.first()?, Some(self.types.string))?;
        match value.value {
            Value::String(bytes) => Some(Name::new(&String::from_utf8_lossy(&bytes))),
            _ => None,
        }
    }

    fn field_alignment(&self, env: &Env<'_>, attributes: &[NodeId]) -> u32 {
        let written = attributes.iter().find_map(|node| match self.view(env.module, *node) {
            View::Attribute { name, arguments } if name.as_str() == "align" => Some(arguments),
            _ => None,
        });
        written.map_or(0, |arguments| self.alignment(env, arguments))
    }

    fn is_context(&self, instance: InstanceId) -> bool {
        let decl = self.decl_of(instance);
        self.is_prelude(decl.module) && decl.name.as_str() == "Context" && decl.parent.is_none()
    }

    fn add_context_fields(&self, fields: &mut Vec<FieldInfo>) {
        for decl_id in &self.context_fields {
            let decl = self.decl(*decl_id);
            let View::AddContext { ty, value, .. } = self.view(decl.module, decl.node) else { continue };
            let env = Env { module: decl.module, decl: Some(*decl_id), arguments: &[], locals: None };
            fields.push(FieldInfo {
                name: decl.name,
                ty: self.kept_type(&env, ty),
                has_default: value.is_some(),
                is_using: false,
                tag: None,
                align: 0,
                at: decl.at,
            });
        }
    }

    /// The index among the fields of `Context` of what an `#add-context` declares.
    pub fn context_field_index(&self, decl: crate::data::types::DeclId) -> Option<u32> {
        let added = self.context_fields.iter().position(|field| *field == decl)?;
        let count = self.fields(self.context_type())?.fields.len();
        (count + added).checked_sub(self.context_fields.len()).map(|index| index as u32)
    }

    /// The node of the default value of field `index`, and what it can see.
    pub(crate) fn default_node(&self, ty: TypeId, index: u32) -> Option<(Env<'_>, NodeId)> {
        let (TypeKind::Struct(instance) | TypeKind::Union(instance)) = self.kind(ty) else { return None };
        let decl = self.decl_of(*instance);
        let nodes = match self.view(decl.module, decl.value) {
            View::Struct { fields, .. } => fields,
            View::Union { cases, .. } => cases,
            _ => return None,
        };
        let (mut position, mut found) = (0, None);
        self.add_fields(&self.env(*instance), nodes, &mut |_, value| {
            if position == index {
                found = value;
            }
            position += 1;
        });
        if let Some(node) = found {
            return Some((self.env(*instance), node));
        }
        let added = self.context_fields.get(index.checked_sub(position)? as usize)?;
        let decl = self.decl(*added);
        match self.view(decl.module, decl.node) {
            View::AddContext { value: Some(value), .. } => {
                Some((Env { module: decl.module, decl: Some(*added), arguments: &[], locals: None }, value))
            }
            _ => None,
        }
    }

    fn attributes_of(&self, instance: InstanceId) -> TypeAttributes {
        let decl = self.decl_of(instance);
        let mut attributes = TypeAttributes::default();
        for (name, arguments) in self.attributes(decl) {
            match name.as_str() {
                "packed" => attributes.is_packed = true,
                "raw" => attributes.is_raw = decl.kind == DeclKind::Union,
                "error" => attributes.is_error = true,
                "must_use" => attributes.must_use = true,
                "align" => attributes.align = self.alignment(&self.env(instance), arguments),
                _ => {}
            }
        }
        attributes
    }

    /// What `#align(n)` says of a top-level variable; 0 without.
    pub fn variable_alignment(&self, instance: InstanceId) -> u32 {
        let arguments = self.attribute(self.instance(instance).decl, "align");
        arguments.map_or(0, |arguments| self.alignment(&self.env(instance), arguments))
    }

    fn alignment(&self, env: &Env<'_>, arguments: &[NodeId]) -> u32 {
        let Some(node) = arguments.first() else { return 0 };
        let Some(value) = self.evaluate(env, *node, Some(self.types.int)) else { return 0 };
        let align = match &value.value {
            Value::Integer(integer) => integer.to_u32().filter(|align| align.is_power_of_two() && *align <= 1 << 16),
            Value::Parameter { .. } | Value::Dependent => return 0,
            _ => None,
        };
        align.unwrap_or_else(|| {
            let message = format!("an alignment of {}, expected a power of two up to 65536", self.value_text(&value));
            self.report(self.error_at(env.module, *node, Kind::InvalidAttribute, message));
            0
        })
    }
}
