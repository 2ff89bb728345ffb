//! Constants: their types and their values, each a demand of its own.
//!
//! A constant expression is checked like the body of a procedure, then folded: what is simple by [`fold`], what calls procedures by the
//! interpreter behind [`crate::CompileTime`]. Literals alone take a short way ([`direct`]). Values that are more than a number are
//! bytes as they lie in memory ([`bytes`]).

pub mod bytes;
mod direct;
mod directives;
pub mod exact;
mod fold;

use std::sync::{Arc, OnceLock};

use hashbrown::HashSet;
use hubbub_base::Span;
use hubbub_base::limits::DEFAULT_BYTES_MAX;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};

use crate::check::{Checked, check_expressions};
use crate::data::typed::{Expr, ExprKind, TypedBody};
use crate::data::types::{InstanceId, TypeId, TypeKind};
use crate::data::value::{TypedValue, Value, ValueId};
use crate::demand::Question;
use crate::program::shortened;
use crate::session::{Env, Sema};
use crate::store::decls::DeclKind;

use fold::Unfolded;

impl Sema {
    /// The type of a constant (a literal's, if it has none of its own); `None` after an error.
    pub fn constant_type(&self, instance: InstanceId) -> Option<TypeId> {
        let entry = self.instance_entry(instance);
        let decl = self.decl(entry.instance.decl);
        if decl.kind != DeclKind::Constant {
            return None;
        }
        let (written, values) = self.constant_nodes(instance);
        let ty = self.demand(Question::Type(instance), &entry.ty, || {
            let env = self.env(instance);
            if let Some(ty) = written {
                return Some(self.resolve_type(&env, ty)).filter(|ty| *ty != self.types.error);
            }
            let value = values.first().filter(|_| values.len() == 1);
            let direct = value.and_then(|value| self.direct(&env, *value, None));
            direct.map(|value| value.ty).or_else(|| self.type_and_value(instance, &values, decl.index))
        });
        ty.copied()
    }

    /// The type of a constant's value. Where that is a formula of numbers, it is known from now on too, and nobody checks it once more.
    fn type_and_value(&self, instance: InstanceId, values: &[NodeId], index: u16) -> Option<TypeId> {
        let Checked { body, .. } = check_expressions(self, &self.env(instance), instance, values, None)?;
        let ty = self.checked_type(instance, values, index, &body)?;
        let is_formula = |expr: &Expr| {
            matches!(
                expr.kind,
                ExprKind::Constant(_) | ExprKind::Binary { .. } | ExprKind::Unary { .. } | ExprKind::Return { .. }
            )
        };
        let is_number = matches!(
            self.kind(ty),
            TypeKind::LiteralInt
                | TypeKind::LiteralFloat
                | TypeKind::LiteralRune
                | TypeKind::Int { .. }
                | TypeKind::Float { .. }
                | TypeKind::Bool
        );
        if values.len() == 1
            && is_number
            && !body.has_errors
            && body.exprs.iter().all(is_formula)
            && let Ok(value) = self.fold_result(&body, index)
            && !Self::is_giving_up()
        {
            let _ = self.instance_entry(instance).value.set(Some(self.values.intern(value)));
        }
        Some(ty)
    }

    /// The node of a constant's type, if it is written, and those of the values of its declaration.
    fn constant_nodes(&self, instance: InstanceId) -> (Option<NodeId>, Vec<NodeId>) {
        let decl = self.decl_of(instance);
        match self.view(decl.module, decl.node) {
            View::Constant { ty, value, .. } => (ty, vec![value]),
            View::Variable { ty, values, .. } => (ty, values.to_vec()),
            _ => (None, Vec::new()),
        }
    }

    /// The value of a constant; `None` after an error, which has been reported.
    pub fn constant(&self, instance: InstanceId) -> Option<&TypedValue> {
        self.value(self.constant_id(instance)?)
    }

    /// The value of a constant, by its id.
    pub fn constant_id(&self, instance: InstanceId) -> Option<ValueId> {
        let entry = self.instance_entry(instance);
        let decl = self.decl(entry.instance.decl);
        if decl.kind != DeclKind::Constant {
            return None;
        }
        let (written, values) = self.constant_nodes(instance);
        let value = self.demand(Question::Value(instance), &entry.value, || {
            let expected = match written {
                Some(_) => Some(self.constant_type(instance)?),
                None => None,
            };
            let value = self.evaluate_one(&self.env(instance), instance, &values, decl.index, expected)?;
            Some(self.values.intern(value))
        });
        value.copied()
    }

    /// The value of any expression in `env` (which must have a declaration), of the expected type if one is given; `None` after an error,
    /// which has been reported.
    pub fn evaluate(&self, env: &Env<'_>, node: NodeId, expected: Option<TypeId>) -> Option<TypedValue> {
        let owner = self.instantiate(env.decl?, env.arguments);
        self.evaluate_one(env, owner, &[node], 0, expected)
    }

    /// Whether a condition holds; `None` after an error, and where it depends on generic parameters.
    pub fn evaluate_bool(&self, env: &Env<'_>, node: NodeId) -> Option<bool> {
        match self.evaluate(env, node, Some(self.types.bool))?.value {
            Value::Bool(holds) => Some(holds),
            Value::Zero => Some(false),
            _ => None,
        }
    }

    fn evaluate_one(
        &self,
        env: &Env<'_>,
        owner: InstanceId,
        nodes: &[NodeId],
        index: u16,
        expected: Option<TypeId>,
    ) -> Option<TypedValue> {
        if let Some(node) = nodes.get(index as usize)
            && let Some(value) = self.direct(env, *node, expected)
        {
            return Some(value);
        }
        let checked = check_expressions(self, env, owner, nodes, expected)?;
        if checked.body.has_errors || !self.is_count_right(owner, nodes, checked.body.results.len()) {
            return None;
        }
        self.evaluate_checked(&self.published(checked), index)
    }

    /// The values of an expression in `env` (which must have a declaration): one, or as many as its call has results; `None` after an
    /// error, which has been reported.
    pub fn evaluate_all(&self, env: &Env<'_>, node: NodeId, expected: Option<TypeId>) -> Option<Vec<TypedValue>> {
        let owner = self.instantiate(env.decl?, env.arguments);
        if let Some(value) = self.direct(env, node, expected) {
            return Some(vec![value]);
        }
        let checked = check_expressions(self, env, owner, &[node], expected)?;
        if checked.body.has_errors {
            return None;
        }
        let body = self.published(checked);
        let count = body.results.len().max(1) as u16;
        (0..count).map(|index| self.evaluate_checked(&body, index)).collect()
    }

    /// The body of what was checked; the literals in it are known from now on.
    fn published(&self, checked: Checked) -> Arc<TypedBody> {
        let Checked { body, literals } = checked;
        for (signature, literal) in literals {
            self.publish_literal(signature, literal);
        }
        Arc::new(body)
    }

    /// The value of expression `index` of a checked list of expressions.
    fn evaluate_checked(&self, body: &Arc<TypedBody>, index: u16) -> Option<TypedValue> {
        if body.results.iter().any(|ty| self.facts(*ty).is_dependent) {
            return Some(TypedValue { ty: self.types.dependent, value: Value::Dependent });
        }
        // A declaration with a mistake, which has been reported, makes no values.
        if body.results.iter().any(|ty| matches!(self.kind(*ty), TypeKind::Union(_)) && self.layout(*ty).is_none()) {
            return None;
        }
        match self.fold_result(body, index) {
            Ok(value) => Some(value),
            Err(Unfolded::Error) => None,
            Err(Unfolded::Dependent) => Some(TypedValue { ty: self.types.dependent, value: Value::Dependent }),
            Err(Unfolded::NeedsRun { .. }) if self.asks_for_open_instance(body) => {
                Some(TypedValue { ty: self.types.dependent, value: Value::Dependent })
            }
            Err(Unfolded::NeedsRun { at }) => {
                let Some(compile_time) = self.compile_time.get() else {
                    let span = hubbub_base::Span::new(body.file, at, at);
                    let message = "a value that must be computed by running code, and there is no interpreter";
                    self.report(Diagnostic::new(Kind::NotConstant, span, message));
                    return None;
                };
                match compile_time.evaluate(self, Arc::clone(body), index) {
                    Ok(value) => Some(value),
                    Err(diagnostic) => {
                        self.report(*diagnostic);
                        None
                    }
                }
            }
        }
    }

    /// Whether a body calls or names an instance whose arguments are generic parameters: then it has no value yet.
    fn asks_for_open_instance(&self, body: &TypedBody) -> bool {
        body.exprs.iter().any(|expr| match expr.kind {
            ExprKind::Call { procedure, .. } | ExprKind::Procedure(procedure) | ExprKind::EntryThunk(procedure) => {
                self.is_dependent_instance(procedure)
            }
            _ => false,
        })
    }

    /// The default value of field `index`, if one is written.
    pub fn field_default(&self, ty: TypeId, index: u32) -> Option<ValueId> {
        let fields = &self.fields(ty)?.fields;
        let field = fields.get(index as usize).filter(|field| field.has_default)?;
        let defaults = self.types.entry(ty)?.defaults.get_or_init(|| fields.iter().map(|_| OnceLock::new()).collect());
        let cell = defaults.get(index as usize)?;
        let value = self.demand(Question::Default(ty, index), cell, || {
            let (env, node) = self.default_node(ty, index)?;
            Some(self.values.intern(self.evaluate(&env, node, Some(field.ty))?))
        });
        value.copied()
    }

    /// The default value of a type; `None` when it is all bits zero (or after an error).
    pub fn default_value(&self, ty: TypeId) -> Option<ValueId> {
        let cell = &self.types.entry(ty)?.default;
        let value = match self.kind(ty) {
            TypeKind::Struct(_)
            | TypeKind::Union(_)
            | TypeKind::Array { .. }
            | TypeKind::Soa { .. }
            | TypeKind::Distinct(_) => self.demand(Question::DefaultValue(ty), cell, || self.compute_default(ty)),
            _ => None,
        };
        value.copied()
    }

    /// Whether the default value of a type has other bits than zeros. Costs no more for arrays of any length than for their elements.
    pub fn has_default_bits(&self, ty: TypeId) -> bool {
        self.any_default_bits(ty, &mut HashSet::new())
    }

    fn any_default_bits(&self, ty: TypeId, seen: &mut HashSet<TypeId>) -> bool {
        if !seen.insert(ty) {
            return false;
        }
        match *self.kind(ty) {
            TypeKind::Array { element, .. } | TypeKind::Soa { element, .. } => self.any_default_bits(element, seen),
            TypeKind::Distinct(_) => self.distinct_base(ty).is_some_and(|base| self.any_default_bits(base, seen)),
            TypeKind::Struct(_) | TypeKind::Union(_) => {
                let is_union = matches!(self.kind(ty), TypeKind::Union(_));
                let Some(fields) = self.fields(ty) else { return false };
                let count = if is_union { 1 } else { fields.fields.len() };
                let mut fields = fields.fields.iter().take(count).enumerate();
                fields.any(|(index, field)| {
                    self.field_default(ty, index as u32).is_some() || self.any_default_bits(field.ty, seen)
                })
            }
            _ => false,
        }
    }

    /// Whether a constant or a top-level variable cannot have the default value of this type: it is too large, and not all zeros.
    pub fn is_default_too_large(&self, ty: TypeId) -> bool {
        self.layout(ty).is_some_and(|layout| layout.size > DEFAULT_BYTES_MAX) && self.has_default_bits(ty)
    }

    /// What is said of a default value that is too large.
    pub(crate) fn default_too_large(&self, ty: TypeId, span: Span) -> Diagnostic {
        let size = self.layout(ty).map_or(0, |layout| layout.size);
        let name = shortened(self.type_name(ty));
        let message = format!(
            "the default value of `{name}` takes {size} bytes, at most {DEFAULT_BYTES_MAX} can be stored in a program"
        );
        let help =
            "make it when the program runs: as a local variable, or with `make_slice`; zeros alone take no place";
        Diagnostic::new(Kind::EvaluationFailed, span, message).help(help)
    }

    fn compute_default(&self, ty: TypeId) -> Option<ValueId> {
        // Whoever could meet such a one has asked before, or makes it piece by piece.
        if self.is_default_too_large(ty) {
            return None;
        }
        if let Some(base) = self.distinct_base(ty) {
            let value = self.value(self.default_value(base)?)?.value.clone();
            return Some(self.values.intern(TypedValue { ty, value }));
        }
        let mut image = bytes::Image::new(self);
        if let TypeKind::Soa { element, .. } = *self.kind(ty) {
            self.put_columns(&mut image, ty, element)?;
        } else if let TypeKind::Array { element, length } = *self.kind(ty) {
            let value = self.value(self.default_value(element)?)?;
            let size = self.layout(element)?.size;
            for index in 0..length {
                image.put(index * size, value)?;
            }
        } else {
            let is_union = matches!(self.kind(ty), TypeKind::Union(_));
            let fields = self.fields(ty)?;
            let count = if is_union { 1 } else { fields.fields.len() };
            let mut is_zero = true;
            for (index, field) in fields.fields.iter().take(count).enumerate() {
                let written = self.field_default(ty, index as u32);
                if let Some(value) = written.or_else(|| self.default_value(field.ty)) {
                    is_zero = false;
                    image.put(self.layout(ty)?.offsets.get(index).copied()?, self.value(value)?)?;
                }
            }
            if is_zero {
                return None;
            }
        }
        Some(self.values.intern(TypedValue { ty, value: image.finish() }))
    }

    /// The default value of `Context`, with zeros in the fields that modules have added to it.
    pub fn bare_context(&self) -> Option<TypedValue> {
        let ty = self.context_type();
        let fields = &self.fields(ty)?.fields;
        let mut image = bytes::Image::new(self);
        for (index, field) in fields.iter().take(fields.len().saturating_sub(self.context_fields.len())).enumerate() {
            let written = self.field_default(ty, index as u32);
            if let Some(value) = written.or_else(|| self.default_value(field.ty)) {
                image.put(self.layout(ty)?.offsets.get(index).copied()?, self.value(value)?)?;
            }
        }
        Some(TypedValue { ty, value: image.finish() })
    }

    /// The defaults of an array that is laid out field by field; `None` where all bits are zero.
    fn put_columns(&self, image: &mut bytes::Image<'_>, ty: TypeId, element: TypeId) -> Option<()> {
        let (columns, offsets) = (&self.fields(ty)?.fields, &self.layout(ty)?.offsets);
        let mut is_zero = true;
        for (index, (column, offset)) in columns.iter().zip(offsets).enumerate() {
            let TypeKind::Array { element: field, length } = *self.kind(column.ty) else { return None };
            let written = self.field_default(self.base_of(element), index as u32);
            let Some(value) = written.or_else(|| self.default_value(field)) else { continue };
            is_zero = false;
            let size = self.layout(field)?.size;
            for row in 0..length {
                image.put(offset + row * size, self.value(value)?)?;
            }
        }
        (!is_zero).then_some(())
    }

    /// The initial value of a top-level variable; `None` when it is all bits zero, or after an error.
    pub fn variable_value(&self, instance: InstanceId) -> Option<ValueId> {
        let entry = self.instance_entry(instance);
        let decl = self.decl(entry.instance.decl);
        let View::Variable { names, ty: written, values, .. } = self.view(decl.module, decl.node) else { return None };
        let ty = self.variable_type(instance)?;
        if values.is_empty() {
            if self.is_foreign(entry.instance.decl) {
                return None;
            }
            let value = self.demand(Question::Value(instance), &entry.value, || {
                if self.is_default_too_large(ty) {
                    let span = Span::new(self.file(decl.module), decl.at, decl.at + decl.name.as_str().len() as u32);
                    self.report(self.default_too_large(ty, span));
                }
                self.default_value(ty)
            });
            return value.copied();
        }
        if matches!(values, [only] if self.view(decl.module, *only) == View::Uninit) {
            return None;
        }
        let value = self.demand(Question::Value(instance), &entry.value, || {
            // the results of one call have their types, unless one is written for all
            let is_call = values.len() == 1 && names.len() > 1 && written.is_none();
            let value =
                self.evaluate_one(&self.env(instance), instance, values, decl.index, (!is_call).then_some(ty))?;
            Some(self.values.intern(value))
        });
        value.copied()
    }
}
