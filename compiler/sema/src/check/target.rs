//! What a name or a path means before one knows how it is used: a value, a type, procedures, a module …
//!
//! [`Checker::target`] is asked wherever the meaning decides what the construct is: before `(`, `{` and `.`. As an
//! expression by itself, [`Checker::target_value`] makes a value of it or reports that it is none.

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::PrefixOperator;
use hubbub_syntax::{NodeId, View};

use super::intrinsic::Builtin;
use super::scope::Entity;
use super::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind};
use crate::data::types::{Argument, Constructor, DeclId, InstanceId, ModuleId, TypeId, TypeKind};
use crate::data::value::Value;
use crate::names::lookup::{Candidates, Lookup};
use crate::store::decls::DeclKind;

/// What a name or path means.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Target {
    /// A value; its expression.
    Value(ExprId),
    /// A type.
    Type(TypeId),
    /// Procedures, with the explicit arguments that stand behind the name.
    Procedures { candidates: Candidates, explicit: Option<NodeId> },
    /// A generic type that still needs its arguments.
    Generic(DeclId),
    /// A type of the language that still needs its arguments.
    Constructor(Constructor),
    /// A module.
    Module(ModuleId),
    /// A case of a union.
    Case { union: TypeId, case: u32 },
    /// An operation of the language, with the explicit arguments that stand behind the name.
    Builtin { builtin: Builtin, explicit: Option<NodeId> },
    /// Nothing; a mistake was reported (or is about to be silent about).
    Error,
}

impl<'s> Checker<'s> {
    /// What a node means.
    pub(crate) fn target(&mut self, node: NodeId, expectation: Expectation) -> Target {
        let view = self.view(node);
        if !self.go_deeper(node) {
            return Target::Error;
        }
        let target = self.view_target(node, &view, expectation);
        self.depth -= 1;
        target
    }

    /// What a node that has been decoded means.
    pub(crate) fn view_target(&mut self, node: NodeId, view: &View<'s>, expectation: Expectation) -> Target {
        match *view {
            View::Name { name } => self.name_target(node, name),
            View::Parenthesized { value } => self.target(value, expectation),
            View::Dot { base, name } => self.dot_target(node, base, name),
            View::Brace { base, arguments } => self.brace_target(node, base, arguments, expectation),
            View::ImplicitMember { name } => self.implicit_member_target(node, name, expectation),
            View::ProcedureType { .. }
            | View::TypeAlias { .. }
            | View::Prefix { operator: PrefixOperator::Pointer, .. } => self.type_target(node),
            _ => {
                let expr = self.check_view(node, view, expectation);
                self.expr_target(expr)
            }
        }
    }

    /// An expression, which may be a type.
    pub(crate) fn expr_target(&mut self, expr: ExprId) -> Target {
        match self.kind_of(expr) {
            TypeKind::Error => Target::Error,
            TypeKind::Type => match self.constant_value(expr).map(|value| &value.value) {
                Some(Value::Type(ty)) => Target::Type(*ty),
                _ => Target::Value(expr),
            },
            _ => Target::Value(expr),
        }
    }

    /// What stands before `(` or `{`: a value of type `Type` there is a type that is computed when compiling, as where a type is written.
    pub(crate) fn computed_target(&mut self, node: NodeId, target: Target) -> Target {
        match target {
            Target::Value(value) if *self.kind_of(value) == TypeKind::Type => self.type_target(node),
            target => target,
        }
    }

    /// A node that writes a type.
    pub(crate) fn type_target(&mut self, node: NodeId) -> Target {
        let ty = self.resolve_type(node);
        if *self.kind(ty) == TypeKind::Error {
            self.body.has_errors = true;
            return Target::Error;
        }
        Target::Type(ty)
    }

    fn name_target(&mut self, node: NodeId, name: Name) -> Target {
        match self.find_name(node, name) {
            Some(target) => target,
            None => self.unknown_name(node, name),
        }
    }

    /// What a name means; `None` if nothing declares it.
    pub(crate) fn find_name(&mut self, node: NodeId, name: Name) -> Option<Target> {
        self.note_use(node, name);
        match self.names.find(name) {
            Some(Entity::Local(local)) => {
                let at = self.at(node);
                return Some(Target::Value(self.local(local, at)));
            }
            Some(Entity::Value(value)) => {
                let target = self.argument_target(node, Argument::Value(value));
                if let Target::Value(expr) = target
                    && self.descriptor_index(expr).is_some()
                {
                    self.descriptors.push(expr);
                }
                return Some(target);
            }
            Some(Entity::NotCaptured { at }) => return Some(self.not_captured(node, name, at)),
            Some(Entity::Declaration(decl)) if !self.sema.decl(decl).is_procedure() => {
                return Some(self.decl_target(node, decl));
            }
            _ => {}
        }
        let at = self.at(node);
        // names of the body have been asked already
        match self.sema.lookup(&self.outer, name, at) {
            Lookup::NotFound => Builtin::find(name).map(|builtin| Target::Builtin { builtin, explicit: None }),
            found => Some(self.lookup_target(node, name, found)),
        }
    }

    /// What a look-up found.
    pub(crate) fn lookup_target(&mut self, node: NodeId, name: Name, found: Lookup) -> Target {
        match found {
            Lookup::NotFound => self.unknown_name(node, name),
            Lookup::Decl(decl) => self.decl_target(node, decl),
            Lookup::Procedures(candidates) => Target::Procedures { candidates, explicit: None },
            Lookup::Generic(argument) => self.argument_target(node, argument),
            Lookup::Module(module) => Target::Module(module),
            Lookup::Type(ty) => Target::Type(ty),
            Lookup::Constructor(constructor) => Target::Constructor(constructor),
            // of the body around a constant expression: its own variables have been found before
            Lookup::Local(_) => self.not_constant(node, name),
            Lookup::Ambiguous(decls) => self.ambiguous_name(node, name, &decls),
            Lookup::Private(decl) => self.private_name(node, decl),
            Lookup::Clash => {
                self.body.has_errors = true;
                Target::Error
            }
        }
    }

    /// What a generic parameter stands for.
    fn argument_target(&mut self, node: NodeId, argument: Argument) -> Target {
        match argument {
            Argument::Type(ty) => Target::Type(ty),
            Argument::Value(value) => match self.sema.value(value) {
                Some(found) => match found.value {
                    Value::Type(ty) => Target::Type(ty),
                    _ => {
                        let at = self.at(node);
                        Target::Value(self.push(ExprKind::Constant(value), found.ty, at))
                    }
                },
                None => Target::Error,
            },
        }
    }

    /// What a declaration that is no procedure means.
    pub(crate) fn decl_target(&mut self, node: NodeId, decl: DeclId) -> Target {
        let sema = self.sema;
        let declared = sema.decl(decl);
        let at = self.at(node);
        if !declared.is_procedure() {
            self.warn_deprecated(node, decl);
        }
        match declared.kind {
            DeclKind::Procedure | DeclKind::Operator(_) => {
                Target::Procedures { candidates: Candidates::One(decl), explicit: None }
            }
            DeclKind::Struct | DeclKind::Enum | DeclKind::Union | DeclKind::Distinct | DeclKind::TypeAlias => {
                if declared.generic_count > declared.inherited_generic_count {
                    return Target::Generic(decl);
                }
                let ty = sema.unless_wrong(sema.declared_type(self.instance_in(decl)));
                if *self.kind(ty) == TypeKind::Error {
                    self.body.has_errors = true;
                    return Target::Error;
                }
                Target::Type(ty)
            }
            DeclKind::Constant => self.constant_target(node, self.instance_in(decl)),
            DeclKind::Variable => {
                let instance = self.instance_in(decl);
                match sema.variable_type(instance) {
                    Some(ty) => Target::Value(self.push(ExprKind::Variable(instance), ty, at)),
                    None => self.failed(),
                }
            }
            DeclKind::Module(module) => Target::Module(module),
            DeclKind::ForeignLibrary | DeclKind::ContextField | DeclKind::Run | DeclKind::Assert => {
                let message = format!("`{}` has no value", declared.name);
                self.mistake(Kind::Misplaced, node, message);
                Target::Error
            }
        }
    }

    /// A constant: a value, a type, or another name of procedures.
    fn constant_target(&mut self, node: NodeId, instance: InstanceId) -> Target {
        let Some(constant) = self.sema.constant(instance) else { return self.failed() };
        match &constant.value {
            Value::Type(ty) => Target::Type(*ty),
            Value::Procedure(procedure) => {
                let at = self.at(node);
                Target::Value(self.push(ExprKind::Procedure(*procedure), constant.ty, at))
            }
            _ => {
                let at = self.at(node);
                Target::Value(self.constant(constant.clone(), at))
            }
        }
    }

    fn failed(&mut self) -> Target {
        self.body.has_errors = true;
        Target::Error
    }

    /// The instance of a declaration in scope, with what it inherits from the procedures around it.
    pub(crate) fn instance_in(&self, decl: DeclId) -> InstanceId {
        self.sema.instance_in(&self.outer, decl)
    }

    // ---- as a value -----------------------------------------------------------------------------------------------

    /// The value that a name or path stands for, where an expression is wanted.
    pub(crate) fn target_value(&mut self, node: NodeId, target: Target, expectation: Expectation) -> ExprId {
        let at = self.at(node);
        match target {
            Target::Value(expr) => expr,
            Target::Type(ty) => self.type_value(ty, at),
            Target::Procedures { candidates, explicit } => {
                self.procedure_value(node, &candidates, explicit, expectation)
            }
            Target::Case { union, case } => self.case_value(node, union, case, None),
            Target::Builtin { builtin, explicit } => self.builtin_value(node, builtin, explicit, expectation),
            Target::Error => self.fail_silently(node),
            Target::Generic(decl) => {
                let name = self.sema.decl(decl).name;
                let parameters = self.parameter_list(decl);
                let message = format!("`{name}` needs its type arguments: `{name}{{{parameters}}}`");
                self.mistake(Kind::NotInferred, node, message)
            }
            Target::Constructor(constructor) => {
                let message = format!("`{constructor:?}` needs its arguments: `{constructor:?}{{…}}`");
                self.mistake(Kind::NotInferred, node, message)
            }
            Target::Module(_) => {
                let text = self.source(node);
                let help = format!("its members are reached by `{text}.name`");
                let diagnostic =
                    Diagnostic::new(Kind::Misplaced, self.span(node), format!("`{text}` is a module, not a value"));
                self.report(diagnostic.help(help));
                self.error(node)
            }
        }
    }

    /// `A, B` of `{A, B}`.
    pub(crate) fn parameter_list(&self, decl: DeclId) -> String {
        let parameters = self.sema.generic_parameters(decl);
        parameters.iter().map(|parameter| parameter.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}
