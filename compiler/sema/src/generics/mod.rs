//! Generic declarations: parameters, inference, `where`.
//!
//! The *identity instance* of a declaration has its own parameters as arguments. Its signature, a type with parameters in
//! it, is the pattern that inference matches actual types with ([`Sema::infer`]).

mod infer;

use hubbub_base::Name;
use hubbub_diagnostics::Kind;
use hubbub_syntax::{NodeId, View};

use crate::data::types::{Argument, DeclId, InstanceId, TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};
use crate::demand::Question;
use crate::resolve::counted;
use crate::session::{Env, Sema};
use infer::asking;

/// A generic parameter of a declaration.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GenericParameter {
    /// Its name.
    pub name: Name,
    /// The node of its value's type (`N: Int`); `None` for a type parameter.
    pub ty: Option<NodeId>,
}

/// What has been inferred for a declaration's parameters so far, parents' first.
pub type Inferred = Vec<Option<Argument>>;

impl Sema {
    /// The parameters of a declaration's own.
    pub fn generic_parameters(&self, decl: DeclId) -> Vec<GenericParameter> {
        let decl = self.decl(decl);
        let parameter = |node: &NodeId| match self.view(decl.module, *node) {
            View::Generic { name, ty } => {
                let ty = ty.filter(|ty| self.name_of(decl.module, *ty).as_str() != "Type");
                GenericParameter { name: self.name_of(decl.module, name), ty }
            }
            _ => GenericParameter { name: self.known.empty, ty: None },
        };
        self.tree(decl.module).generics(decl.value).iter().map(parameter).collect()
    }

    /// Reports value parameters of types that cannot be told apart at compile time.
    pub(crate) fn check_value_parameters(&self, decl_id: DeclId) {
        let decl = self.decl(decl_id);
        if decl.generic_count == decl.inherited_generic_count {
            return;
        }
        self.check_generic_names(decl_id);
        for parameter in self.generic_parameters(decl_id) {
            let Some(node) = parameter.ty else { continue };
            let env = Env { module: decl.module, decl: Some(decl_id), arguments: &[], locals: None };
            let ty = self.resolve_type(&env, node);
            if self.is_parameter_type(ty) || *self.kind(ty) == TypeKind::Error {
                continue;
            }
            let message = format!("a value parameter cannot be of type `{}`", self.type_name(ty));
            let diagnostic = self.error_at(decl.module, node, Kind::TypeMismatch, message);
            let rule = "its type is an integer type, `Bool`, `Rune`, an enum, `Type` or a procedure type";
            self.report(diagnostic.note(rule).help("what a type must be able to do is said by `where`"));
        }
    }

    fn check_generic_names(&self, decl_id: DeclId) {
        let decl = self.decl(decl_id);
        let nodes = self.tree(decl.module).generics(decl.value);
        let parameters = self.generic_parameters(decl_id);
        for (index, (node, parameter)) in nodes.iter().zip(&parameters).enumerate() {
            if parameters.iter().take(index).any(|earlier| earlier.name == parameter.name) {
                let message = format!("type parameter `{}` is declared twice", parameter.name);
                self.report(self.error_at(decl.module, *node, Kind::DuplicateDeclaration, message));
            }
        }
    }

    /// Whether a value parameter can be of this type.
    pub(crate) fn is_parameter_type(&self, ty: TypeId) -> bool {
        let kind = self.kind(self.base_of(ty));
        self.facts(ty).is_dependent
            || matches!(
                kind,
                TypeKind::Int { .. }
                    | TypeKind::Bool
                    | TypeKind::Rune
                    | TypeKind::Enum(_)
                    | TypeKind::Type
                    | TypeKind::Procedure(_)
            )
    }

    /// Whether a declaration has generic parameters, its parents' included.
    #[inline]
    pub fn is_generic(&self, decl: DeclId) -> bool {
        self.decl(decl).generic_count > 0
    }

    /// A parameter as an argument that stands for itself. `index` counts the parents' parameters first.
    pub(crate) fn parameter_argument(&self, decl_id: DeclId, index: usize) -> Argument {
        let mut owner = decl_id;
        while let (true, Some(parent)) =
            (index < self.decl(owner).inherited_generic_count as usize, self.decl(owner).parent)
        {
            owner = parent;
        }
        let own = index - (self.decl(owner).inherited_generic_count as usize).min(index);
        let parameter = self.generic_parameters(owner).get(own).copied();
        let parameter = parameter.unwrap_or(GenericParameter { name: self.known.empty, ty: None });
        let index = index as u32;
        if parameter.ty.is_none() {
            return Argument::Type(self.intern(TypeKind::Parameter { decl: owner, index, name: parameter.name }));
        }
        let value = Value::Parameter { decl: owner, index };
        Argument::Value(self.values.intern(TypedValue { ty: self.types.dependent, value }))
    }

    /// The instance whose arguments are the parameters themselves: what the check of a generic body that is made once looks at.
    pub fn identity_instance(&self, decl: DeclId) -> InstanceId {
        let count = self.decl(decl).generic_count as usize;
        if count == 0 {
            return self.instantiate(decl, &[]);
        }
        *self.decl(decl).plain.get_or_init(|| {
            let arguments: Vec<Argument> = (0..count).map(|index| self.parameter_argument(decl, index)).collect();
            self.instances.intern(decl, &arguments, None)
        })
    }

    /// Whether an instance's arguments still mention parameters.
    pub fn is_dependent_instance(&self, instance: InstanceId) -> bool {
        self.instance(instance).arguments.iter().any(|argument| match argument {
            Argument::Type(ty) => self.facts(*ty).is_dependent,
            Argument::Value(value) => self.values.is_dependent(*value),
        })
    }

    /// Explicit arguments `{i32, 4}` as arguments of the first own parameters; reports what is wrong.
    pub fn explicit_arguments(&self, env: &Env<'_>, decl: DeclId, nodes: &[NodeId]) -> Option<Vec<Argument>> {
        let parameters = self.generic_parameters(decl);
        if let Some(extra) = nodes.get(parameters.len()) {
            let takes = counted(parameters.len(), "argument");
            let message = format!("`{}` takes {takes}, {} given", self.decl(decl).name, nodes.len());
            let diagnostic = self.error_at(env.module, *extra, Kind::CountMismatch, message);
            self.report(diagnostic.label(self.decl_span(decl), "declared here"));
            return None;
        }
        let inherited = self.decl(decl).inherited_generic_count as usize;
        let mut known: Vec<Argument> = env.arguments.get(..inherited).unwrap_or(&[]).to_vec();
        for (parameter, node) in parameters.iter().zip(nodes) {
            let argument = self.explicit_argument(env, decl, *parameter, *node, &known)?;
            known.push(argument);
        }
        known.drain(..inherited.min(known.len()));
        Some(known)
    }

    fn explicit_argument(
        &self,
        env: &Env<'_>,
        decl: DeclId,
        parameter: GenericParameter,
        node: NodeId,
        known: &[Argument],
    ) -> Option<Argument> {
        let Some(ty) = parameter.ty else {
            let ty = self.resolve_type(env, node);
            return (ty != self.types.error).then_some(Argument::Type(ty));
        };
        let module = self.decl(decl).module;
        let index = known.len() as u32;
        let env_of_type = Env { module, decl: Some(decl), arguments: known, locals: None };
        let Some(expected) = asking(decl, index, || self.resolve_type(&env_of_type, ty)) else {
            let message = format!("the type of the parameter `{}` leads to itself", parameter.name);
            self.report(self.error_at(module, ty, Kind::DeclarationCycle, message));
            return None;
        };
        let value = self.evaluate(env, node, Some(expected))?;
        Some(Argument::Value(self.values.intern(value)))
    }

    /// Whether the `where` clause of an instance holds (true without one, and where it has a mistake); evaluated once.
    pub fn where_holds(&self, instance: InstanceId) -> bool {
        let decl = self.decl_of(instance);
        let condition = match self.view(decl.module, decl.value) {
            View::Struct { condition, .. } | View::Union { condition, .. } | View::Procedure { condition, .. } => {
                condition
            }
            _ => None,
        };
        let Some(condition) = condition else { return true };
        if self.is_dependent_instance(instance) {
            return true;
        }
        let cell = &self.instance_entry(instance).condition;
        let holds = self.demand(Question::Where(instance), cell, || self.evaluate_bool(&self.env(instance), condition));
        holds.copied().unwrap_or(true)
    }

    /// Whether a declaration has a `where` clause.
    pub fn has_where(&self, decl: DeclId) -> bool {
        let decl = self.decl(decl);
        matches!(
            self.view(decl.module, decl.value),
            View::Struct { condition: Some(_), .. }
                | View::Union { condition: Some(_), .. }
                | View::Procedure { condition: Some(_), .. }
        )
    }
}
