//! Choosing among the members of an overload set, generic ones included (chapters 7 and 8).
//!
//! Every candidate is tried: arguments are assigned to parameters, generic parameters inferred, fits computed; what remains
//! is ranked by [`super::rank`]. The winner becomes a call in [`super::emit`]; what is said when there is none
//! stands in [`super::explain`].

use hubbub_base::Name;
use hubbub_syntax::NodeId;

use super::arguments::{Argument, ArgumentValue};
use super::assign::{Assignment, Misassigned, assign};
use super::braces::Insight;
use super::elements::Pass;
use super::fit::Ranking;
use super::rank::{Candidate, Fit, Origin, Pattern, Receiver, Verdict, best};
use crate::check::Checker;
use crate::check::conversion::is_silent;
use crate::data::typed::ExprId;
use crate::data::types::{self, DeclId, InstanceId, Signature, TypeId, TypeKind};
use crate::generics::Inferred;

/// Where a call stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site {
    /// The whole call.
    pub node: NodeId,
    /// The name that is called.
    pub name_node: NodeId,
    /// `f{…}`: the node with the explicit arguments.
    pub explicit: Option<NodeId>,
}

/// A candidate that fits.
#[derive(Clone, Debug)]
pub(crate) struct Viable {
    pub decl: DeclId,
    pub instance: InstanceId,
    pub assignment: Assignment,
    pub candidate: Candidate,
}

/// Why a candidate does not fit.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Reason {
    /// The numbers or names of arguments.
    Misassigned(Misassigned),
    /// An argument has another type: its index, and the type of its parameter.
    Type { argument: usize, expected: TypeId },
    /// An element of a `{…}`, or a `{…}` in it, has another type than it would have.
    Element { node: NodeId, expected: TypeId },
    /// Nothing tells this generic parameter.
    NotInferred(Name),
    /// The `where` clause is false.
    Where,
    /// It is not generic, or has fewer parameters than explicit arguments.
    Explicit,
    /// Its own declaration has a mistake.
    Broken,
    /// Something in a `{…}` from which it would be inferred is an error, or depends on a generic parameter.
    Unknown(TypeKind),
}

/// What came of a call.
pub(crate) enum Outcome {
    /// This one is called.
    Chosen(Viable),
    /// Several fit equally well.
    Ambiguous(Vec<Viable>),
    /// None fits.
    None(Vec<(DeclId, Reason)>),
}

impl Checker<'_> {
    /// Whether a declaration has generic parameters of its own.
    pub(crate) fn is_generic(&self, decl: DeclId) -> bool {
        let decl = self.sema.decl(decl);
        decl.generic_count > decl.inherited_generic_count
    }

    /// A call of one of these candidates with arguments that were checked; reports when none fits.
    pub(crate) fn call_overloaded(&mut self, site: &Site, candidates: &[DeclId], arguments: &[Argument]) -> ExprId {
        if let Some(unknown) = self.unknown_call(site.node, candidates, arguments) {
            return unknown;
        }
        let outer = std::mem::take(&mut self.elements);
        let call = match self.choose(site, candidates, arguments) {
            Outcome::Chosen(viable) => self.emit_call(site, &viable, arguments),
            Outcome::Ambiguous(viable) if self.is_open(&viable) => self.dependent(site.node),
            Outcome::Ambiguous(viable) => self.ambiguous_call(site, &viable, arguments),
            Outcome::None(reasons) => match unknown_among(&reasons) {
                Some(kind) => self.unknown_call_of(site.node, kind.clone(), candidates, arguments),
                None => self.no_candidate(site, &reasons, arguments),
            },
        };
        self.elements = outer;
        call
    }

    /// What depends on a generic parameter, so that it is for the instances to find out.
    pub(super) fn dependent(&mut self, node: NodeId) -> ExprId {
        let at = self.at(node);
        self.push(crate::data::typed::ExprKind::Error, self.sema.types.dependent, at)
    }

    /// Whether explicit arguments that are generic parameters leave it to the instances, and their `where`, which one is meant.
    fn is_open(&self, viable: &[Viable]) -> bool {
        viable.iter().any(|viable| self.sema.is_dependent_instance(viable.instance))
    }

    /// The same for an operator: `None` when none fits.
    pub(crate) fn call_if_fitting(
        &mut self,
        site: &Site,
        candidates: &[DeclId],
        arguments: &[Argument],
    ) -> Option<ExprId> {
        let outer = std::mem::take(&mut self.elements);
        let call = match self.choose(site, candidates, arguments) {
            Outcome::Chosen(viable) => Some(self.emit_call(site, &viable, arguments)),
            Outcome::Ambiguous(viable) => Some(self.ambiguous_call(site, &viable, arguments)),
            Outcome::None(_) => None,
        };
        self.elements = outer;
        call
    }

    /// Whether any candidate fits.
    pub(crate) fn any_fits(&mut self, candidates: &[DeclId], arguments: &[Argument]) -> bool {
        candidates.iter().any(|decl| self.try_candidate(*decl, 0, None, arguments).is_ok())
    }

    /// A call with arguments of which something is not known: nothing is chosen and nothing said.
    fn unknown_call(&mut self, node: NodeId, candidates: &[DeclId], arguments: &[Argument]) -> Option<ExprId> {
        let mut unknown = None;
        for argument in arguments {
            match self.is_unknown(argument) {
                Some(TypeKind::Error) => unknown = Some(TypeKind::Error),
                Some(_) if unknown.is_none() => unknown = Some(TypeKind::Dependent),
                _ => {}
            }
        }
        unknown.map(|kind| self.unknown_call_of(node, kind, candidates, arguments))
    }

    fn unknown_call_of(
        &mut self,
        node: NodeId,
        unknown: TypeKind,
        candidates: &[DeclId],
        arguments: &[Argument],
    ) -> ExprId {
        for argument in arguments.iter().filter(|argument| !matches!(argument.value, ArgumentValue::Checked(_))) {
            self.check_dependent_argument(argument.node);
        }
        if unknown == TypeKind::Dependent {
            return self.dependent(node);
        }
        let expr = self.fail_silently(node);
        // what it would give is known all the same when there is but one
        if let [decl] = candidates
            && !self.is_generic(*decl)
            && let Some(signature) = self.sema.signature(self.instance_in(*decl))
        {
            let result = self.result_type(&signature.results);
            self.body.exprs[expr].ty = result;
        }
        expr
    }

    /// Chooses a candidate.
    pub(crate) fn choose(&mut self, site: &Site, candidates: &[DeclId], arguments: &[Argument]) -> Outcome {
        let mut viable: Vec<Viable> = Vec::new();
        let mut reasons = Vec::new();
        for (index, decl) in candidates.iter().enumerate() {
            match self.try_candidate(*decl, index as u32, site.explicit, arguments) {
                Ok(found) => viable.push(found),
                Err(unknown @ Reason::Unknown(_)) => return Outcome::None(vec![(*decl, unknown)]),
                Err(reason) => reasons.push((*decl, reason)),
            }
        }
        if viable.len() <= 1 {
            return viable.pop().map_or(Outcome::None(reasons), Outcome::Chosen);
        }
        let insight = self.look_into_braces(&mut viable, arguments);
        let ranked: Vec<Candidate> = viable.iter().map(|viable| viable.candidate.clone()).collect();
        match best(&ranked, &Ranking { sema: self.sema, candidates }) {
            Verdict::One(index) => match viable.into_iter().nth(index) {
                Some(winner) => Outcome::Chosen(winner),
                None => Outcome::None(reasons),
            },
            Verdict::Ambiguous(left) => {
                match insight {
                    Insight::Narrowed => {}
                    Insight::NoneFits(others) => {
                        reasons.extend(others);
                        return Outcome::None(reasons);
                    }
                    Insight::Unknown(kind) => {
                        let unknown = viable.first().map(|viable| (viable.decl, Reason::Unknown(kind)));
                        return Outcome::None(unknown.into_iter().collect());
                    }
                }
                let kept = viable.into_iter().enumerate().filter(|(index, _)| left.contains(index));
                Outcome::Ambiguous(kept.map(|(_, viable)| viable).collect())
            }
        }
    }

    /// Tries one candidate.
    fn try_candidate(
        &mut self,
        decl: DeclId,
        index: u32,
        explicit: Option<NodeId>,
        arguments: &[Argument],
    ) -> Result<Viable, Reason> {
        let sema = self.sema;
        let is_generic = self.is_generic(decl);
        let shape = if is_generic { sema.identity_instance(decl) } else { self.instance_in(decl) };
        let signature = sema.signature(shape).ok_or(Reason::Broken)?;
        let assignment = assign(signature, arguments).map_err(Reason::Misassigned)?;
        if !is_generic {
            if explicit.is_some() {
                return Err(Reason::Explicit);
            }
            let fits = self.fits(signature, &assignment, arguments, None)?;
            return Ok(self.viable(decl, shape, assignment, fits));
        }
        let instance = self.infer_instance(decl, (signature, &assignment), explicit, arguments)?;
        // a result that refuses the arguments itself would only say again what the clause says
        if self.has_choosy_result(decl, signature) && !sema.where_holds(instance) {
            return Err(Reason::Where);
        }
        let concrete = sema.signature(instance).ok_or(Reason::Broken)?;
        let fits = self.fits(concrete, &assignment, arguments, Some((signature, index)))?;
        if !sema.where_holds(instance) {
            return Err(Reason::Where);
        }
        Ok(self.viable(decl, instance, assignment, fits))
    }

    /// Whether both a procedure and the type of a result of its own have `where`.
    fn has_choosy_result(&self, decl: DeclId, signature: &Signature) -> bool {
        let is_choosy = |ty: &TypeId| match self.kind(*ty) {
            TypeKind::Struct(instance) | TypeKind::Union(instance) => {
                self.sema.has_where(self.sema.instance(*instance).decl)
            }
            _ => false,
        };
        self.sema.has_where(decl) && signature.results.iter().any(is_choosy)
    }

    fn viable(&self, decl: DeclId, instance: InstanceId, assignment: Assignment, fits: Vec<Fit>) -> Viable {
        let module = self.sema.whole(self.sema.decl(decl).module);
        let origin = match () {
            () if module == self.sema.whole(self.module) => Origin::Own,
            () if module == self.sema.known.prelude => Origin::Prelude,
            () => Origin::Import,
        };
        let parameters = self.sema.signature(instance).map_or(&[][..], |signature| &signature.parameters);
        let is_counted = |index: &&u32| !parameters.get(**index as usize).is_some_and(|found| found.is_by_name);
        let candidate = Candidate {
            fits,
            uses_variadic: assignment.uses_variadic,
            defaults_used: assignment.defaults.iter().filter(is_counted).count() as u32,
            has_where: self.sema.has_where(decl),
            origin,
        };
        Viable { decl, instance, assignment, candidate }
    }

    /// The type that an argument meets: its parameter's, of a gathered `..T` the element's; `None` for C's `..`.
    pub(crate) fn parameter_type(
        &self,
        signature: &Signature,
        assignment: &Assignment,
        argument: usize,
    ) -> Option<TypeId> {
        let index = *assignment.parameters.get(argument)?;
        let parameter = signature.parameters.get(index as usize)?;
        match self.kind(parameter.ty) {
            TypeKind::Slice(element) if assignment.gathered == Some(index) => Some(*element),
            _ => Some(parameter.ty),
        }
    }

    /// How all arguments fit; `pattern` is the generic signature and the candidate's index.
    fn fits(
        &self,
        signature: &Signature,
        assignment: &Assignment,
        arguments: &[Argument],
        pattern: Option<(&Signature, u32)>,
    ) -> Result<Vec<Fit>, Reason> {
        let mut fits = Vec::with_capacity(arguments.len());
        for (index, argument) in arguments.iter().enumerate() {
            let Some(ty) = self.parameter_type(signature, assignment, index) else {
                fits.push(Fit::Any);
                continue;
            };
            let fit = self.fit(argument, ty).ok_or(Reason::Type { argument: index, expected: ty })?;
            fits.push(match pattern {
                Some((pattern, candidate)) => self.generic_fit(fit, pattern, candidate, assignment, index),
                None => fit,
            });
        }
        Ok(fits)
    }

    /// The fit of an argument whose parameter depends on generic parameters.
    fn generic_fit(
        &self,
        fit: Fit,
        pattern: &Signature,
        candidate: u32,
        assignment: &Assignment,
        argument: usize,
    ) -> Fit {
        let parameter = assignment.parameters.get(argument).copied().unwrap_or(u32::MAX);
        let written = pattern.parameters.get(parameter as usize).map(|parameter| parameter.ty);
        if !written.is_some_and(|ty| self.sema.facts(ty).is_dependent) {
            return fit;
        }
        let receiver = match fit {
            Fit::Same(receiver) => receiver,
            // an array that goes to a `Slice{T}` is converted besides
            Fit::Conversion { .. } | Fit::Any => return fit,
            _ => Receiver::Value,
        };
        Fit::Generic { pattern: Pattern { candidate, parameter }, receiver }
    }

    // ---- inference ------------------------------------------------------------------------------------------------

    /// The instance that the arguments ask for: explicit arguments first, then typed ones, then literals.
    fn infer_instance(
        &mut self,
        decl: DeclId,
        shape: (&Signature, &Assignment),
        explicit: Option<NodeId>,
        arguments: &[Argument],
    ) -> Result<InstanceId, Reason> {
        let (signature, assignment) = shape;
        let declared = self.sema.decl(decl);
        let (inherited, count) = (declared.inherited_generic_count as usize, declared.generic_count as usize);
        let mut inferred: Inferred =
            self.outer.arguments.iter().take(inherited).map(|argument| Some(*argument)).collect();
        inferred.resize(inherited, None);
        if let Some(node) = explicit {
            inferred.extend(self.explicit_arguments(decl, node)?.into_iter().map(Some));
        }
        inferred.resize(count, None);
        for pass in Pass::ALL {
            for of_braces in [false, true] {
                for (index, argument) in arguments.iter().enumerate() {
                    if inferred.iter().all(Option::is_some) {
                        break;
                    }
                    let pattern = self.parameter_type(signature, assignment, index);
                    let Some(pattern) = pattern.filter(|ty| self.sema.facts(*ty).is_dependent) else { continue };
                    if of_braces && argument.value == ArgumentValue::Brace {
                        self.infer_brace(pattern, argument.node, pass, &mut inferred)?;
                    } else if !of_braces {
                        self.infer_argument(pattern, (index, argument), pass, &mut inferred)?;
                    }
                }
            }
        }
        let mut found = Vec::with_capacity(count);
        for (index, argument) in inferred.iter().enumerate() {
            match argument {
                Some(argument) => found.push(*argument),
                None => {
                    let own = self.sema.generic_parameters(decl);
                    let parameter = own.get(index.saturating_sub(inherited));
                    return Err(Reason::NotInferred(parameter.map_or(Name::new("_"), |parameter| parameter.name)));
                }
            }
        }
        Ok(self.sema.instantiate(decl, &found))
    }

    /// Explicit arguments, as far as the candidate has parameters for them.
    fn explicit_arguments(&mut self, decl: DeclId, node: NodeId) -> Result<Vec<types::Argument>, Reason> {
        let hubbub_syntax::View::Brace { arguments, .. } = self.view(node) else { return Err(Reason::Explicit) };
        if self.sema.generic_parameters(decl).len() < arguments.len() {
            return Err(Reason::Explicit);
        }
        let found = self.sema.explicit_arguments(&self.env(), decl, arguments);
        self.body.has_errors |= found.is_none();
        found.ok_or(Reason::Broken)
    }

    /// Learns from one argument.
    fn infer_argument(
        &self,
        pattern: TypeId,
        argument: (usize, &Argument),
        pass: Pass,
        inferred: &mut Inferred,
    ) -> Result<(), Reason> {
        let (index, argument) = argument;
        let ArgumentValue::Checked(expr) = argument.value else { return Ok(()) };
        let ty = self.ty(expr);
        if Pass::of(self.kind(ty)) != pass {
            return Ok(());
        }
        if pass != Pass::Typed {
            if let Some(default) = self.default_type(ty) {
                // another argument may have said something else, to which the literal will go
                self.learn(pattern, default, inferred);
            }
            return Ok(());
        }
        let learned = if argument.is_receiver {
            self.receiver_forms(expr).any(|(_, ty)| self.learn(pattern, ty, inferred))
        } else {
            self.learn(pattern, ty, inferred)
        };
        if learned { Ok(()) } else { Err(Reason::Type { argument: index, expected: pattern }) }
    }

    /// Learns from one type, or from what it converts to implicitly: an array as a slice, a procedure as a closure.
    pub(super) fn learn(&self, pattern: TypeId, ty: TypeId, inferred: &mut Inferred) -> bool {
        if is_silent(self.kind(ty)) {
            return true;
        }
        let converted = match self.kind(ty) {
            TypeKind::Array { element, .. } => Some(self.sema.slice_of(*element)),
            TypeKind::Procedure(procedure) => {
                let closure =
                    types::ProcedureType { abi: hubbub_syntax::tree::view::Abi::Closure, ..procedure.clone() };
                Some(self.sema.intern(TypeKind::Procedure(closure)))
            }
            _ => None,
        };
        [Some(ty), converted].into_iter().flatten().any(|ty| {
            let mut attempt = inferred.clone();
            let fits = self.sema.infer_type(pattern, ty, &mut attempt);
            if fits {
                *inferred = attempt;
            }
            fits
        })
    }
}

/// What is not known in the `{…}` from which a candidate would have been inferred.
fn unknown_among(reasons: &[(DeclId, Reason)]) -> Option<&TypeKind> {
    reasons.iter().find_map(|(_, reason)| match reason {
        Reason::Unknown(kind) => Some(kind),
        _ => None,
    })
}
