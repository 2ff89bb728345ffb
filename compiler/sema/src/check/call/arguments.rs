//! Arguments of a call before a candidate is chosen: each is checked once; what needs the parameter's type waits.

use hubbub_base::Name;
use hubbub_syntax::{NodeId, View};

use crate::check::target::Target;
use crate::check::{Checker, Expectation};
use crate::data::typed::ExprId;
use crate::data::types::{TypeId, TypeKind};
use crate::names::lookup::Candidates;
use crate::record::Wish;

/// An argument of a call.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Argument {
    /// Its value's node.
    pub node: NodeId,
    /// `name = value`: the name and its node.
    pub name: Option<(Name, NodeId)>,
    /// `..value`.
    pub is_spread: bool,
    /// The x of `x.f(…)`, which may be taken as `&x` or `x@`.
    pub is_receiver: bool,
    /// What is known about it.
    pub value: ArgumentValue,
}

/// What is known about an argument.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum ArgumentValue {
    /// It has been checked.
    Checked(ExprId),
    /// `.name` or `.name(…)`.
    Member(Name),
    /// `{…}`.
    Brace,
    /// `none`.
    None,
    /// Several procedures, or a generic one.
    Procedures(Candidates),
}

impl Checker<'_> {
    /// Checks the arguments of a call, in order.
    pub(crate) fn check_arguments(&mut self, nodes: &[NodeId], hints: &[Option<TypeId>]) -> Vec<Argument> {
        let mut arguments = Vec::with_capacity(nodes.len() + 1);
        for (index, node) in nodes.iter().enumerate() {
            let (name, value, is_spread) = match self.view(*node) {
                View::NamedArgument { name, value } => (Some((self.name_of(name), name)), value, false),
                View::Spread { value } => (None, value, true),
                _ => (None, *node, false),
            };
            let hint = hints.get(index).copied().flatten().filter(|_| !is_spread);
            let expectation = hint.map_or(Expectation::None, Expectation::Hint);
            let checked = self.check_argument(value, expectation);
            arguments.push(Argument { node: value, name, is_spread, is_receiver: false, value: checked });
        }
        arguments
    }

    pub(super) fn check_argument(&mut self, node: NodeId, expectation: Expectation) -> ArgumentValue {
        let inner = self.without_parentheses(node);
        match self.view(inner) {
            View::ImplicitMember { name } => {
                if let Some(ty) = expectation.hint() {
                    self.note_member(name, ty, Wish::Expected);
                }
                return ArgumentValue::Member(self.name_of(name));
            }
            View::Call { callee, .. } => {
                if let View::ImplicitMember { name } = self.view(callee) {
                    return ArgumentValue::Member(self.name_of(name));
                }
            }
            View::BareBrace { .. } => return ArgumentValue::Brace,
            View::Name { .. } | View::Dot { .. } | View::Brace { .. } => {
                return self.check_named_argument(inner, expectation);
            }
            _ => {}
        }
        ArgumentValue::Checked(self.check_expr(node, expectation))
    }

    /// A name or path, which may be procedures.
    fn check_named_argument(&mut self, node: NodeId, expectation: Expectation) -> ArgumentValue {
        let target = self.target(node, expectation);
        match target {
            Target::Procedures { candidates, explicit: None } if !self.is_single(&candidates) => {
                ArgumentValue::Procedures(candidates)
            }
            Target::Builtin { builtin, explicit: None } if builtin.is_none() => ArgumentValue::None,
            target => ArgumentValue::Checked(self.target_value(node, target, expectation)),
        }
    }

    /// Whether there is one procedure, and it is not generic.
    pub(crate) fn is_single(&self, candidates: &Candidates) -> bool {
        match candidates.as_slice() {
            [decl] => !self.is_generic(*decl),
            _ => false,
        }
    }

    /// Checks an argument that waited, now that its type is known, and converts any argument to it.
    pub(crate) fn finish_argument(&mut self, argument: &Argument, ty: TypeId) -> ExprId {
        match argument.value {
            ArgumentValue::Checked(expr) if argument.is_receiver => self.finish_receiver(expr, ty, argument.node),
            ArgumentValue::Checked(expr) => self.convert_to(expr, ty, argument.node),
            _ => self.check_to(argument.node, ty),
        }
    }

    /// The type of an argument that has been checked.
    pub(crate) fn argument_type(&self, argument: &Argument) -> Option<TypeId> {
        match argument.value {
            ArgumentValue::Checked(expr) => Some(self.ty(expr)),
            _ => None,
        }
    }

    /// An argument in a message.
    pub(crate) fn described_argument(&self, argument: &Argument) -> String {
        match &argument.value {
            ArgumentValue::Checked(expr) => self.described(self.ty(*expr)),
            ArgumentValue::Member(name) => format!("`.{name}`"),
            ArgumentValue::Brace => match self.source(argument.node).as_str() {
                "…" => "`{…}`".to_owned(),
                text => format!("`{text}`"),
            },
            ArgumentValue::None => "`none`".to_owned(),
            ArgumentValue::Procedures(_) => "several procedures".to_owned(),
        }
    }

    /// Whether something about an argument is not known: a mistake was reported, or it depends on a generic parameter.
    pub(crate) fn is_unknown(&self, argument: &Argument) -> Option<&TypeKind> {
        let ty = self.argument_type(argument)?;
        let facts = self.sema.facts(ty);
        if facts.has_error {
            return Some(&TypeKind::Error);
        }
        facts.is_dependent.then_some(&TypeKind::Dependent)
    }
}
