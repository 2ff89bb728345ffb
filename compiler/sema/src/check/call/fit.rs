//! How an argument fits a parameter: the five classes of chapter 7.

use std::cmp::Ordering;

use hubbub_base::Name;
use hubbub_syntax::{NodeId, View};

use super::arguments::{Argument, ArgumentValue};
use super::rank::{Fit, Order, Pattern, Receiver};
use crate::check::Checker;
use crate::check::conversion::{Implicit, implicit, is_silent};
use crate::check::literal::{LiteralFit, is_literal};
use crate::data::typed::{Conversion, ExprId, ExprKind};
use crate::data::types::{DeclId, TypeId, TypeKind};
use crate::session::Sema;

impl Checker<'_> {
    /// How an argument fits a parameter of this type; `None`: not at all.
    pub(crate) fn fit(&self, argument: &Argument, ty: TypeId) -> Option<Fit> {
        if is_silent(self.kind(ty)) {
            return Some(Fit::Same(Receiver::Value));
        }
        match &argument.value {
            ArgumentValue::Checked(expr) if argument.is_receiver => self.receiver_fit(*expr, ty),
            ArgumentValue::Checked(expr) => self.value_fit(*expr, ty),
            ArgumentValue::Member(name) => self
                .through_maybe(ty, |inner| self.has_member(inner, *name))
                .then_some(Fit::Literal { as_float: false }),
            ArgumentValue::Brace => self.brace_fits(argument.node, ty).then_some(Fit::Literal { as_float: false }),
            ArgumentValue::None => self.sema.held_by(ty).map(|_| Fit::Literal { as_float: false }),
            ArgumentValue::Procedures(candidates) => {
                self.pick_procedure(candidates.as_slice(), ty).map(|_| Fit::Literal { as_float: false })
            }
        }
    }

    /// Whether a type, or what the `Maybe` that it is holds, passes a test.
    fn through_maybe(&self, ty: TypeId, test: impl Fn(TypeId) -> bool) -> bool {
        test(ty) || self.sema.held_by(ty).is_some_and(test)
    }

    /// How a value fits.
    pub(crate) fn value_fit(&self, expr: ExprId, ty: TypeId) -> Option<Fit> {
        let from = self.ty(expr);
        if from == ty {
            return Some(Fit::Same(Receiver::Value));
        }
        if is_literal(self.kind(from)) {
            return self.literal_argument_fit(expr, from, ty);
        }
        if is_silent(self.kind(from)) {
            return Some(Fit::Same(Receiver::Value));
        }
        match implicit(self.sema, from, ty) {
            Some(Implicit::Nothing) => Some(Fit::Same(Receiver::Value)),
            Some(Implicit::Convert(Conversion::ToAny)) => Some(Fit::Any),
            Some(_) => Some(Fit::Conversion { target: ty }),
            None => {
                let thunk = self.named_procedure(expr).is_some() && self.has_entry_thunk(from, ty);
                thunk.then_some(Fit::Conversion { target: ty })
            }
        }
    }

    fn literal_argument_fit(&self, expr: ExprId, literal: TypeId, ty: TypeId) -> Option<Fit> {
        if *self.kind(ty) == TypeKind::Any {
            return self.default_type(literal).map(|_| Fit::Any);
        }
        if let Some(payload) = self.sema.held_by(ty) {
            return self.literal_fit(expr, payload).is_ok().then_some(Fit::Conversion { target: ty });
        }
        let fit = self.literal_fit(expr, ty).ok()?;
        if self.default_type(literal) == Some(ty) {
            return Some(Fit::Same(Receiver::Value));
        }
        Some(Fit::Literal { as_float: fit == LiteralFit::AsFloat })
    }

    /// Whether `{…}` can make a value of the type, as far as its outside shows.
    pub(super) fn brace_fits(&self, node: NodeId, ty: TypeId) -> bool {
        let View::BareBrace { arguments } = self.view(self.without_parentheses(node)) else { return false };
        let is_named = matches!(arguments.first().map(|node| self.view(*node)), Some(View::NamedArgument { .. }));
        self.through_maybe(ty, |ty| match self.kind(self.sema.base_of(ty)) {
            TypeKind::Struct(_) if is_named => arguments.iter().all(|argument| match self.view(*argument) {
                View::NamedArgument { name, .. } => {
                    let name = self.name_of(name);
                    self.named_field(self.sema.base_of(ty), name).is_some()
                }
                _ => false,
            }),
            TypeKind::Struct(_) => {
                let fields = self.sema.fields(self.sema.base_of(ty));
                arguments.is_empty() || fields.is_some_and(|fields| fields.fields.len() == arguments.len())
            }
            TypeKind::Slice(_) => !is_named,
            TypeKind::Array { length, .. } => !is_named && (arguments.is_empty() || *length == arguments.len() as u64),
            TypeKind::Simd { lanes, .. } => !is_named && *lanes as usize == arguments.len(),
            kind => is_silent(kind),
        })
    }

    /// The type of the field that a name means in a literal of a struct: its own, or one that `using` promotes.
    pub(super) fn named_field(&self, ty: TypeId, name: Name) -> Option<TypeId> {
        let fields = self.sema.fields(ty)?;
        match fields.position(name) {
            Some(index) => Some(fields.fields.get(index)?.ty),
            None => self.named_field(fields.fields.get(self.promoted_by(ty, name)?)?.ty, name),
        }
    }

    // ---- receivers ------------------------------------------------------------------------------------------------

    /// The forms that a receiver can take, best first, with their types.
    pub(crate) fn receiver_forms(&self, expr: ExprId) -> impl Iterator<Item = (Receiver, TypeId)> + use<> {
        let ty = self.ty(expr);
        let value = self.default_type(ty).unwrap_or(ty);
        let has_address = self.is_place(expr) || self.is_temporary(expr);
        let address = has_address.then(|| (Receiver::Address, self.sema.pointer_to(ty)));
        let target = match self.kind(ty) {
            TypeKind::Pointer(pointee) => Some((Receiver::Target, *pointee)),
            _ => None,
        };
        std::iter::once((Receiver::Value, value)).chain(address).chain(target)
    }

    /// How a receiver fits: as `x`, else as `&x`, else as `x@`.
    pub(crate) fn receiver_fit(&self, expr: ExprId, ty: TypeId) -> Option<Fit> {
        if let Some(fit) = self.value_fit(expr, ty) {
            return Some(fit);
        }
        let mut forms = self.receiver_forms(expr).filter(|(form, _)| *form != Receiver::Value);
        forms.find_map(|(form, from)| match implicit(self.sema, from, ty)? {
            Implicit::Nothing => Some(Fit::Same(form)),
            Implicit::Convert(Conversion::ToAny) => None,
            _ => Some(Fit::Conversion { target: ty }),
        })
    }

    /// Takes a receiver in the form that fits and converts it.
    pub(crate) fn finish_receiver(&mut self, expr: ExprId, ty: TypeId, node: NodeId) -> ExprId {
        if self.value_fit(expr, ty).is_some() {
            return self.convert_to(expr, ty, node);
        }
        let forms: Vec<_> = self.receiver_forms(expr).filter(|(form, _)| *form != Receiver::Value).collect();
        for (form, from) in forms {
            if implicit(self.sema, from, ty).is_none() {
                continue;
            }
            let taken = match form {
                Receiver::Address => self.address_of_receiver(expr, node),
                _ => {
                    let at = self.expr(expr).at;
                    self.push(ExprKind::Dereference(expr), from, at)
                }
            };
            return self.convert_to(taken, ty, node);
        }
        self.convert_to(expr, ty, node)
    }
}

/// The comparisons of overload resolution, for these candidates.
pub(crate) struct Ranking<'r> {
    pub sema: &'r Sema,
    pub candidates: &'r [DeclId],
}

impl Order for Ranking<'_> {
    fn specificity(&self, a: Pattern, b: Pattern) -> Option<Ordering> {
        let place = |pattern: Pattern| {
            let decl = self.candidates.get(pattern.candidate as usize)?;
            Some((*decl, pattern.parameter as usize))
        };
        self.sema.compare_specificity(place(a)?, place(b)?)
    }

    fn converts(&self, from: TypeId, to: TypeId) -> bool {
        implicit(self.sema, from, to).is_some()
    }
}
