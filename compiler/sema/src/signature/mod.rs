//! Signatures of procedures, types of variables.

mod check;
mod foreign;
mod operators;

use hubbub_diagnostics::Kind;
use hubbub_syntax::tree::view::{Abi, Here};
use hubbub_syntax::{NodeId, View};

use crate::check::check_expressions;
use crate::data::typed::TypedBody;
use crate::data::types::{DeclId, InstanceId, ModuleId, Parameter, ProcedureType, Signature, TypeId, TypeKind};
use crate::demand::Question;
use crate::session::{Env, Sema};
use crate::store::decls::DeclKind;

impl Sema {
    /// The signature of a procedure; `None` if the instance is none.
    pub fn signature(&self, instance: InstanceId) -> Option<&Signature> {
        let entry = self.instance_entry(instance);
        if entry.instance.literal.is_some() {
            self.ensure_literal(instance);
            return entry.signature.get()?.as_deref();
        }
        let decl = self.decl(entry.instance.decl);
        if !decl.is_procedure() {
            return None;
        }
        let signature = self.demand(Question::Signature(instance), &entry.signature, || {
            let View::Procedure { abi, parameters, results, .. } = self.view(decl.module, decl.value) else {
                return None;
            };
            let abi = if abi == Abi::Hubbub && self.is_c(entry.instance.decl) { Abi::C } else { abi };
            let owner = Some(instance);
            let mut signature = self.signature_of(&self.env(instance), owner, abi, parameters, results);
            if self.attribute(entry.instance.decl, "export").is_some() {
                // C calls it with all of them
                signature.value_ty = signature.ty;
            }
            Some(Box::new(signature))
        });
        signature.map(|signature| &**signature)
    }

    /// The signature that a procedure node writes, in `env`; `owner` is the instance in whose name defaults are checked.
    pub fn signature_of(
        &self,
        env: &Env<'_>,
        owner: Option<InstanceId>,
        abi: Abi,
        parameters: &[NodeId],
        results: &[NodeId],
    ) -> Signature {
        let mut list = Vec::with_capacity(parameters.len());
        let mut is_c_variadic = false;
        for node in parameters {
            match self.view(env.module, *node) {
                View::CVariadic => is_c_variadic = true,
                View::Parameter { name, ty, is_variadic, default } => {
                    let written = match (ty, default) {
                        (Some(ty), _) => self.unless_wrong(self.parameter_type(env, ty)),
                        (None, Some(default)) => self.default_type(env, owner, default),
                        (None, None) => self.types.error,
                    };
                    let is_place = default.is_some_and(|default| self.is_caller_location(env.module, default));
                    list.push(Parameter {
                        name: self.name_of(env.module, name),
                        ty: if is_variadic { self.slice_of(written) } else { written },
                        is_variadic,
                        has_default: default.is_some(),
                        is_by_name: is_place && matches!(self.kind(written), TypeKind::Pointer(_)),
                    });
                }
                _ => {}
            }
        }
        let results: Vec<TypeId> =
            self.result_types(env, results).into_iter().map(|ty| self.unless_wrong(ty)).collect();
        let ty_of = |parameters: &mut dyn Iterator<Item = &Parameter>| {
            self.intern(TypeKind::Procedure(ProcedureType {
                abi,
                parameters: parameters.map(|parameter| parameter.ty).collect(),
                results: results.as_slice().into(),
                is_c_variadic,
            }))
        };
        let ty = ty_of(&mut list.iter());
        let has_named = abi == Abi::Hubbub && list.iter().any(|parameter| parameter.is_by_name);
        let value_ty = if has_named { ty_of(&mut list.iter().filter(|parameter| !parameter.is_by_name)) } else { ty };
        Signature { ty, value_ty, parameters: list.into(), results: results.into(), abi, is_c_variadic }
    }

    fn is_caller_location(&self, module: ModuleId, default: NodeId) -> bool {
        matches!(self.view(module, default), View::Here { what: Here::CallerLocation })
    }

    /// The type of a parameter that has only a default.
    fn default_type(&self, env: &Env<'_>, owner: Option<InstanceId>, default: NodeId) -> TypeId {
        let Some(owner) = owner else { return self.types.error };
        let checked = check_expressions(self, env, owner, &[default], None);
        let ty = checked.and_then(|checked| checked.body.results.first().copied());
        ty.map_or(self.types.error, |ty| self.default_of_literal(ty))
    }

    /// The type that a literal has where nothing is expected; other types stay as they are.
    pub fn default_of_literal(&self, ty: TypeId) -> TypeId {
        match self.kind(ty) {
            TypeKind::LiteralInt => self.types.int,
            TypeKind::LiteralFloat => self.types.float,
            TypeKind::LiteralRune => self.types.rune,
            TypeKind::LiteralString => self.types.string,
            _ => ty,
        }
    }

    /// The node of a procedure parameter's default, to be checked at each call in the environment of the instance.
    pub fn parameter_default(&self, instance: InstanceId, parameter: usize) -> Option<NodeId> {
        let decl = self.decl_of(instance);
        let View::Procedure { parameters, .. } = self.view(decl.module, decl.value) else { return None };
        match self.view(decl.module, *parameters.get(parameter)?) {
            View::Parameter { default, .. } => default,
            _ => None,
        }
    }

    /// Whether a procedure follows C's convention without saying so before its parameters: foreign ones, and `#c-call` behind the signature.
    fn is_c(&self, decl: DeclId) -> bool {
        self.is_foreign(decl) || self.attribute(decl, "c_call").is_some()
    }

    /// Whether a procedure or variable is defined elsewhere: `#foreign`, or, in the library, a signature with `end` on its line.
    pub fn is_foreign(&self, decl_id: DeclId) -> bool {
        let decl = self.decl(decl_id);
        if self.attribute(decl_id, "foreign").is_some() {
            return true;
        }
        let is_library = self.modules[decl.module].is_library;
        is_library && decl.kind == DeclKind::Procedure && self.tree(decl.module).ends_at_once(decl.value)
    }

    /// Whether a procedure has a body to check.
    pub fn has_body(&self, decl_id: DeclId) -> bool {
        let decl = self.decl(decl_id);
        self.tree(decl.module).has_body(decl.value) && !self.is_foreign(decl_id)
    }

    /// The type of a top-level variable.
    pub fn variable_type(&self, instance: InstanceId) -> Option<TypeId> {
        let entry = self.instance_entry(instance);
        let decl = self.decl(entry.instance.decl);
        if decl.kind != DeclKind::Variable {
            return None;
        }
        let View::Variable { ty, values, .. } = self.view(decl.module, decl.node) else { return None };
        let answer = self.demand(Question::Type(instance), &entry.ty, || match ty {
            Some(ty) => Some(self.kept_type(&self.env(instance), ty)),
            None => {
                let ty = self.value_type(instance, values, decl.index)?;
                Some(self.default_of_literal(ty))
            }
        });
        answer.copied()
    }

    /// The type of the value that goes to the name `index` of a declaration with these values.
    pub(crate) fn value_type(&self, instance: InstanceId, values: &[NodeId], index: u16) -> Option<TypeId> {
        let checked = check_expressions(self, &self.env(instance), instance, values, None)?;
        self.checked_type(instance, values, index, &checked.body)
    }

    /// The same of values that have been checked.
    pub(crate) fn checked_type(
        &self,
        instance: InstanceId,
        values: &[NodeId],
        index: u16,
        body: &TypedBody,
    ) -> Option<TypeId> {
        let results = &body.results;
        let has_error = results.contains(&self.types.error) || results.iter().any(|ty| self.facts(*ty).is_dependent);
        if !has_error && !self.is_count_right(instance, values, results.len()) {
            return None;
        }
        results.get(index as usize).copied().filter(|ty| *ty != self.types.error)
    }

    /// How many names get the values at `nodes`; `None` unless these are the values of a declaration of variables or constants.
    pub(crate) fn names_of_values(&self, owner: InstanceId, nodes: &[NodeId]) -> Option<usize> {
        let decl = self.decl_of(owner);
        match self.view(decl.module, decl.node) {
            View::Variable { names, values, .. } if values == nodes => Some(names.len()),
            _ => None,
        }
    }

    /// Whether there are as many values as names where `nodes` are the values of a declaration; reports it for the first name if not.
    pub(crate) fn is_count_right(&self, instance: InstanceId, nodes: &[NodeId], values: usize) -> bool {
        let decl = self.decl_of(instance);
        let Some(names) = self.names_of_values(instance, nodes).filter(|names| *names != values) else { return true };
        if decl.index == 0 {
            let plural = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
            let message = format!("{} for {}", plural(values, "value"), plural(names, "name"));
            let diagnostic = self.error_at(decl.module, decl.node, Kind::CountMismatch, message);
            self.report(diagnostic.help("there must be as many values as names; `_` discards one"));
        }
        false
    }
}
