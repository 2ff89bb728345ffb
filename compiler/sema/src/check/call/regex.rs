//! Constant patterns: what a `#regex` procedure would refuse when the program runs is an error where it is called.

use hubbub_base::table::Run;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};
use num_traits::ToPrimitive;

use crate::check::Checker;
use crate::data::typed::{ExprId, ExprKind, Operator};
use crate::data::types::Signature;
use crate::data::value::Value;

impl Checker<'_> {
    /// Checks the argument `pattern` of a call, if it is constant and so are the `options`.
    pub(crate) fn check_regex(&mut self, call: NodeId, signature: &Signature, pairs: Run) {
        let Some(compile_time) = self.sema.compile_time.get() else { return };
        let argument = |name: &str| {
            let index = signature.parameters.iter().position(|parameter| parameter.name.as_str() == name)?;
            self.body.pairs(pairs).find(|(parameter, _)| *parameter as usize == index).map(|(_, value)| value)
        };
        let Some(pattern) = argument("pattern") else { return };
        let options = argument("options").map_or(Some(0), |options| self.constant_bits(options));
        let (Some(text), Some(options)) = (self.constant_text(pattern), options) else { return };
        let Err((at, why)) = compile_time.check_pattern(&text, options) else { return };
        let node = self.argument_node(call, pattern);
        let span = self.format_span(node, at, (at + 1).min(text.len()).max(at));
        let diagnostic = Diagnostic::new(Kind::InvalidRegex, span, format!("{why} at position {at} of the pattern"));
        let is_literal = matches!(self.view(self.without_parentheses(node)), View::Literal { .. });
        self.report(if is_literal {
            diagnostic
        } else {
            diagnostic.note(format!("the pattern is `{}`", String::from_utf8_lossy(&text)))
        });
    }

    fn constant_text(&self, value: ExprId) -> Option<std::sync::Arc<[u8]>> {
        match &self.constant_value(value)?.value {
            Value::String(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// The bits of flags that are written out: members joined with `|`, or a number converted.
    fn constant_bits(&self, value: ExprId) -> Option<u64> {
        match self.body.exprs[value].kind {
            ExprKind::Convert { value, .. } => self.constant_bits(value),
            ExprKind::Binary { operator: Operator::BitOr, left, right } => {
                Some(self.constant_bits(left)? | self.constant_bits(right)?)
            }
            _ => match &self.constant_value(value)?.value {
                Value::Integer(bits) => bits.to_u64(),
                Value::Zero => Some(0),
                _ => None,
            },
        }
    }

    /// The argument of a call that gave a value; the call if it is none of them.
    fn argument_node(&self, call: NodeId, value: ExprId) -> NodeId {
        let View::Call { arguments, .. } = self.view(call) else { return call };
        let given = |node: &NodeId| match self.view(*node) {
            View::NamedArgument { value, .. } => value,
            _ => *node,
        };
        let at = self.body.exprs[value].at;
        let stands_there = |node: &NodeId| self.tree.start(self.without_parentheses(*node)) == at;
        arguments.iter().map(given).find(stands_there).unwrap_or(call)
    }
}
