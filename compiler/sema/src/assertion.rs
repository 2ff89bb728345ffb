//! `#assert`, and what a failing one shows: the values that it is about.

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::NodeId;
use hubbub_syntax::tree::view::{BinaryOperator, PrefixOperator, View};

use crate::data::value::Value;
use crate::session::{Env, Sema};

/// Conditions within conditions that are taken apart.
const DEPTH_MAX: u32 = 16;

impl Sema {
    /// `#assert(condition, "why")`, at top level and in bodies.
    pub fn check_assert(&self, env: &Env<'_>, node: NodeId) {
        let View::StaticAssert { arguments } = self.view(env.module, node) else { return };
        let Some(condition) = arguments.first() else {
            let diagnostic = self.error_at(env.module, node, Kind::NotConstant, "`#assert` without a condition");
            return self.report(
                diagnostic.help("write what must hold, and if you like why: `#assert(size_of(T) == 8, \"why\")`"),
            );
        };
        if let Some(extra) = arguments.get(2) {
            let message = format!("`#assert` takes a condition and a text, {} arguments given", arguments.len());
            return self.report(self.error_at(env.module, *extra, Kind::CountMismatch, message));
        }
        if self.evaluate_bool(env, *condition) != Some(false) {
            return;
        }
        let why = arguments.get(1).and_then(|why| self.evaluate(env, *why, Some(self.types.string)));
        let why = match why.map(|why| why.value) {
            Some(Value::String(bytes)) => format!(": {}", String::from_utf8_lossy(&bytes)),
            _ => String::new(),
        };
        let message = format!("this assertion does not hold{why}");
        let diagnostic = self.error_at(env.module, *condition, Kind::AssertionFailed, message);
        self.report(self.with_operands(env, *condition, diagnostic, 0));
    }

    /// Notes the values that make a condition what it is: the sides of a comparison, the part of `&&` that does not hold, all of `||`.
    fn with_operands(&self, env: &Env<'_>, condition: NodeId, diagnostic: Diagnostic, depth: u32) -> Diagnostic {
        if depth > DEPTH_MAX {
            return diagnostic;
        }
        match self.view(env.module, condition) {
            View::Parenthesized { value } => self.with_operands(env, value, diagnostic, depth + 1),
            View::Prefix { operator: PrefixOperator::Not, value } => {
                self.with_operands(env, value, diagnostic, depth + 1)
            }
            View::Binary { operator: BinaryOperator::And, left, right } => {
                let wrong = if self.evaluate_bool(env, left) == Some(false) { left } else { right };
                self.with_operands(env, wrong, diagnostic, depth + 1)
            }
            View::Binary { operator: BinaryOperator::Or, left, right } => {
                let diagnostic = self.with_operands(env, left, diagnostic, depth + 1);
                self.with_operands(env, right, diagnostic, depth + 1)
            }
            View::Binary { left, right, .. } => self.with_value(env, right, self.with_value(env, left, diagnostic)),
            View::Call { callee, arguments } => {
                let diagnostic = if depth > 0 { self.with_value(env, condition, diagnostic) } else { diagnostic };
                self.with_arguments(env, callee, arguments, diagnostic)
            }
            _ if depth > 0 => self.with_value(env, condition, diagnostic),
            _ => diagnostic,
        }
    }

    /// Notes what a call was given: `x` of `x.f()` too.
    fn with_arguments(
        &self,
        env: &Env<'_>,
        callee: NodeId,
        arguments: &[NodeId],
        diagnostic: Diagnostic,
    ) -> Diagnostic {
        let receiver = match self.view(env.module, callee) {
            View::Dot { base, .. } => Some(base),
            _ => None,
        };
        receiver.iter().chain(arguments).fold(diagnostic, |diagnostic, argument| {
            match self.view(env.module, *argument) {
                View::NamedArgument { value, .. } => self.with_value(env, value, diagnostic),
                _ => self.with_value(env, *argument, diagnostic),
            }
        })
    }

    /// Notes a value, unless it is a literal. By itself it may mean nothing, as `none` does, for what it goes to gives it its type.
    fn with_value(&self, env: &Env<'_>, node: NodeId, diagnostic: Diagnostic) -> Diagnostic {
        let is_plain = matches!(
            self.view(env.module, node),
            View::Literal { .. } | View::Bool { .. } | View::ImplicitMember { .. }
        );
        let value = if is_plain { None } else { Self::quietly(|| self.evaluate(env, node, None)) };
        match value.and_then(|value| self.shown(&value)) {
            Some(value) => diagnostic.note(format!("`{}` is {value}", self.tree(env.module).source(node))),
            None => diagnostic,
        }
    }
}
