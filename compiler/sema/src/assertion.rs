//! `#assert`, and what a failing one shows: the values that it is about.

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::NodeId;
use hubbub_syntax::tree::view::{BinaryOperator, PrefixOperator, View};

use crate::data::types::TypeKind;
use crate::data::value::{TypedValue, Value};
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
            _ if depth > 0 => self.with_value(env, condition, diagnostic),
            _ => diagnostic,
        }
    }

    /// Notes a value, unless it is a literal.
    fn with_value(&self, env: &Env<'_>, node: NodeId, diagnostic: Diagnostic) -> Diagnostic {
        let is_plain = matches!(
            self.view(env.module, node),
            View::Literal { .. } | View::Bool { .. } | View::ImplicitMember { .. }
        );
        let value = if is_plain { None } else { self.evaluate(env, node, None) };
        match value.and_then(|value| self.shown(&value)) {
            Some(value) => diagnostic.note(format!("`{}` is {value}", self.tree(env.module).source(node))),
            None => diagnostic,
        }
    }

    fn shown(&self, value: &TypedValue) -> Option<String> {
        let number = match &value.value {
            Value::Integer(integer) => i128::try_from(integer).ok(),
            Value::Zero => Some(0),
            _ => None,
        };
        if let (Some(number), TypeKind::Enum(_)) = (number, self.kind(value.ty)) {
            let members = &self.members(value.ty)?.members;
            let member = members.iter().find(|(_, other, _)| *other == number);
            return Some(member.map_or_else(|| number.to_string(), |(name, ..)| format!(".{name}")));
        }
        match &value.value {
            Value::Integer(integer) => Some(integer.to_string()),
            Value::Float(bits) => Some(f64::from_bits(*bits).to_string()),
            Value::Bool(holds) => Some(holds.to_string()),
            Value::String(bytes) => Some(format!("{:?}", String::from_utf8_lossy(bytes))),
            Value::Type(ty) => Some(self.type_name(*ty)),
            Value::Zero => Some("zero".to_owned()),
            _ => None,
        }
    }
}
