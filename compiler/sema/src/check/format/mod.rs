//! The expansion of `print` and its like, as `docs/reference/formatting.md` lays down.
//!
//! [`parse`] takes format strings apart; here they meet their arguments; [`write`] makes the calls.

mod parse;
mod write;

use hubbub_base::{Name, Span};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::literal::place_in_string;
use hubbub_syntax::tree::view::LiteralKind;
use hubbub_syntax::{NodeId, View};

use self::parse::{FormatError, Piece, Placeholder, parse_format};
use super::{Checker, Expectation};
use crate::data::typed::ExprId;
use crate::data::types::{DeclId, InstanceId, Signature, TypeId, TypeKind};
use crate::data::value::Value;
use crate::session::Sema;

/// The procedures that do the job of a `#format` procedure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Companions {
    text: InstanceId,
    begin: InstanceId,
    end: InstanceId,
}

/// A call whose format is known.
struct FormatCall<'t> {
    node: NodeId,
    /// `x` of `x.f(…)`, which is checked already: the first of the arguments, in front of the format.
    receiver: Option<ExprId>,
    /// Arguments before the format, the receiver with them.
    leading: &'t [NodeId],
    format: NodeId,
    /// Arguments behind it.
    items: &'t [NodeId],
    companions: Companions,
}

impl Checker<'_> {
    /// A call of the `#format` procedure `procedure` whose format is constant, expanded; `None`: it is an ordinary call.
    pub fn check_format_call(&mut self, node: NodeId, procedure: DeclId, arguments: &[NodeId]) -> Option<ExprId> {
        self.check_format_call_of(node, procedure, None, arguments)
    }

    /// The same for `x.f(…)`, where `x` is checked already and the first of the arguments.
    pub fn check_format_call_of(
        &mut self,
        node: NodeId,
        procedure: DeclId,
        receiver: Option<ExprId>,
        arguments: &[NodeId],
    ) -> Option<ExprId> {
        let signature = self.sema.signature(self.sema.identity_instance(procedure))?;
        let at = signature.parameters.iter().position(|parameter| parameter.name.as_str() == "format")?;
        let format = *arguments.get(at)?;
        // of `"{}".format(1)` it is the format itself
        let receiver = receiver.filter(|_| at > 0);
        let is_plain = |node: &NodeId| !matches!(self.view(*node), View::NamedArgument { .. } | View::Spread { .. });
        if !arguments.iter().all(is_plain) {
            return None;
        }
        let Some(text) = self.constant_format(format) else {
            return self.unknown_format(node, procedure, receiver, arguments.split_at_checked(at)?);
        };
        let (leading, items) = (arguments.get(..at)?, arguments.get(at + 1..)?);
        let pieces = match parse_format(&text) {
            Ok(pieces) => self.check_placeholders(format, items, &pieces).then_some(pieces),
            Err(error) => {
                self.report_format_error(format, &error);
                None
            }
        };
        let Some(pieces) = pieces else {
            for item in items {
                self.check_for_effect(*item);
            }
            return Some(self.fail_silently(node));
        };
        // without companions it is checked, and called as any other
        let companions = self.companions(procedure)?;
        Some(self.expand(&FormatCall { node, receiver, leading, format, items, companions }, &pieces))
    }

    /// A format that only the running program knows: a text alone is written as it is. `None` where the procedure has a body, which
    /// takes its arguments as any other does, and where there are items: the format is read at run time then.
    fn unknown_format(
        &mut self,
        node: NodeId,
        procedure: DeclId,
        receiver: Option<ExprId>,
        parts: (&[NodeId], &[NodeId]),
    ) -> Option<ExprId> {
        let (leading, [format, items @ ..]) = parts else { return None };
        if !self.is_only_expanded(procedure) || !items.is_empty() {
            return None;
        }
        let companions = self.companions(procedure)?;
        let before = (self.diagnostics.len(), self.body.has_errors);
        let value = self.check_expr(*format, Expectation::Hint(self.sema.types.string));
        let is_literal = *self.kind_of(value) == TypeKind::LiteralString;
        let value = if is_literal { self.settle(value, *format) } else { value };
        if self.ty(value) != self.sema.types.string {
            // Another procedure of the set may take it.
            self.diagnostics.truncate(before.0);
            self.body.has_errors = before.1;
            return None;
        }
        let call = FormatCall { node, receiver, leading, format: *format, items, companions };
        Some(self.write_unknown(&call, value))
    }

    /// The bytes of a format that is known.
    fn constant_format(&mut self, node: NodeId) -> Option<std::sync::Arc<[u8]>> {
        match self.view(self.without_parentheses(node)) {
            View::Literal { kind: LiteralKind::String } => {}
            View::Name { .. } | View::Dot { .. } | View::Binary { .. } => {}
            _ => return None,
        }
        let before = (self.diagnostics.len(), self.body.has_errors);
        let value = self.check_expr(node, Expectation::Hint(self.sema.types.string));
        let text = match &self.constant_value(value)?.value {
            Value::String(text) => Some(text.clone()),
            Value::Zero if self.ty(value) == self.sema.types.string => Some([].into()),
            _ => None,
        };
        if text.is_none() {
            self.diagnostics.truncate(before.0);
            self.body.has_errors = before.1;
        }
        text
    }

    /// Whether a `#format` procedure is nothing but its expansion: it has companions and no statements.
    pub(crate) fn is_only_expanded(&mut self, procedure: DeclId) -> bool {
        let decl = self.sema.decl(procedure);
        self.sema.tree(decl.module).ends_at_once(decl.value) && self.companions(procedure).is_some()
    }

    /// Looked for once by each thread: a program prints in many places.
    fn companions(&mut self, procedure: DeclId) -> Option<Companions> {
        if let Some(companions) = self.scratch.companions.get(&procedure) {
            return *companions;
        }
        let companions = self.find_companions(procedure);
        if !Sema::is_giving_up() {
            self.scratch.companions.insert(procedure, companions);
        }
        companions
    }

    fn find_companions(&self, procedure: DeclId) -> Option<Companions> {
        let sema = self.sema;
        let signature = sema.signature(sema.identity_instance(procedure))?;
        let leading = signature.parameters.iter().take_while(|parameter| parameter.name.as_str() != "format");
        let leading: Vec<TypeId> = leading.map(|parameter| parameter.ty).collect();
        let storage = sema.pointer_to(sema.prelude_type("Format_Storage")?);
        let writer = sema.pointer_to(sema.prelude_type("Writer")?);
        let with_text: Vec<TypeId> = leading.iter().copied().chain([sema.types.string]).collect();
        let with_storage: Vec<TypeId> = [storage].into_iter().chain(leading).collect();
        Some(Companions {
            text: self.companion(procedure, "text", &with_text, &signature.results)?,
            begin: self.companion(procedure, "begin", &with_storage, &[writer])?,
            end: self.companion(procedure, "end", &[writer], &signature.results)?,
        })
    }

    /// What stands for calls of a `#format` procedure `p` without statements whose format is no constant: `p_formatted`.
    pub(crate) fn formatted_companion(&self, procedure: DeclId) -> Option<InstanceId> {
        let signature = self.sema.signature(self.sema.identity_instance(procedure))?;
        let parameters: Vec<TypeId> = signature.parameters.iter().map(|parameter| parameter.ty).collect();
        self.companion(procedure, "formatted", &parameters, &signature.results)
    }

    /// The procedure `p_suffix` beside `p` that takes values of these types, whatever has a default behind them, and gives these.
    fn companion(
        &self,
        procedure: DeclId,
        suffix: &str,
        parameters: &[TypeId],
        results: &[TypeId],
    ) -> Option<InstanceId> {
        let sema = self.sema;
        let decl = sema.decl(procedure);
        let name = Name::new(&format!("{}_{suffix}", decl.name));
        let mut plain = sema.own_declarations(decl.module, name).filter_map(|found| {
            let found = (sema.decl(found).is_procedure() && !sema.is_generic(found)).then_some(found)?;
            let instance = sema.instantiate(found, &[]);
            Some((instance, sema.signature(instance)?))
        });
        let fits = |signature: &Signature| {
            let (first, rest) = signature.parameters.split_at(parameters.len().min(signature.parameters.len()));
            first.iter().map(|parameter| parameter.ty).eq(parameters.iter().copied())
                && rest.iter().all(|parameter| parameter.has_default)
                && *signature.results == *results
        };
        plain.find(|(_, signature)| fits(signature)).map(|(instance, _)| instance)
    }

    fn expand(&mut self, call: &FormatCall<'_>, pieces: &[Piece]) -> ExprId {
        if call.items.is_empty() {
            return self.expand_text(call, pieces);
        }
        self.expand_items(call, pieces)
    }

    /// Whether every placeholder has its argument and every argument a placeholder; reports else.
    fn check_placeholders(&mut self, format: NodeId, items: &[NodeId], pieces: &[Piece]) -> bool {
        let mut used = vec![false; items.len()];
        for piece in pieces {
            let Piece::Placeholder(placeholder) = piece else { continue };
            match used.get_mut(placeholder.index) {
                Some(used) => *used = true,
                None => {
                    self.report_missing(format, items.len(), placeholder);
                    return false;
                }
            }
        }
        for (item, used) in items.iter().zip(&used) {
            if !used {
                let message = "this argument has no placeholder in the format";
                let diagnostic = Diagnostic::new(Kind::InvalidFormat, self.span(*item), message);
                let label = self.span(format);
                self.report(
                    diagnostic.label(label, "the format").help("write `{}` where it shall appear, or leave it out"),
                );
                return false;
            }
        }
        true
    }

    fn report_missing(&mut self, format: NodeId, count: usize, placeholder: &Placeholder) {
        let span = self.format_span(format, placeholder.start, placeholder.end);
        let given = if count == 1 { "1 argument is".to_string() } else { format!("{count} arguments are") };
        let is_numbered = placeholder.end > placeholder.start + 2;
        let what = if is_numbered {
            format!("placeholder `{{{}}}`", placeholder.index)
        } else {
            "this placeholder".to_owned()
        };
        let message = format!("{what} needs argument {}, and {given} given", placeholder.index + 1);
        let diagnostic = Diagnostic::new(Kind::InvalidFormat, span, message);
        self.report(if is_numbered { diagnostic.note("arguments count from 0") } else { diagnostic });
    }

    fn report_format_error(&mut self, format: NodeId, error: &FormatError) {
        let span = self.format_span(format, error.at, error.at + 1);
        let mut diagnostic = Diagnostic::new(Kind::InvalidFormat, span, error.message.clone());
        if let Some(help) = error.help {
            diagnostic = diagnostic.help(help);
        }
        self.report(diagnostic);
    }

    /// The place of some bytes of a constant text: exact in a literal, else the whole.
    pub(crate) fn format_span(&self, format: NodeId, start: usize, end: usize) -> Span {
        let node = self.without_parentheses(format);
        if !matches!(self.view(node), View::Literal { .. }) {
            return self.span(format);
        }
        let text = self.tree.source(node);
        let place = |byte| self.tree.start(node) + place_in_string(text, byte) as u32;
        let last = self.tree.start(node) + text.len() as u32;
        Span::new(self.file, place(start).min(last), place(end).min(last))
    }
}
