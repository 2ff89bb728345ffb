//! Writes out a call whose procedure is known: arguments converted, `..T` gathered, defaults evaluated.

use hubbub_base::Name;
use hubbub_base::table::Run;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::{Abi, Here};
use hubbub_syntax::{NodeId, View};

use super::arguments::{Argument, ArgumentValue};
use super::overload::{Site, Viable};
use crate::check::Checker;
use crate::check::checker::ListMark;
use crate::data::typed::{Conversion, ExprId, ExprKind, IntrinsicOperation};
use crate::data::types::{DeclId, InstanceId, Parameter, Signature, TypeId, TypeKind};

/// What attributes say about a procedure.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct ProcedureFacts {
    /// `#intrinsic "name"`.
    pub intrinsic: Option<Name>,
    /// `#format`.
    pub is_format: bool,
    /// `#regex`.
    pub is_regex: bool,
    /// `#must-use`.
    pub must_use: bool,
    /// The Prelude's `format` of an `Any`.
    pub prints_any: bool,
}

impl<'s> Checker<'s> {
    /// The type that a call with these results has.
    pub(crate) fn result_type(&self, results: &[TypeId]) -> TypeId {
        match results {
            [] => self.sema.types.void,
            [one] => *one,
            several => self.sema.intern(TypeKind::Results(several.into())),
        }
    }

    /// The call of a chosen candidate.
    pub(crate) fn emit_call(&mut self, site: &Site, viable: &Viable, arguments: &[Argument]) -> ExprId {
        let sema = self.sema;
        let Some(signature) = sema.signature(viable.instance) else { return self.fail_silently(site.node) };
        let assignment = &viable.assignment;
        let mark = self.list_begin();
        let mut index = 0;
        while let Some(argument) = arguments.get(index) {
            let parameter = assignment.parameters.get(index).copied().unwrap_or(0);
            let value = if assignment.gathered == Some(parameter) {
                let same = assignment.parameters.iter().skip(index).take_while(|other| **other == parameter).count();
                let gathered = arguments.get(index..index + same).unwrap_or(&[]);
                index += same;
                self.gather(site.node, signature, parameter, gathered)
            } else {
                index += 1;
                match self.parameter_type(signature, assignment, index - 1) {
                    Some(ty) => self.finish_argument(argument, ty),
                    None => self.finish_c_argument(argument),
                }
            };
            self.list_add(parameter);
            self.list_add(value.0);
        }
        if let Some(parameter) = assignment.gathered.filter(|gathered| !assignment.parameters.contains(gathered)) {
            self.add_empty_variadic(site.node, signature, parameter);
        }
        for parameter in &assignment.defaults {
            self.add_default(site.node, viable.instance, signature, *parameter);
        }
        let pairs = self.list_end(mark);
        self.finish_call(site.node, viable.instance, signature, pairs)
    }

    /// Arguments of a `..T` as a slice.
    fn gather(&mut self, node: NodeId, signature: &Signature, parameter: u32, arguments: &[Argument]) -> ExprId {
        let slice = signature.parameters.get(parameter as usize).map_or(self.sema.types.error, |found| found.ty);
        let TypeKind::Slice(element) = *self.kind(slice) else { return self.fail_silently(node) };
        let mark = self.list_begin();
        for argument in arguments {
            let value = self.finish_argument(argument, element);
            self.list_add(value.0);
        }
        let elements = self.list_end(mark);
        let at = self.at(node);
        self.push(ExprKind::SliceLiteral { elements }, slice, at)
    }

    pub(crate) fn add_empty_variadic(&mut self, node: NodeId, signature: &Signature, parameter: u32) {
        let ty = signature.parameters.get(parameter as usize).map_or(self.sema.types.error, |found| found.ty);
        let at = self.at(node);
        let empty = self.push(ExprKind::Default, ty, at);
        self.list_add(parameter);
        self.list_add(empty.0);
    }

    /// An argument for C's `..`: small numbers are widened as C does, string literals are C strings.
    fn finish_c_argument(&mut self, argument: &Argument) -> ExprId {
        match argument.value {
            ArgumentValue::Checked(expr) => self.c_argument(expr, argument.node),
            _ => {
                let expr = self.check_value(argument.node);
                self.c_argument(expr, argument.node)
            }
        }
    }

    pub(crate) fn c_argument(&mut self, expr: ExprId, node: NodeId) -> ExprId {
        let types = &self.sema.types;
        let (i32, float, cstring) = (types.i32, types.float, types.cstring);
        let target = match self.kind_of(expr) {
            TypeKind::LiteralString => return self.convert_to(expr, cstring, node),
            TypeKind::Int { bits: 8 | 16, .. } | TypeKind::Bool => Some((i32, Conversion::Int)),
            TypeKind::Float { bits: 16 | 32 } => Some((float, Conversion::Float)),
            _ => None,
        };
        if *self.kind_of(expr) == TypeKind::LiteralNull {
            let pointer = self.sema.pointer_to(self.sema.types.void);
            return self.convert_to(expr, pointer, node);
        }
        let expr = self.settle(expr, node);
        if matches!(self.kind_of(expr), TypeKind::String | TypeKind::Slice(_) | TypeKind::Any) {
            let found = self.described(self.ty(expr));
            let diagnostic =
                Diagnostic::new(Kind::InvalidForeign, self.span(node), format!("{found} among C's variable arguments"));
            self.report(diagnostic.help(
                "C expects a pointer there: `.data`, or for a text that ends in NUL `c_string(text)` of the module `C`",
            ));
            return self.error(node);
        }
        let at = self.expr(expr).at;
        match target {
            Some((ty, kind)) => self.push(ExprKind::Convert { kind, value: expr }, ty, at),
            None => expr,
        }
    }

    /// What a call of a `#format` procedure `p` without a body stands for when its format is no constant: its module's `p_formatted`.
    fn formatted_at_run_time(&mut self, node: NodeId, decl: DeclId) -> Option<InstanceId> {
        let sema = self.sema;
        if !self.is_only_expanded(decl) {
            return None;
        }
        if let Some(companion) = self.formatted_companion(decl) {
            return Some(companion);
        }
        let name = sema.decl(decl).name;
        let message = format!("the format of `{name}` has to be a constant");
        let diagnostic = Diagnostic::new(Kind::InvalidFormat, self.span(node), message);
        let help = format!(
            "a procedure `{name}_formatted` beside it, with the same parameters and results, would read formats at run time"
        );
        self.report(diagnostic.help(help));
        None
    }

    /// The one procedure of the Prelude that prints an `Any` in programs that may print none.
    fn is_formatting_at_run_time(&self) -> bool {
        let owner = self.sema.decl_of(self.body.owner);
        self.sema.is_prelude(owner.module) && owner.name.as_str() == "write_formatted"
    }

    /// The finished call, or the operation that the procedure stands for.
    pub(crate) fn finish_call(
        &mut self,
        node: NodeId,
        instance: InstanceId,
        signature: &Signature,
        pairs: Run,
    ) -> ExprId {
        let at = self.at(node);
        let ty = self.result_type(&signature.results);
        let decl = self.sema.instance(instance).decl;
        self.note_chosen(node, decl);
        self.warn_deprecated(node, decl);
        let facts = self.procedure_facts(decl);
        if facts.is_regex {
            self.check_regex(node, signature, pairs);
        }
        let formatted = if facts.is_format { self.formatted_at_run_time(node, decl) } else { None };
        let instance = formatted.unwrap_or(instance);
        if (facts.prints_any || formatted.is_some()) && !self.is_formatting_at_run_time() {
            self.sema.prints_any.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        let Some(name) = facts.intrinsic else {
            if signature.abi != Abi::C && self.flow.lacks_context {
                self.no_context(node);
            }
            return self.push(ExprKind::Call { procedure: instance, arguments: pairs, is_tail: false }, ty, at);
        };
        let mut arguments: Vec<(u32, ExprId)> = self.body.pairs(pairs).collect();
        arguments.sort_by_key(|(parameter, _)| *parameter);
        let arguments: Vec<ExprId> = arguments.into_iter().map(|(_, value)| value).collect();
        let arguments = self.list_of(&arguments);
        self.push(ExprKind::Intrinsic { operation: IntrinsicOperation::Mir(name), arguments }, ty, at)
    }

    /// Whether a procedure is the Prelude's `format :: (out: …, x: Pointer{Any}, …)`.
    fn is_format_of_any(&self, decl: DeclId) -> bool {
        let sema = self.sema;
        let declared = sema.decl(decl);
        if !sema.is_prelude(declared.module) || declared.name.as_str() != "format" || declared.generic_count > 0 {
            return false;
        }
        let signature = sema.signature(sema.identity_instance(decl));
        let shown = signature.and_then(|signature| signature.parameters.get(1));
        shown.is_some_and(|shown| *self.kind(shown.ty) == TypeKind::Pointer(sema.types.any))
    }

    /// Warns about a use of something that is marked `#deprecated`, unless this is the body of a deprecated procedure.
    #[inline]
    pub(crate) fn warn_deprecated(&self, node: NodeId, decl: DeclId) {
        if self.sema.decl(decl).marks.is_deprecated() && !self.sema.decl_of(self.body.owner).marks.is_deprecated() {
            self.sema.warn_deprecated(self.module, node, decl);
        }
    }

    fn needs_context(&self, callee: ExprId) -> bool {
        matches!(self.kind_of(callee), TypeKind::Procedure(procedure) if procedure.abi != Abi::C)
    }

    /// A context is needed where none is current; said once for each procedure.
    pub(crate) fn no_context(&mut self, node: NodeId) {
        self.flow.lacks_context = false;
        let message = "this needs a context, and a `#c-call` procedure has none of its own";
        let diagnostic = Diagnostic::new(Kind::Misplaced, self.span(node), message);
        self.report(diagnostic.help("put it between `with default_context()` and `end`"));
    }

    /// What attributes say about a procedure; read once for each body.
    pub(crate) fn procedure_facts(&mut self, decl: DeclId) -> ProcedureFacts {
        if let Some(facts) = self.scratch.facts.get(&decl) {
            return *facts;
        }
        let is = |name| self.sema.attribute(decl, name).is_some();
        let facts = ProcedureFacts {
            intrinsic: self.sema.intrinsic(decl),
            is_format: is("format"),
            is_regex: is("regex"),
            must_use: is("must_use"),
            prints_any: self.is_format_of_any(decl),
        };
        self.scratch.facts.insert(decl, facts);
        facts
    }

    // ---- defaults -------------------------------------------------------------------------------------------------

    /// Adds a parameter's default to the list of pairs begun last.
    pub(crate) fn add_default(&mut self, node: NodeId, instance: InstanceId, signature: &Signature, parameter: u32) {
        let ty = signature.parameters.get(parameter as usize).map_or(self.sema.types.error, |found| found.ty);
        let value = self.default_argument(node, instance, parameter, ty);
        self.list_add(parameter);
        self.list_add(value.0);
    }

    /// A parameter's default, evaluated at the call in the scope of the declaration.
    fn default_argument(&mut self, node: NodeId, instance: InstanceId, parameter: u32, ty: TypeId) -> ExprId {
        let sema = self.sema;
        let decl = sema.decl_of(instance);
        let View::Procedure { parameters, .. } = sema.view(decl.module, decl.value) else {
            return self.fail_silently(node);
        };
        let default = parameters.get(parameter as usize).map(|node| sema.view(decl.module, *node));
        let Some(View::Parameter { default: Some(default), .. }) = default else { return self.fail_silently(node) };
        if let View::Here { what: Here::CallerLocation } = sema.view(decl.module, default) {
            return self.location(node, ty);
        }
        self.in_declaration(instance, node, |checker| checker.check_to(default, ty))
    }

    /// Checks something that stands in another declaration as if it stood at the call.
    fn in_declaration<T>(&mut self, instance: InstanceId, node: NodeId, check: impl FnOnce(&mut Self) -> T) -> T {
        let sema = self.sema;
        let env = sema.env(instance);
        let here = Some(self.at(node));
        let kept = (self.tree, self.module, self.file, self.outer, self.at_override);
        let names = std::mem::take(&mut self.names);
        self.tree = sema.tree(env.module);
        self.module = env.module;
        self.file = sema.file(env.module);
        self.outer = env;
        self.at_override = here;
        let result = check(self);
        self.names = names;
        (self.tree, self.module, self.file, self.outer, self.at_override) = kept;
        result
    }

    // ---- the usual call -------------------------------------------------------------------------------------------

    /// A call of the one procedure that a name means, which is not generic: no ranking, arguments go straight to their
    /// parameters. `receiver` is the x of `x.f(…)`, checked.
    pub(crate) fn direct_call(
        &mut self,
        site: &Site,
        decl: DeclId,
        receiver: Option<(ExprId, NodeId)>,
        arguments: &[NodeId],
    ) -> ExprId {
        let sema = self.sema;
        let instance = self.instance_in(decl);
        let Some(signature) = sema.signature(instance) else {
            for argument in arguments {
                self.check_dependent_argument(*argument);
            }
            return self.fail_silently(site.node);
        };
        let count = arguments.len() + usize::from(receiver.is_some());
        let is_special = |p: &Parameter| p.is_variadic || p.is_by_name;
        let has_gaps = count != signature.parameters.len() || signature.parameters.iter().any(is_special);
        let is_plain = |node: &NodeId| !matches!(self.view(*node), View::NamedArgument { .. } | View::Spread { .. });
        if has_gaps || !arguments.iter().all(is_plain) {
            return self.direct_call_with_gaps(site, decl, receiver, arguments);
        }
        let mark = self.list_begin();
        let mut parameters = signature.parameters.iter().enumerate();
        if let Some((value, node)) = receiver
            && let Some((index, parameter)) = parameters.next()
        {
            let value = self.finish_receiver(value, parameter.ty, node);
            self.list_add(index as u32);
            self.list_add(value.0);
        }
        for ((index, parameter), argument) in parameters.zip(arguments) {
            let before = self.diagnostics.len();
            let value = self.check_to(*argument, parameter.ty);
            if self.diagnostics.len() > before {
                self.explain_argument(before, *argument, decl, parameter.name);
            }
            self.list_add(index as u32);
            self.list_add(value.0);
        }
        let pairs = self.list_end(mark);
        self.finish_call(site.node, instance, signature, pairs)
    }

    /// The same with defaults, names or a `..`: arguments are assigned first, so that each knows its parameter's type.
    fn direct_call_with_gaps(
        &mut self,
        site: &Site,
        decl: DeclId,
        receiver: Option<(ExprId, NodeId)>,
        nodes: &[NodeId],
    ) -> ExprId {
        let sema = self.sema;
        let instance = self.instance_in(decl);
        let Some(signature) = sema.signature(instance) else { return self.fail_silently(site.node) };
        let mut arguments = self.unchecked_arguments(nodes);
        if let Some((value, node)) = receiver {
            arguments.insert(0, Argument { is_receiver: true, ..Argument::plain(value, node) });
        }
        let assignment = match super::assign::assign(signature, &arguments) {
            Ok(assignment) => assignment,
            Err(misassigned) => {
                for node in nodes {
                    self.check_dependent_argument(*node);
                }
                return self.misassigned(site, decl, &arguments, misassigned);
            }
        };
        for (index, argument) in arguments.iter_mut().enumerate() {
            if argument.is_receiver {
                continue;
            }
            let before = self.diagnostics.len();
            let expr = match self.parameter_type(signature, &assignment, index) {
                Some(ty) => self.check_to(argument.node, ty),
                None => self.check_value_or_literal(argument.node),
            };
            if self.diagnostics.len() > before
                && let (0, None, Some(first)) = (index, argument.name, signature.parameters.first())
            {
                self.explain_argument(before, argument.node, decl, first.name);
            }
            argument.value = ArgumentValue::Checked(expr);
        }
        let candidate = super::rank::Candidate {
            fits: Vec::new(),
            uses_variadic: assignment.uses_variadic,
            defaults_used: 0,
            has_where: false,
            origin: super::rank::Origin::Own,
        };
        let viable = Viable { decl, instance, assignment, candidate };
        self.emit_call(site, &viable, &arguments)
    }

    /// Arguments that are not checked yet: what waits is checked when it is finished.
    fn unchecked_arguments(&mut self, nodes: &[NodeId]) -> Vec<Argument> {
        let mut arguments = Vec::with_capacity(nodes.len() + 1);
        for node in nodes {
            let (name, value, is_spread) = match self.view(*node) {
                View::NamedArgument { name, value } => (Some((self.name_of(name), name)), value, false),
                View::Spread { value } => (None, value, true),
                _ => (None, *node, false),
            };
            let waiting = ArgumentValue::Brace;
            arguments.push(Argument { node: value, name, is_spread, is_receiver: false, value: waiting });
        }
        arguments
    }

    fn check_value_or_literal(&mut self, node: NodeId) -> ExprId {
        self.check_expr(node, crate::check::Expectation::None)
    }

    // ---- procedure values -----------------------------------------------------------------------------------------

    /// A call through a value of a procedure type.
    pub(crate) fn value_call(&mut self, site: &Site, callee: ExprId, arguments: &[NodeId]) -> ExprId {
        let ty = self.ty(callee);
        self.note_called(site.name_node, ty);
        let TypeKind::Procedure(procedure) = self.kind(self.sema.base_of(ty)) else {
            return self.not_callable(site, ty, arguments);
        };
        let count = procedure.parameters.len();
        let enough = arguments.len() == count || procedure.is_c_variadic && arguments.len() > count;
        if !enough {
            return self.wrong_value_count(site, ty, count, arguments);
        }
        let mark: ListMark = self.list_begin();
        for (index, argument) in arguments.iter().enumerate() {
            if let View::NamedArgument { name, .. } = self.view(*argument) {
                let message = "a procedure value has no parameter names: they are not part of its type";
                self.mistake(hubbub_diagnostics::Kind::NoMatchingProcedure, name, message);
                continue;
            }
            let value = match procedure.parameters.get(index) {
                Some(ty) => self.check_to(*argument, *ty),
                None => {
                    let value = self.check_value_or_literal(*argument);
                    self.c_argument(value, *argument)
                }
            };
            self.list_add(index as u32);
            self.list_add(value.0);
        }
        let pairs = self.list_end(mark);
        let result = self.result_type(&procedure.results);
        let at = self.at(site.node);
        if self.flow.lacks_context && self.needs_context(callee) {
            self.no_context(site.node);
        }
        self.push(ExprKind::CallValue { callee, arguments: pairs, is_tail: false }, result, at)
    }
}
