//! What is said about calls that fit nothing, fit several procedures equally well, or call what is no procedure.

use hubbub_base::{Name, Span};
use hubbub_diagnostics::suggest::nearest;
use hubbub_diagnostics::{Applicability, Diagnostic, Fix, Kind};
use hubbub_syntax::NodeId;

use super::arguments::{Argument, ArgumentValue};
use super::assign::Misassigned;
use super::overload::{Reason, Site, Viable};
use crate::check::Checker;
use crate::check::conversion::is_silent;
use crate::data::typed::{ExprId, ExprKind};
use crate::data::types::{DeclId, TypeId, TypeKind};
use crate::data::value::Value;
use crate::mangle::operator_text;
use crate::store::decls::DeclKind;

/// Candidates that a message lists.
const CANDIDATES_MAX: usize = 6;

impl Checker<'_> {
    /// `a: Int, b: T` of a procedure, as it was declared.
    pub(crate) fn parameters_text(&self, decl: DeclId) -> String {
        let Some(signature) = self.sema.signature(self.sema.identity_instance(decl)) else { return "…".to_owned() };
        let mut parts: Vec<String> = Vec::new();
        for parameter in signature.parameters.iter().filter(|parameter| !parameter.is_by_name) {
            let ty = match self.kind(parameter.ty) {
                TypeKind::Slice(element) if parameter.is_variadic => format!("..{}", self.type_name(*element)),
                _ => self.type_name(parameter.ty),
            };
            let default = if parameter.has_default { " = …" } else { "" };
            parts.push(format!("{}: {ty}{default}", parameter.name));
        }
        if signature.is_c_variadic {
            parts.push("..".to_owned());
        }
        parts.join(", ")
    }

    /// `f(a: Int)`, a candidate in a message.
    fn candidate_text(&self, decl: DeclId) -> String {
        format!("{}({})", self.procedure_name(decl), self.parameters_text(decl))
    }

    /// The name of a procedure, or the sign of an operator.
    fn procedure_name(&self, decl: DeclId) -> String {
        let found = self.sema.decl(decl);
        match found.kind {
            DeclKind::Operator(operator) => operator_text(operator).to_owned(),
            _ => found.name.as_str().to_owned(),
        }
    }

    /// No candidate fits.
    pub(crate) fn no_candidate(&mut self, site: &Site, reasons: &[(DeclId, Reason)], arguments: &[Argument]) -> ExprId {
        if let Some(error) = self.types_in_parentheses(site, reasons, arguments) {
            return error;
        }
        match reasons {
            [] => self.mistake(Kind::NoMatchingProcedure, site.node, "no procedure of this name takes these arguments"),
            [(decl, reason)] => self.one_candidate(site, *decl, reason, arguments),
            _ => self.several_candidates(site, reasons, arguments),
        }
    }

    /// Whether one of a procedure's generic parameters has a type that is an error, which has been reported.
    fn has_wrong_parameter(&self, decl: DeclId) -> bool {
        let types = self.sema.generic_parameters(decl).len();
        (0..types).any(|index| self.sema.value_parameter_type(decl, index as u32) == self.sema.types.error)
    }

    /// `new(Int)`, `zero(Int, 3)`: types as arguments of a procedure that takes them in braces.
    fn types_in_parentheses(
        &mut self,
        site: &Site,
        reasons: &[(DeclId, Reason)],
        arguments: &[Argument],
    ) -> Option<ExprId> {
        let parameters = reasons.iter().map(|(decl, _)| self.sema.generic_parameters(*decl).len()).max()?;
        let is_type = |argument: &&Argument| match argument.value {
            ArgumentValue::Checked(value) => {
                matches!(self.constant_value(value), Some(found) if matches!(found.value, Value::Type(_)))
            }
            _ => false,
        };
        let types = arguments.iter().take_while(is_type).count();
        if site.explicit.is_some() || types == 0 || types > parameters {
            return None;
        }
        let name = self.source(site.name_node);
        let written: Vec<String> = arguments.iter().take(types).map(|argument| self.source(argument.node)).collect();
        let written = format!("{{{}}}(", written.join(", "));
        let first = self.span(arguments.first()?.node);
        let last = self.span(arguments.get(types - 1)?.node);
        let end = arguments.get(types).map_or(last.end, |next| self.span(next.node).start);
        let place = Span::new(first.file, self.span(site.name_node).end, end);
        let message = format!("`{name}` takes types in braces, here is one in parentheses");
        let diagnostic = Diagnostic::new(Kind::NoMatchingProcedure, first, message);
        self.report(diagnostic.fix(format!("write `{name}{written}…)`"), place, written));
        Some(self.error(site.node))
    }

    /// The one candidate does not fit: the message is about the argument.
    fn one_candidate(&mut self, site: &Site, decl: DeclId, reason: &Reason, arguments: &[Argument]) -> ExprId {
        let declared = self.sema.decl_span(decl);
        let name = self.procedure_name(decl);
        match reason {
            Reason::Misassigned(misassigned) => self.misassigned(site, decl, arguments, *misassigned),
            Reason::Type { argument, expected } => {
                let Some(found) = arguments.get(*argument) else { return self.fail_silently(site.node) };
                let (node, what) = (found.node, self.described_argument(found));
                match self.argument_type(found) {
                    Some(ty) if !self.sema.facts(*expected).is_dependent => {
                        let error = self.mismatch(ty, *expected, node);
                        self.label_last(declared, format!("`{name}` is declared here"));
                        error
                    }
                    _ => {
                        let expected = self.type_name(*expected);
                        let message = format!("expected `{expected}`, found {what}");
                        let diagnostic = Diagnostic::new(Kind::TypeMismatch, self.span(node), message);
                        let diagnostic = diagnostic.label(declared, format!("`{name}` is declared here"));
                        self.report(match self.is_constant_at(node) && expected.starts_with("Pointer{") {
                            true => diagnostic.help(format!(
                                "a constant has no address: copy it into a variable first, `x := {}`",
                                self.source(node)
                            )),
                            false => diagnostic,
                        });
                        self.error(site.node)
                    }
                }
            }
            Reason::NotInferred(_) if self.has_wrong_parameter(decl) => self.fail_silently(site.node),
            Reason::NotInferred(parameter) => {
                let message = format!("nothing tells what `{parameter}` is in this call of `{name}`");
                let list = self.parameter_list(decl);
                let diagnostic = Diagnostic::new(Kind::NotInferred, self.span(site.node), message);
                let help = format!("say it: `{name}{{{list}}}(…)`");
                self.report(diagnostic.label(declared, "declared here").help(help));
                self.error(site.node)
            }
            Reason::Where => {
                let text = self.condition_text(decl);
                let message = format!("`{name}` does not take these arguments: its `where {text}` is false");
                let diagnostic = Diagnostic::new(Kind::WhereFailed, self.span(site.node), message);
                self.report(diagnostic.label(declared, "declared here"));
                self.error(site.node)
            }
            Reason::Explicit => {
                let message = format!("`{name}` does not take that many type arguments");
                let diagnostic = Diagnostic::new(Kind::NoMatchingProcedure, self.span(site.node), message);
                self.report(diagnostic.label(declared, "declared here"));
                self.error(site.node)
            }
            Reason::Broken | Reason::Unknown(_) | Reason::Element { .. } => self.fail_silently(site.node),
        }
    }

    /// Says whose parameter it is that an argument does not fit, if that is what was reported last.
    #[cold]
    pub(crate) fn explain_argument(&mut self, before: usize, argument: NodeId, decl: DeclId, parameter: Name) {
        let span = self.span(argument);
        let label = format!("parameter `{parameter}` of `{}`", self.candidate_text(decl));
        let declared = self.sema.decl_span(decl);
        let is_format = parameter.as_str() == "format" && self.sema.attribute(decl, "format").is_some();
        let (name, text) = (self.procedure_name(decl), self.source(argument));
        if let Some(last) = self.diagnostics.get_mut(before..).and_then(<[Diagnostic]>::last_mut)
            && matches!(last.kind, Kind::TypeMismatch | Kind::LiteralDoesNotFit)
            && last.span == Some(span)
        {
            match is_format {
                true => {
                    last.help = vec![format!("the first argument is the format: `{name}(\"{{}}\\n\", {text})`")];
                    last.fixes.clear();
                }
                false => last.labels.push((declared, label)),
            }
        }
    }

    /// Adds a label to the diagnostic reported last.
    fn label_last(&mut self, span: Span, text: String) {
        if let Some(last) = self.diagnostics.last_mut() {
            last.labels.push((span, text));
        }
    }

    /// Arguments that cannot be assigned to the parameters of the one candidate.
    pub(crate) fn misassigned(
        &mut self,
        site: &Site,
        decl: DeclId,
        arguments: &[Argument],
        misassigned: Misassigned,
    ) -> ExprId {
        let name = self.procedure_name(decl);
        let reason = self.misassigned_text(decl, arguments, misassigned);
        let node = match misassigned {
            Misassigned::Missing(_) => self.called_name(site.name_node),
            Misassigned::NoSuchName(index) => {
                arguments.get(index).and_then(|argument| argument.name).map_or(site.node, |(_, node)| node)
            }
            Misassigned::TooMany(index)
            | Misassigned::Twice(index)
            | Misassigned::PositionalBehindNamed(index)
            | Misassigned::NoVariadic(index) => arguments.get(index).map_or(site.node, |argument| argument.node),
        };
        let candidate = self.candidate_text(decl);
        let diagnostic =
            Diagnostic::new(Kind::NoMatchingProcedure, self.span(node), format!("call of `{name}`: {reason}"));
        let label = format!("declared here: `{candidate}`");
        let mut diagnostic = diagnostic.label(self.sema.decl_span(decl), label);
        if let Misassigned::TooMany(_) = misassigned
            && let Some((text, formatted)) = self.formatted_instead(decl, arguments)
        {
            let node = self.called_name(site.name_node);
            diagnostic = match formatted {
                true => diagnostic.fix("`print_to` takes a format and values", self.span(node), text),
                false => diagnostic.help(text),
            };
        }
        if let Misassigned::Missing(parameter) = misassigned {
            diagnostic = self.with_missing_argument(diagnostic, site, decl, parameter);
        }
        if let Misassigned::NoSuchName(index) = misassigned
            && let Some((wanted, _)) = arguments.get(index).and_then(|argument| argument.name)
            && let Some(signature) = self.sema.signature(self.sema.identity_instance(decl))
        {
            let known = signature.parameters.iter().map(|parameter| parameter.name.as_str());
            for name in nearest(wanted.as_str(), known) {
                diagnostic = diagnostic.maybe_fix(format!("did you mean `{name}`?"), self.span(node), name);
            }
        }
        self.report(diagnostic);
        let result = self.sema.signature(self.instance_in(decl)).map(|signature| self.result_type(&signature.results));
        let error = self.error(site.node);
        if let (Some(result), false) = (result, self.is_generic(decl)) {
            self.body.exprs[error].ty = result;
        }
        error
    }

    /// What takes a format where a procedure is given one that takes plain text: the name of a procedure for the same writer, and true, else
    /// how text is made of it.
    fn formatted_instead(&self, decl: DeclId, arguments: &[Argument]) -> Option<(String, bool)> {
        let signature = self.sema.signature(self.sema.identity_instance(decl))?;
        let at = signature.parameters.len().checked_sub(1)?;
        let takes_text = signature.parameters.last().is_some_and(|parameter| parameter.ty == self.sema.types.string);
        let format = arguments.get(at).filter(|_| takes_text && at > 0)?;
        let text = self.tree.source(format.node);
        if !text.starts_with('"') || !text.contains('{') {
            return None;
        }
        let print_to = self.sema.own_declarations(self.sema.prelude(), Name::new("print_to")).next()?;
        let first = self.sema.signature(self.sema.identity_instance(print_to))?.parameters.first()?.ty;
        let fits = arguments.first().is_some_and(|out| !out.is_receiver || self.fit(out, first).is_some());
        let is_writer = signature.parameters.first().is_some_and(|parameter| parameter.ty == first);
        if is_writer && fits && at == 1 {
            return Some(("print_to".to_owned(), true));
        }
        let values: Vec<String> = arguments.iter().skip(at).map(|argument| self.source(argument.node)).collect();
        Some((format!("text of values is made by `format({})`", values.join(", ")), false))
    }

    /// Offers a place for an argument that is missing, at the end of the call.
    fn with_missing_argument(&self, diagnostic: Diagnostic, site: &Site, decl: DeclId, parameter: Name) -> Diagnostic {
        let text = self.tree.source(site.node);
        let signature = self.sema.signature(self.sema.identity_instance(decl));
        let found = signature.and_then(|found| found.parameters.iter().find(|found| found.name == parameter));
        let (Some(found), Some(inner)) = (found, text.strip_suffix(')')) else { return diagnostic };
        let before = inner.trim_end();
        let comma = if before.ends_with(['(', ',']) { "" } else { ", " };
        let end = self.tree.start(site.node) + before.len() as u32;
        let place = Span::new(self.file, end, end);
        let ty = self.type_name(found.ty);
        diagnostic.with_fix(Fix {
            message: format!("give `{parameter}`, a `{ty}`"),
            edits: vec![(place, format!("{comma}/* {parameter}: {ty} */"))],
            applicability: Applicability::HasPlaceholders,
        })
    }

    /// The name of what is called: of `x.f` it is f.
    fn called_name(&self, node: NodeId) -> NodeId {
        match self.view(node) {
            hubbub_syntax::View::Dot { name, .. } => name,
            hubbub_syntax::View::Brace { base, .. } => match self.view(base) {
                hubbub_syntax::View::Dot { name, .. } => name,
                _ => base,
            },
            _ => node,
        }
    }

    /// Why arguments cannot be assigned, in a few words.
    fn misassigned_text(&self, decl: DeclId, arguments: &[Argument], misassigned: Misassigned) -> String {
        let signature = self.sema.signature(self.sema.identity_instance(decl));
        let parameters = signature.map_or(&[][..], |signature| &signature.parameters);
        let count = parameters.iter().filter(|parameter| !parameter.is_by_name).count();
        let plural = if count == 1 { "" } else { "s" };
        let name = |index: usize| {
            let name = arguments.get(index).and_then(|argument| argument.name);
            name.map_or(String::new(), |(name, _)| name.as_str().to_owned())
        };
        match misassigned {
            Misassigned::Missing(parameter) => {
                format!("it takes {count} argument{plural}, {} given: `{parameter}` is missing", arguments.len())
            }
            Misassigned::TooMany(_) => format!("it takes {count} argument{plural}, {} given", arguments.len()),
            Misassigned::NoSuchName(index) => format!("it has no parameter `{}`", name(index)),
            Misassigned::Twice(index) => match arguments.get(index).and_then(|argument| argument.name) {
                Some((name, _)) => format!("argument `{name}` is given twice"),
                None => "an argument is given twice".to_owned(),
            },
            Misassigned::PositionalBehindNamed(_) => "named arguments follow positional ones".to_owned(),
            Misassigned::NoVariadic(_) => "only a `..` parameter takes the elements of a slice".to_owned(),
        }
    }

    /// None of several candidates fits: each with its reason.
    fn several_candidates(&mut self, site: &Site, reasons: &[(DeclId, Reason)], arguments: &[Argument]) -> ExprId {
        let name = reasons.first().map_or(String::new(), |(decl, _)| self.procedure_name(*decl));
        let given: Vec<String> = arguments.iter().map(|argument| self.described_argument(argument)).collect();
        let message = match given.as_slice() {
            [] => format!("no `{name}` can be called without arguments"),
            _ => format!("no `{name}` takes {}", given.join(", ")),
        };
        let mut diagnostic = Diagnostic::new(Kind::NoMatchingProcedure, self.span(site.node), message);
        for (decl, reason) in reasons.iter().take(CANDIDATES_MAX) {
            let why = self.reason_text(*decl, reason, arguments);
            diagnostic = diagnostic.note(format!("`{}`: {why}", self.candidate_text(*decl)));
        }
        if reasons.len() > CANDIDATES_MAX {
            diagnostic = diagnostic.note(format!("and {} more", reasons.len() - CANDIDATES_MAX));
        }
        let has_more = |reason: &&(DeclId, Reason)| matches!(reason.1, Reason::Misassigned(Misassigned::TooMany(_)));
        let mut plain = reasons.iter().take(CANDIDATES_MAX).filter(has_more);
        if let Some((advice, false)) = plain.find_map(|(decl, _)| self.formatted_instead(*decl, arguments)) {
            diagnostic = diagnostic.help(advice);
        }
        self.report(diagnostic);
        self.error(site.node)
    }

    fn reason_text(&self, decl: DeclId, reason: &Reason, arguments: &[Argument]) -> String {
        match reason {
            Reason::Misassigned(misassigned) => self.misassigned_text(decl, arguments, *misassigned),
            Reason::Type { argument, expected } => {
                let found = arguments.get(*argument).map_or(String::new(), |found| self.described_argument(found));
                format!("expected `{}`, found {found}", self.type_name(*expected))
            }
            Reason::Element { node, expected } => {
                let found = match self.elements.get(node) {
                    Some(expr) => self.described(self.ty(*expr)),
                    None => format!("`{}`", self.source(*node)),
                };
                format!("expected `{}` in `{{…}}`, found {found}", self.type_name(*expected))
            }
            Reason::NotInferred(parameter) => format!("nothing tells what `{parameter}` is"),
            Reason::Where => format!("its `where {}` is false", self.condition_text(decl)),
            Reason::Explicit => "it does not take these type arguments".to_owned(),
            Reason::Broken => "its declaration has a mistake".to_owned(),
            Reason::Unknown(_) => "what stands in `{…}` is not known".to_owned(),
        }
    }

    fn condition_text(&self, decl: DeclId) -> String {
        let found = self.sema.decl(decl);
        match self.sema.view(found.module, found.value) {
            hubbub_syntax::View::Procedure { condition: Some(condition), .. } => {
                self.sema.tree(found.module).source(condition).to_owned()
            }
            _ => String::new(),
        }
    }

    /// Several candidates fit equally well.
    pub(crate) fn ambiguous_call(&mut self, site: &Site, viable: &[Viable], arguments: &[Argument]) -> ExprId {
        if self.are_twins(viable) {
            // their declarations have been reported
            return self.fail_silently(site.node);
        }
        let name = viable.first().map_or(String::new(), |viable| self.procedure_name(viable.decl));
        let message = format!("this call of `{name}` is ambiguous: several candidates fit equally well");
        let mut diagnostic = Diagnostic::new(Kind::AmbiguousCall, self.span(site.node), message);
        for found in viable.iter().take(CANDIDATES_MAX) {
            let fits: Vec<String> = arguments
                .iter()
                .zip(&found.candidate.fits)
                .map(|(argument, fit)| format!("{} {}", self.described_argument(argument), fit_text(*fit)))
                .collect();
            diagnostic = diagnostic.note(format!("`{}`: {}", self.candidate_text(found.decl), fits.join(", ")));
            diagnostic = diagnostic.label(self.sema.decl_span(found.decl), "a candidate");
        }
        self.report(diagnostic.help(match self.brace_with_type(viable, arguments) {
            Some(typed) => format!("write the type that is meant before the braces: `{typed}`"),
            None => "convert an argument to the type that is meant".to_owned(),
        }));
        self.error(site.node)
    }

    /// The first `{…}` among the arguments of an ambiguous call, as it is written for the first candidate.
    fn brace_with_type(&self, viable: &[Viable], arguments: &[Argument]) -> Option<String> {
        let index = arguments.iter().position(|argument| argument.value == ArgumentValue::Brace)?;
        let first = viable.first()?;
        let ty = self.parameter_type(self.sema.signature(first.instance)?, &first.assignment, index)?;
        let text = self.described_argument(arguments.get(index)?);
        Some(format!("{}{}", self.type_name(ty), text.trim_matches('`')))
    }

    /// Whether two of these are declared in one module with the same parameters.
    fn are_twins(&self, viable: &[Viable]) -> bool {
        let parameters = |decl: DeclId| {
            let signature = self.sema.signature(self.sema.identity_instance(decl))?;
            let types: Vec<TypeId> = signature.parameters.iter().map(|parameter| parameter.ty).collect();
            Some((self.sema.decl(decl).module, types))
        };
        let is_plain = |decl: DeclId| !self.is_generic(decl) && !self.sema.has_where(decl);
        let known: Vec<_> = viable.iter().map(|found| found.decl).filter(|decl| is_plain(*decl)).collect();
        known.iter().enumerate().any(|(index, decl)| {
            known.iter().take(index).any(|other| other != decl && parameters(*other) == parameters(*decl))
        })
    }

    // ---- what is no procedure -------------------------------------------------------------------------------------

    /// A call of something that cannot be called.
    pub(crate) fn not_callable(&mut self, site: &Site, ty: TypeId, arguments: &[NodeId]) -> ExprId {
        for argument in arguments {
            self.check_dependent_argument(*argument);
        }
        match self.kind(ty) {
            TypeKind::Error => self.fail_silently(site.node),
            kind if is_silent(kind) => {
                let at = self.at(site.node);
                self.push(ExprKind::Error, self.sema.types.dependent, at)
            }
            _ => {
                let text = self.source(site.name_node);
                let message = format!("`{text}` is no procedure but {}", self.described(ty));
                self.mistake(Kind::NotCallable, site.name_node, message)
            }
        }
    }

    /// A procedure value is called with a wrong number of arguments.
    pub(crate) fn wrong_value_count(&mut self, site: &Site, ty: TypeId, count: usize, arguments: &[NodeId]) -> ExprId {
        for argument in arguments {
            self.check_dependent_argument(*argument);
        }
        let plural = if count == 1 { "" } else { "s" };
        let name = self.type_name(ty);
        let message = format!("`{name}` takes {count} argument{plural}, {} given", arguments.len());
        self.mistake(Kind::NoMatchingProcedure, site.node, message)
    }
}

fn fit_text(fit: super::rank::Fit) -> &'static str {
    use super::rank::Fit;
    match fit {
        Fit::Same(_) => "has the same type",
        Fit::Literal { .. } | Fit::Elements { .. } => "fits",
        Fit::Generic { .. } => "goes to a generic parameter",
        Fit::Conversion { .. } => "converts",
        Fit::Any => "goes into an `Any`",
    }
}
