//! Choosing by what stands in `{…}`: of several candidates whose parameters an argument `{…}` could make from its outside, those stay that all
//! its elements fit.
//!
//! Elements that need no expectation are checked once, however many candidates ask ([`Checker::untyped_element`]); so a call costs what its
//! elements cost, and a comparison for each element and candidate. What needs one (`.m | .n`, `ifx …`) rules nobody out.

use hubbub_syntax::{NodeId, View};

use super::arguments::{Argument, ArgumentValue};
use super::overload::{Reason, Viable};
use super::rank::Fit;
use crate::check::Checker;
use crate::check::conversion::is_silent;
use crate::data::types::{DeclId, TypeId, TypeKind};

/// What the elements say about the candidates.
pub(super) enum Insight {
    /// The others have left.
    Narrowed,
    /// None can be made, and why.
    NoneFits(Vec<(DeclId, Reason)>),
    /// An element is an error, or depends on a generic parameter.
    Unknown(TypeKind),
}

impl Checker<'_> {
    /// Takes those away that some element of a `{…}` does not fit, and notes how well the others fit.
    pub(super) fn look_into_braces(&mut self, viable: &mut Vec<Viable>, arguments: &[Argument]) -> Insight {
        let braces: Vec<usize> = (0..arguments.len()).filter(|index| self.has_elements(arguments, *index)).collect();
        if braces.is_empty() {
            return Insight::Narrowed;
        }
        let mut reasons: Vec<Option<Reason>> = Vec::with_capacity(viable.len());
        for candidate in viable.iter_mut() {
            match self.braces_fit(candidate, &braces, arguments) {
                Err(Reason::Unknown(kind)) => return Insight::Unknown(kind),
                found => reasons.push(found.err()),
            }
        }
        if reasons.iter().all(Option::is_some) {
            let pairs = viable.iter().zip(reasons);
            return Insight::NoneFits(
                pairs.filter_map(|(candidate, reason)| Some((candidate.decl, reason?))).collect(),
            );
        }
        let mut reasons = reasons.into_iter();
        viable.retain(|_| reasons.next().flatten().is_none());
        Insight::Narrowed
    }

    fn has_elements(&self, arguments: &[Argument], index: usize) -> bool {
        let Some(argument) = arguments.get(index).filter(|argument| argument.value == ArgumentValue::Brace) else {
            return false;
        };
        let view = self.view(self.without_parentheses(argument.node));
        matches!(view, View::BareBrace { arguments } if !arguments.is_empty())
    }

    fn braces_fit(&mut self, viable: &mut Viable, braces: &[usize], arguments: &[Argument]) -> Result<(), Reason> {
        let Some(signature) = self.sema.signature(viable.instance) else { return Ok(()) };
        for index in braces {
            let Some(argument) = arguments.get(*index) else { continue };
            let Some(ty) = self.parameter_type(signature, &viable.assignment, *index) else { continue };
            let worst = self.brace_fit(argument.node, ty)?;
            // a parameter that depends on generic ones is ranked by what it was written as
            if let Some(fit @ Fit::Literal { .. }) = viable.candidate.fits.get_mut(*index) {
                *fit = Fit::Elements { worst };
            }
        }
        Ok(())
    }

    /// How badly the worst element of a `{…}` fits where the literal makes a value of a type.
    fn brace_fit(&mut self, node: NodeId, ty: TypeId) -> Result<u8, Reason> {
        let inner = self.without_parentheses(node);
        let View::BareBrace { arguments } = self.view(inner) else { return Ok(0) };
        if is_silent(self.kind(ty)) {
            return Ok(0);
        }
        if !self.brace_fits(node, ty) {
            return Err(Reason::Element { node, expected: ty });
        }
        match self.sema.held_by(ty) {
            Some(payload) => Ok(self.parts_fit(arguments, payload)?.max(CONVERTED)),
            None => self.parts_fit(arguments, ty),
        }
    }

    fn parts_fit(&mut self, arguments: &[NodeId], ty: TypeId) -> Result<u8, Reason> {
        let base = self.sema.base_of(ty);
        let mut worst = 0;
        for (index, argument) in arguments.iter().enumerate() {
            let (value, wanted) = match (self.view(*argument), self.kind(base)) {
                (View::NamedArgument { name, value }, TypeKind::Struct(_)) => {
                    let name = self.name_of(name);
                    (value, self.named_field(base, name))
                }
                (_, TypeKind::Struct(_)) => {
                    let fields = self.sema.fields(base);
                    (*argument, fields.and_then(|fields| fields.fields.get(index)).map(|field| field.ty))
                }
                (_, TypeKind::Slice(element) | TypeKind::Array { element, .. } | TypeKind::Simd { element, .. }) => {
                    (*argument, Some(*element))
                }
                _ => return Ok(worst),
            };
            let Some(wanted) = wanted else { continue };
            worst = worst.max(self.element_fit(value, wanted)?);
        }
        Ok(worst)
    }

    fn element_fit(&mut self, node: NodeId, ty: TypeId) -> Result<u8, Reason> {
        if matches!(self.view(self.without_parentheses(node)), View::BareBrace { .. }) {
            return self.brace_fit(node, ty);
        }
        let Some(value) = self.element_value(node) else { return Ok(0) };
        let argument = Argument { node, name: None, is_spread: false, is_receiver: false, value };
        if let Some(kind) = self.is_unknown(&argument) {
            return Err(Reason::Unknown(kind.clone()));
        }
        match self.fit(&argument, ty) {
            Some(fit) => Ok(class(fit)),
            None => Err(Reason::Element { node, expected: ty }),
        }
    }

    /// What is known of an element; `None` where it needs the type that it will have.
    fn element_value(&mut self, node: NodeId) -> Option<ArgumentValue> {
        if let Some(expr) = self.elements.get(&node) {
            return Some(ArgumentValue::Checked(*expr));
        }
        if self.waits(node) {
            return None;
        }
        match self.untyped_element(node) {
            Ok(expr) => Some(ArgumentValue::Checked(expr)),
            Err(value) => value,
        }
    }

    /// Whether the type that is expected decides what an expression is, or may.
    fn waits(&self, node: NodeId) -> bool {
        let is_member = |node| matches!(self.view(node), View::ImplicitMember { .. });
        let mut node = self.without_parentheses(node);
        // `.m` alone is known by its name
        if is_member(node) || matches!(self.view(node), View::Call { callee, .. } if is_member(callee)) {
            return false;
        }
        loop {
            node = match self.view(self.without_parentheses(node)) {
                View::Binary { left, right, .. } => {
                    if is_member(right) || self.waits(right) {
                        return true;
                    }
                    left
                }
                View::Prefix { value, .. } => value,
                View::Call { callee, .. } => {
                    return is_member(callee) || self.name_of(callee).as_str() == "some";
                }
                View::Literal { .. }
                | View::Name { .. }
                | View::Dot { .. }
                | View::Brace { .. }
                | View::Index { .. }
                | View::Dereference { .. }
                | View::Bool { .. }
                | View::Null
                | View::Context
                | View::OrElse { .. }
                | View::OrReturn { .. } => return false,
                _ => return true,
            };
        }
    }
}

/// What converts, [`class`] says.
const CONVERTED: u8 = 3;

/// How badly an element fits.
fn class(fit: Fit) -> u8 {
    match fit {
        Fit::Same(_) | Fit::Generic { .. } => 0,
        Fit::Literal { as_float } => 1 + u8::from(as_float),
        Fit::Elements { worst } => worst,
        Fit::Conversion { .. } => CONVERTED,
        Fit::Any => 4,
    }
}
