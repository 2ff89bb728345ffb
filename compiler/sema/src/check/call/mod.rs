//! Calls: what is called, then with what.
//!
//! The callee decides ([`Checker::check_call`]): a type converts, a case makes a union, an operation of the language is in
//! [`super::intrinsic`], a value is called through its type, procedures are chosen among. One procedure that is not generic goes the short way
//! of [`emit`]; all else through [`arguments`], [`overload`], [`fit`] and [`rank`]. [`explain`] words the mistakes.

pub(crate) mod arguments;
pub(crate) mod assign;
mod braces;
mod elements;
pub(crate) mod emit;
pub(crate) mod explain;
pub(crate) mod fit;
pub(crate) mod overload;
pub mod rank;
mod regex;

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};

use self::arguments::Argument;
use self::overload::Site;
use super::conversion::is_silent;
use super::target::Target;
use super::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind};
use crate::data::types::{DeclId, InstanceId, Parameter, TypeId, TypeKind};
use crate::names::lookup::{Candidates, Lookup};
use crate::names::sets::CandidateSet;
use crate::record::Wish;

impl Checker<'_> {
    /// `callee(arguments)`.
    pub(crate) fn check_call(
        &mut self,
        node: NodeId,
        callee: NodeId,
        arguments: &[NodeId],
        expectation: Expectation,
    ) -> ExprId {
        let site = Site { node, name_node: callee, explicit: None };
        match self.view(callee) {
            View::Dot { base, name } => return self.check_dot_call(&site, base, name, arguments, expectation),
            View::Brace { base: method, .. } => {
                if let View::Dot { base, name } = self.view(method) {
                    let site = Site { name_node: method, explicit: Some(callee), ..site };
                    return self.check_dot_call(&site, base, name, arguments, expectation);
                }
            }
            // in a generic body the home modules of the arguments may have what nobody here declares
            View::Name { name } if !self.outer.arguments.is_empty() => {
                let found = self.find_name(callee, name);
                let none = || Target::Procedures { candidates: Candidates::Many(Box::new([])), explicit: None };
                return self.call_target(&site, found.unwrap_or_else(none), arguments, expectation);
            }
            _ => {}
        }
        let target = self.target(callee, expectation);
        let target = self.computed_target(callee, target);
        self.call_target(&site, target, arguments, expectation)
    }

    /// A call of what the callee means.
    fn call_target(&mut self, site: &Site, target: Target, arguments: &[NodeId], expectation: Expectation) -> ExprId {
        match target {
            Target::Procedures { candidates, explicit } => {
                let site = Site { explicit, ..*site };
                self.call_procedures(&site, candidates, arguments)
            }
            Target::Type(ty) => self.check_conversion(site, ty, arguments),
            Target::Case { union, case } => self.case_value(site.node, union, case, Some(arguments)),
            Target::Builtin { builtin, explicit } => {
                self.call_builtin(site.node, builtin, explicit, arguments, expectation)
            }
            Target::Value(callee) => self.value_call(site, callee, arguments),
            Target::Error => {
                for argument in arguments {
                    self.check_dependent_argument(*argument);
                }
                self.fail_silently(site.node)
            }
            target @ (Target::Generic(_) | Target::Constructor(_) | Target::Module(_)) => {
                for argument in arguments {
                    self.check_dependent_argument(*argument);
                }
                self.target_value(site.name_node, target, Expectation::None)
            }
        }
    }

    /// `T(x)`.
    fn check_conversion(&mut self, site: &Site, ty: TypeId, arguments: &[NodeId]) -> ExprId {
        let [argument] = arguments else {
            for argument in arguments {
                self.check_dependent_argument(*argument);
            }
            let name = self.type_name(ty);
            let message = format!("a conversion to `{name}` takes one value, {} given", arguments.len());
            let mut diagnostic = Diagnostic::new(Kind::NoMatchingProcedure, self.span(site.node), message);
            if matches!(self.kind(ty), TypeKind::Struct(_) | TypeKind::Array { .. } | TypeKind::Slice(_)) {
                diagnostic = diagnostic.help(format!("a value is made with braces: `{name}{{…}}`"));
            }
            self.report(diagnostic);
            return self.error(site.node);
        };
        if matches!(self.view(*argument), View::NamedArgument { .. } | View::Spread { .. }) {
            return self.mistake(Kind::NoMatchingProcedure, *argument, "a conversion takes a plain value");
        }
        let value = self.check_expr(*argument, Expectation::Hint(ty));
        let result = self.convert_explicitly(value, ty, *argument, site.node);
        let at = self.at(site.node);
        if !matches!(self.expr(result).kind, ExprKind::Local(_)) {
            self.body.exprs[result].at = at;
        }
        result
    }

    // ---- procedures -----------------------------------------------------------------------------------------------

    /// A call of procedures by name. In an instance of a generic body, home modules of the arguments are asked as well.
    fn call_procedures(&mut self, site: &Site, candidates: Candidates, arguments: &[NodeId]) -> ExprId {
        self.note_candidates(site.name_node, candidates.as_slice(), false);
        let is_plain = matches!(self.view(self.without_braces(site.name_node)), View::Name { .. });
        let asks_homes = is_plain && !self.outer.arguments.is_empty();
        if let Candidates::Large(set) = &candidates {
            return self.call_large(site, set, arguments, asks_homes);
        }
        if let Some(call) = self.format_call(site, candidates.as_slice(), arguments) {
            return call;
        }
        if let Candidates::One(decl) = candidates
            && !asks_homes
            && site.explicit.is_none()
            && !self.is_generic(decl)
        {
            return self.direct_call(site, decl, None, arguments);
        }
        let hints = self.common_hints(candidates.as_slice(), arguments, 0);
        let checked = self.check_arguments(arguments, &hints);
        if !asks_homes {
            return self.call_overloaded(site, candidates.as_slice(), &checked);
        }
        self.call_with_homes(site, candidates.as_slice().to_vec(), &checked)
    }

    /// A call of a large set: only those are tried whose parameters could take the first arguments.
    fn call_large(&mut self, site: &Site, set: &CandidateSet, arguments: &[NodeId], asks_homes: bool) -> ExprId {
        if let Some(decl) = self.sema.format_member(set)
            && let Some(call) = self.check_format_call(site.node, decl, arguments)
        {
            return call;
        }
        let checked = self.check_arguments(arguments, self.sema.common_types(set));
        let few = self.sema.possible(set, &self.leading_types(&checked));
        match asks_homes {
            true => self.call_with_homes(site, few, &checked),
            false => self.call_overloaded(site, &few, &checked),
        }
    }

    /// The types of the arguments that are certain to go to the first parameters.
    fn leading_types(&self, arguments: &[Argument]) -> Vec<Option<TypeId>> {
        let plain = arguments.iter().take_while(|argument| argument.name.is_none() && !argument.is_spread);
        plain.map(|argument| self.argument_type(argument)).collect()
    }

    /// A call of these candidates and of those of the arguments' home modules.
    fn call_with_homes(&mut self, site: &Site, mut all: Vec<DeclId>, checked: &[Argument]) -> ExprId {
        self.add_home_procedures(site.name_node, checked, &mut all);
        let is_known = !all.is_empty() || checked.iter().any(|argument| self.is_unknown(argument).is_some());
        if !is_known {
            let name = self.name_of(self.without_braces(site.name_node));
            self.unknown_name(site.name_node, name);
            return self.error(site.node);
        }
        self.call_overloaded(site, &all, checked)
    }

    fn without_braces(&self, node: NodeId) -> NodeId {
        match self.view(node) {
            View::Brace { base, .. } => base,
            _ => node,
        }
    }

    /// The procedures of the callee's name that the home modules of the arguments declare.
    fn add_home_procedures(&mut self, name_node: NodeId, arguments: &[Argument], all: &mut Vec<DeclId>) {
        let name = self.name_of(self.without_braces(name_node));
        let types = self.leading_types(arguments);
        for argument in arguments {
            if let Some(ty) = self.argument_type(argument) {
                self.add_procedures_of_home(ty, name, &types, all);
            }
        }
    }

    fn add_procedures_of_home(&self, ty: TypeId, name: Name, types: &[Option<TypeId>], all: &mut Vec<DeclId>) {
        let home = self.sema.home_module(ty);
        for decl in self.sema.home_procedures(home, name, types) {
            if !all.contains(&decl) {
                all.push(decl);
            }
        }
    }

    /// A call of a `#format` procedure whose format is a constant.
    fn format_call(&mut self, site: &Site, candidates: &[DeclId], arguments: &[NodeId]) -> Option<ExprId> {
        let decl = candidates.iter().copied().find(|decl| self.procedure_facts(*decl).is_format)?;
        self.check_format_call(site.node, decl, arguments)
    }

    /// The same for `x.f(…)`, if the procedure takes `x` first.
    fn format_method(
        &mut self,
        site: &Site,
        ((value, base), name_node): ((ExprId, NodeId), NodeId),
        candidates: &[DeclId],
        arguments: &[NodeId],
    ) -> Option<ExprId> {
        let decl = candidates.iter().copied().find(|decl| self.procedure_facts(*decl).is_format)?;
        if !self.takes_receiver(decl, value) {
            return if candidates.len() == 1 {
                self.format_elsewhere(site, (value, name_node), decl, arguments)
            } else {
                None
            };
        }
        let arguments: Vec<NodeId> = [base].into_iter().chain(arguments.iter().copied()).collect();
        self.check_format_call_of(site.node, decl, Some(value), &arguments)
    }

    fn takes_receiver(&self, decl: DeclId, value: ExprId) -> bool {
        let signature = self.sema.signature(self.sema.identity_instance(decl));
        let first = signature.and_then(|signature| signature.parameters.first());
        first.is_some_and(|first| self.receiver_fit(value, first.ty).is_some())
    }

    /// `out.print("{}", x)` where `print_to` is meant, which takes `out`.
    fn format_elsewhere(
        &mut self,
        site: &Site,
        (value, name_node): (ExprId, NodeId),
        decl: DeclId,
        arguments: &[NodeId],
    ) -> Option<ExprId> {
        let name = self.sema.decl(decl).name;
        let other = Name::new(&format!("{name}_to"));
        let mut others = self.sema.own_declarations(self.sema.decl(decl).module, other);
        others.find(|other| self.takes_receiver(*other, value))?;
        for argument in arguments {
            self.check_dependent_argument(*argument);
        }
        let found = self.described(self.ty(value));
        let span = self.span(name_node);
        let message = format!("`{name}` does not take {found}");
        let diagnostic = Diagnostic::new(Kind::NoMatchingProcedure, span, message);
        self.report(diagnostic.fix(format!("`{other}` does"), span, other.as_str()));
        Some(self.fail_silently(site.node))
    }

    /// What every candidate's parameter for an argument has in common: a hint for arguments that need one. So many parameters come
    /// before that of the first argument.
    fn common_hints(&mut self, candidates: &[DeclId], arguments: &[NodeId], before: usize) -> Vec<Option<TypeId>> {
        let mut hints: Vec<Option<TypeId>> = vec![None; arguments.len()];
        for (number, decl) in candidates.iter().enumerate() {
            let Some(signature) = self.sema.signature(self.sema.identity_instance(*decl)) else { continue };
            for (index, (hint, argument)) in hints.iter_mut().zip(arguments).enumerate() {
                let parameter = match self.view(*argument) {
                    View::NamedArgument { name, .. } => {
                        let name = self.name_of(name);
                        signature.parameters.iter().find(|parameter| parameter.name == name)
                    }
                    // What is behind a `..T` goes by name.
                    _ => {
                        let mut parameters = signature.parameters.iter().filter(|parameter| !parameter.is_by_name);
                        let at = before + index;
                        parameters.clone().take(at + 1).find(|parameter| parameter.is_variadic).or(parameters.nth(at))
                    }
                };
                let ty = parameter.and_then(|parameter| self.expected_argument(parameter, *argument));
                let ty = ty.filter(|ty| !self.sema.facts(*ty).is_dependent);
                *hint = if number == 0 { ty } else { hint.filter(|hint| Some(*hint) == ty) };
            }
        }
        hints
    }

    /// The type of one argument of a parameter: of `..T` it is T, unless the argument is a slice that is spread.
    fn expected_argument(&self, parameter: &Parameter, argument: NodeId) -> Option<TypeId> {
        match self.kind(parameter.ty) {
            TypeKind::Slice(element) if parameter.is_variadic => {
                let is_spread = matches!(self.view(argument), View::Spread { .. });
                (!is_spread).then_some(*element)
            }
            _ => Some(parameter.ty),
        }
    }

    // ---- `x.f(…)` -------------------------------------------------------------------------------------------------

    /// `base.name(arguments)`: a member of a module or type, a field of procedure type, else the set `name` with `base`
    /// as first argument.
    fn check_dot_call(
        &mut self,
        site: &Site,
        base: NodeId,
        name_node: NodeId,
        arguments: &[NodeId],
        expectation: Expectation,
    ) -> ExprId {
        let target = self.target(base, Expectation::None);
        let value = match target {
            target @ (Target::Module(_) | Target::Type(_) | Target::Error) => {
                let target = self.member_target(site.name_node, target, base, name_node);
                return self.call_member(site, target, arguments, expectation);
            }
            target => self.target_value(base, target, Expectation::None),
        };
        let value = self.settle(value, base);
        let name = self.name_of(name_node);
        let ty = self.ty(value);
        self.note_member(name_node, ty, Wish::OfValue);
        if is_silent(self.kind(ty)) {
            return self.not_callable(site, ty, arguments);
        }
        if site.explicit.is_none()
            && let Some(callee) = self.procedure_field(value, name, site.name_node)
        {
            return self.value_call(site, callee, arguments);
        }
        let mut candidates = match self.procedures_called(name, self.at(name_node)) {
            Some(Candidates::Large(set)) => self.sema.possible(&set, &[Some(ty)]),
            Some(candidates) => candidates.as_slice().to_vec(),
            None => Vec::new(),
        };
        self.add_procedures_of_home(ty, name, &[Some(ty)], &mut candidates);
        self.call_method(site, (value, base), name_node, &candidates, arguments)
    }

    /// A call of a member of a module or type, with the explicit arguments that stand behind it.
    fn call_member(&mut self, site: &Site, target: Target, arguments: &[NodeId], expectation: Expectation) -> ExprId {
        let target = match (target, site.explicit) {
            (target, None) => target,
            (Target::Procedures { candidates, .. }, explicit) => Target::Procedures { candidates, explicit },
            (Target::Error, _) => Target::Error,
            // `M.Pair{Int}(…)`, `M.LIMITS{…}(…)`: the braces make a type or a value
            (_, Some(braces)) => self.target(braces, Expectation::None),
        };
        self.call_target(site, target, arguments, expectation)
    }

    /// The field `name` of a value, if it can be called.
    fn procedure_field(&mut self, value: ExprId, name: Name, node: NodeId) -> Option<ExprId> {
        let made = self.body.exprs.len();
        let field = self.field_of(value, name, node)?;
        let is_procedure = match self.kind(self.sema.base_of(self.ty(field))) {
            TypeKind::Procedure(_) => true,
            kind => is_silent(kind),
        };
        if !is_procedure {
            self.body.exprs.truncate(made);
        }
        is_procedure.then_some(field)
    }

    /// The procedures that a name means, whatever variables are called so.
    fn procedures_called(&mut self, name: Name, at: u32) -> Option<Candidates> {
        match self.sema.lookup(&self.outer, name, at) {
            Lookup::Procedures(candidates) => Some(candidates),
            _ => None,
        }
    }

    fn call_method(
        &mut self,
        site: &Site,
        receiver: (ExprId, NodeId),
        name_node: NodeId,
        candidates: &[DeclId],
        arguments: &[NodeId],
    ) -> ExprId {
        let (value, base) = receiver;
        self.note_candidates(site.name_node, candidates, true);
        if candidates.is_empty() {
            for argument in arguments {
                self.check_dependent_argument(*argument);
            }
            return self.unknown_method(site, value, name_node);
        }
        if let Some(call) = self.format_method(site, (receiver, name_node), candidates, arguments) {
            return call;
        }
        if let [decl] = candidates
            && site.explicit.is_none()
            && !self.is_generic(*decl)
        {
            return self.direct_call(site, *decl, Some(receiver), arguments);
        }
        let hints = self.common_hints(candidates, arguments, 1);
        let mut checked = self.check_arguments(arguments, &hints);
        checked.insert(0, Argument { is_receiver: true, ..Argument::plain(value, base) });
        self.call_overloaded(site, candidates, &checked)
    }

    fn unknown_method(&mut self, site: &Site, value: ExprId, name_node: NodeId) -> ExprId {
        let name = self.name_of(name_node);
        self.body.has_errors = true;
        if name.as_str().is_empty() {
            return self.error(site.node);
        }
        let ty = self.ty(value);
        if self.field_of(value, name, site.name_node).is_some() {
            let message = format!("field `{name}` of `{}` is no procedure", self.type_name(ty));
            let diagnostic = Diagnostic::new(Kind::NotCallable, self.span(name_node), message);
            let (start, end) = (self.span(name_node).end, self.span(site.node).end);
            let parentheses = hubbub_base::Span::new(self.file, start, end);
            let is_empty = self.tree.text().get(start as usize..end as usize) == Some("()");
            self.report(match is_empty {
                true => diagnostic.fix("it is read without parentheses", parentheses, ""),
                false => diagnostic,
            });
            return self.error(site.node);
        }
        if let Some(fix) = self.sema.method_of_library(self.module, name, ty) {
            let message = format!("`{}` has no procedure `{name}` that can be seen", self.type_name(ty));
            self.report(Diagnostic::new(Kind::UnknownMember, self.span(name_node), message).with_fix(fix));
            return self.error(site.node);
        }
        if let Some(advice) = self.member_elsewhere(ty, name.as_str()) {
            let message = format!("`{}` has no procedure `{name}` that can be seen", self.type_name(ty));
            let diagnostic = Diagnostic::new(Kind::UnknownMember, self.span(name_node), message);
            self.report(match advice.strip_prefix('.') {
                Some(own) => diagnostic.help(format!("write `.{own}`, without parentheses")),
                None => diagnostic.help(advice),
            });
            return self.error(site.node);
        }
        let message = format!("`{}` has no field `{name}`, and no procedure `{name}` can be seen", self.type_name(ty));
        let span = self.span(name_node);
        let mut diagnostic = Diagnostic::new(Kind::UnknownMember, span, message);
        for near in self.near_methods(ty, name) {
            diagnostic = diagnostic.maybe_fix(format!("did you mean `{near}`?"), span, near.as_str());
        }
        self.report(diagnostic);
        self.error(site.node)
    }

    /// Procedures with nearly this name that take a value of the type, or its address, first.
    fn near_methods(&mut self, ty: TypeId, name: Name) -> Vec<Name> {
        if !self.may_suggest() {
            return Vec::new();
        }
        let home = self.sema.home_module(ty);
        let near = self.sema.near_names(&self.env(), home, name);
        near.into_iter().filter(|near| self.takes_first(*near, ty)).collect()
    }

    /// Whether a procedure of this name takes a value of the type, or its address, first.
    fn takes_first(&mut self, name: Name, ty: TypeId) -> bool {
        let mut candidates = match self.procedures_called(name, 0) {
            Some(candidates) => candidates.as_slice().to_vec(),
            None => Vec::new(),
        };
        self.add_procedures_of_home(ty, name, &[Some(ty)], &mut candidates);
        let sema = self.sema;
        candidates.iter().any(|decl| {
            let signature = sema.signature(sema.identity_instance(*decl));
            let Some(first) = signature.and_then(|signature| signature.parameters.first()) else { return false };
            let fits = |ty| super::conversion::implicit(sema, ty, first.ty).is_some();
            let pointee = || matches!(sema.kind(ty), TypeKind::Pointer(pointee) if fits(*pointee));
            fits(ty) || fits(sema.pointer_to(ty)) || pointee()
        })
    }

    // ---- procedures as values -------------------------------------------------------------------------------------

    /// Procedures where a value stands: the one there is, or the one that the expected type picks.
    pub(crate) fn procedure_value(
        &mut self,
        node: NodeId,
        candidates: &Candidates,
        explicit: Option<NodeId>,
        expectation: Expectation,
    ) -> ExprId {
        let at = self.at(node);
        if let (Some(explicit), [decl]) = (explicit, candidates.as_slice()) {
            return self.explicit_instance(node, *decl, explicit);
        }
        let expected = expectation.hint().filter(|ty| matches!(self.kind(*ty), TypeKind::Procedure(_)));
        if let Some(explicit) = explicit {
            return self.explicit_member(node, candidates.as_slice(), explicit, expected);
        }
        if let Some(ty) = expected
            && let Some(instance) = self.pick_procedure(candidates.as_slice(), ty)
        {
            self.note_chosen(node, self.sema.instance(instance).decl);
            return self.procedure(instance, at);
        }
        match candidates.as_slice() {
            [decl] if !self.is_generic(*decl) => {
                let instance = self.instance_in(*decl);
                self.procedure(instance, at)
            }
            [decl] => {
                let text = self.source(node);
                let list = self.parameter_list(*decl);
                let message = format!("`{text}` is generic: say for which arguments, `{text}{{{list}}}`");
                self.mistake(Kind::NotInferred, node, message)
            }
            _ => {
                let plain = candidates.as_slice().iter().filter(|decl| !self.is_generic(**decl));
                let members: Vec<InstanceId> = plain.map(|decl| self.instance_in(*decl)).collect();
                self.set_as_value(node, expected, &members)
            }
        }
    }

    /// The member of a set with these explicit arguments that has the expected type, or the only one that takes them all.
    fn explicit_member(
        &mut self,
        node: NodeId,
        candidates: &[DeclId],
        explicit: NodeId,
        expected: Option<TypeId>,
    ) -> ExprId {
        let View::Brace { arguments, .. } = self.view(explicit) else { return self.fail_silently(node) };
        let mut members = Vec::new();
        for decl in candidates {
            if self.sema.generic_parameters(*decl).len() != arguments.len() {
                continue;
            }
            let Some(own) = self.sema.explicit_arguments(&self.env(), *decl, arguments) else {
                return self.fail_silently(node);
            };
            let inherited = self.sema.decl(*decl).inherited_generic_count as usize;
            let mut all: Vec<_> = self.outer.arguments.iter().take(inherited).copied().collect();
            all.extend(own);
            let instance = self.sema.instantiate(*decl, &all);
            if self.sema.where_holds(instance) {
                members.push(instance);
            }
        }
        let ty_of = |instance: &InstanceId| self.sema.signature(*instance).map(|signature| signature.value_ty);
        let found = match (expected, members.as_slice()) {
            (Some(ty), _) => {
                let exact = members.iter().find(|member| ty_of(member) == Some(ty));
                let adapts = |own| self.adapts_to(own, ty);
                exact.or_else(|| members.iter().find(|member| ty_of(member).is_some_and(adapts))).copied()
            }
            (None, [only]) => Some(*only),
            (None, _) => None,
        };
        let at = self.at(node);
        match found {
            Some(instance) => self.procedure(instance, at),
            None => self.set_as_value(node, expected, &members),
        }
    }

    /// Whether a procedure of one type stands for one of another by having its convention changed.
    fn adapts_to(&self, from: TypeId, to: TypeId) -> bool {
        super::conversion::implicit(self.sema, from, to).is_some() || self.has_entry_thunk(from, to)
    }

    /// A set, as a value, of which no member is meant.
    fn set_as_value(&mut self, node: NodeId, expected: Option<TypeId>, members: &[InstanceId]) -> ExprId {
        let text = self.source(node);
        match expected {
            Some(ty) => {
                let message = format!("no `{text}` has the type `{}`", self.type_name(ty));
                let mut diagnostic = Diagnostic::new(Kind::TypeMismatch, self.span(node), message);
                if let Some(literal) = self.literal_with_defaults(&text, ty, members) {
                    diagnostic = diagnostic.help(literal);
                }
                self.report(diagnostic);
                self.error(node)
            }
            None => {
                let message = format!("`{text}` is several procedures, and nothing tells which one is meant");
                let help = "declare the type of the place that it goes to: `f: (x: Int) -> Int = …`";
                self.report(Diagnostic::new(Kind::AmbiguousCall, self.span(node), message).help(help));
                self.error(node)
            }
        }
    }

    /// How a member whose other parameters have defaults is made a procedure of the expected type: a procedure value takes all of them.
    fn literal_with_defaults(&self, text: &str, ty: TypeId, members: &[InstanceId]) -> Option<String> {
        let TypeKind::Procedure(wanted) = self.kind(ty) else { return None };
        let fits = |member: &&InstanceId| {
            let Some(signature) = self.sema.signature(**member) else { return false };
            let required = signature.parameters.iter().filter(|parameter| !parameter.has_default);
            required.map(|parameter| parameter.ty).eq(wanted.parameters.iter().copied())
                && *signature.results == *wanted.results
        };
        let signature = self.sema.signature(*members.iter().find(fits)?)?;
        let required: Vec<_> = signature.parameters.iter().filter(|parameter| !parameter.has_default).collect();
        let names: Vec<&str> = required.iter().map(|parameter| parameter.name.as_str()).collect();
        let declared: Vec<String> =
            required.iter().map(|parameter| format!("{}: {}", parameter.name, self.type_name(parameter.ty))).collect();
        let results: Vec<String> = wanted.results.iter().map(|result| self.type_name(*result)).collect();
        let arrow = match results.as_slice() {
            [] => String::new(),
            [one] => format!(" -> {one}"),
            several => format!(" -> ({})", several.join(", ")),
        };
        let (declared, names) = (declared.join(", "), names.join(", "));
        Some(format!("parameters with defaults are a part of its type: write `({declared}){arrow} => {text}({names})`"))
    }

    fn explicit_instance(&mut self, node: NodeId, decl: DeclId, explicit: NodeId) -> ExprId {
        let View::Brace { arguments, .. } = self.view(explicit) else { return self.fail_silently(node) };
        let inherited = self.sema.decl(decl).inherited_generic_count as usize;
        let Some(own) = self.sema.explicit_arguments(&self.env(), decl, arguments) else {
            return self.fail_silently(node);
        };
        let mut all: Vec<_> = self.outer.arguments.iter().take(inherited).copied().collect();
        all.extend(own);
        if all.len() < self.sema.decl(decl).generic_count as usize {
            let message = format!("`{}` needs all its arguments here", self.source(node));
            return self.mistake(Kind::NotInferred, node, message);
        }
        let instance = self.sema.instantiate(decl, &all);
        let at = self.at(node);
        self.procedure(instance, at)
    }

    /// A procedure as a value of its own type.
    pub(crate) fn procedure(&mut self, instance: InstanceId, at: u32) -> ExprId {
        let ty = self.sema.signature(instance).map_or(self.sema.types.error, |signature| signature.value_ty);
        self.body.has_errors |= ty == self.sema.types.error;
        self.push(ExprKind::Procedure(instance), ty, at)
    }

    /// The procedure of a set that an expected procedure type picks: by exact type, else one whose convention is adapted.
    pub(crate) fn pick_procedure(&self, candidates: &[DeclId], ty: TypeId) -> Option<InstanceId> {
        if is_silent(self.kind(ty)) {
            return None;
        }
        let adapts = |from: TypeId| self.adapts_to(from, ty);
        let plain = candidates.iter().filter(|decl| !self.is_generic(**decl)).map(|decl| self.instance_in(*decl));
        let plain: Vec<(InstanceId, TypeId)> = plain
            .filter_map(|instance| self.sema.signature(instance).map(|signature| (instance, signature.value_ty)))
            .collect();
        let exact = plain.iter().find(|(_, own)| *own == ty);
        let found = exact.or_else(|| plain.iter().find(|(_, own)| adapts(*own))).map(|(instance, _)| *instance);
        found.or_else(|| {
            candidates.iter().filter(|decl| self.is_generic(**decl)).find_map(|decl| self.infer_from_type(*decl, ty))
        })
    }

    /// The instance of a generic procedure that has an expected type.
    fn infer_from_type(&self, decl: DeclId, ty: TypeId) -> Option<InstanceId> {
        let TypeKind::Procedure(wanted) = self.kind(ty) else { return None };
        let declared = self.sema.decl(decl);
        let inherited = declared.inherited_generic_count as usize;
        let mut inferred: Vec<_> = self.outer.arguments.iter().take(inherited).map(|found| Some(*found)).collect();
        inferred.resize(declared.generic_count as usize, None);
        let declared = self.sema.signature(self.sema.identity_instance(decl))?;
        let taken = declared.parameters.iter().enumerate().filter(|(_, parameter)| !parameter.is_by_name);
        for ((index, _), parameter) in taken.zip(&wanted.parameters) {
            if !self.sema.infer(decl, index, *parameter, &mut inferred) {
                return None;
            }
        }
        let arguments: Option<Vec<_>> = inferred.into_iter().collect();
        let instance = self.sema.instantiate(decl, &arguments?);
        let own = self.sema.signature(instance)?.value_ty;
        let fits = own == ty || self.adapts_to(own, ty);
        (fits && self.sema.where_holds(instance)).then_some(instance)
    }
}
