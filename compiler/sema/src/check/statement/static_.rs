//! `#if` and `#for` in bodies: which statements there are is decided while checking.

use hubbub_base::limits::UNROLLED_EXPRESSIONS_MAX;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};

use crate::check::scope::Entity;
use crate::check::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind};
use crate::data::types::{TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};

/// How many rounds a `#for` may be unrolled to: each is checked and compiled by itself.
const ROUNDS_MAX: i64 = 10_000;

impl Checker<'_> {
    /// `#if c … #else … #end`: the statements of the branch taken belong to the scope around it.
    pub(super) fn check_static_if(&mut self, condition: NodeId, then: &[NodeId], otherwise: &[NodeId]) -> bool {
        let holds = self.sema.evaluate_bool(&self.env(), condition);
        let taken = match holds {
            Some(true) => then,
            Some(false) => otherwise,
            None => {
                self.note_undecided();
                return true;
            }
        };
        let mut completes = true;
        for node in taken {
            completes &= self.statement_into_list(*node);
        }
        completes
    }

    /// What depends on a generic parameter is decided in each instance; else a mistake has been reported. Either way nobody
    /// knows what the statements left out would have done.
    fn note_undecided(&mut self) {
        self.is_undecided = true;
        self.body.has_errors |= !self.sema.is_dependent_instance(self.body.owner);
    }

    /// `#for f in fields(T) … #end`: the body once for each element.
    pub(super) fn check_static_for(&mut self, name: NodeId, iterable: NodeId, body: &[NodeId]) -> bool {
        let Some(elements) = self.static_elements(iterable) else {
            self.note_undecided();
            return true;
        };
        let at = self.at(iterable);
        for element in elements {
            if self.has_unrolled_too_much(iterable) {
                return true;
            }
            let mark = self.enter_scope();
            let value = self.sema.values.intern(element);
            let name = self.name_of(name);
            self.names.declare(name, Entity::Value(value));
            let block = self.block_in_scope(body, at);
            self.leave_scope(mark);
            self.list_add(block.0);
            if !self.completes(block) {
                return false;
            }
        }
        true
    }

    /// Whether the body has become larger than anything that a `#for` is meant for; the first one that finds it says so.
    fn has_unrolled_too_much(&mut self, iterable: NodeId) -> bool {
        if self.body.exprs.len() < UNROLLED_EXPRESSIONS_MAX {
            return false;
        }
        if !self.is_unrolled_too_far {
            self.is_unrolled_too_far = true;
            let message = format!("more than {UNROLLED_EXPRESSIONS_MAX} expressions are unrolled in one procedure");
            let diagnostic = Diagnostic::new(Kind::EvaluationLimit, self.span(iterable), message);
            let help = "each round is checked and compiled by itself: put the inner `#for` into a procedure, or go over `type_info(T).fields` with `for`";
            self.report(diagnostic.help(help));
        }
        true
    }

    /// What a `#for` goes over; `None` after a mistake, and before generic arguments are known.
    fn static_elements(&mut self, iterable: NodeId) -> Option<Vec<TypedValue>> {
        match self.view(self.without_parentheses(iterable)) {
            View::Call { callee, arguments: [argument] } => {
                let View::Name { name } = self.view(callee) else { return self.not_static(iterable) };
                match name.as_str() {
                    "fields" => self.field_descriptors(*argument),
                    "members" => self.member_values(*argument),
                    _ => self.not_static(iterable),
                }
            }
            View::Range { low: Some(low), high: Some(high), inclusive } => self.static_range(low, high, inclusive),
            _ => self.not_static(iterable),
        }
    }

    fn not_static(&mut self, node: NodeId) -> Option<Vec<TypedValue>> {
        self.mistake(Kind::NotConstant, node, "`#for` goes over `fields(T)`, `members(T)` or a range of constants");
        None
    }

    fn field_descriptors(&mut self, argument: NodeId) -> Option<Vec<TypedValue>> {
        let ty = self.static_type(argument)?;
        let Some(fields) = self.sema.fields(ty) else {
            let message = format!("`{}` has no fields", self.type_name(ty));
            self.mistake(Kind::TypeMismatch, argument, message);
            return None;
        };
        let count = fields.fields.len();
        Some((0..count).map(|index| TypedValue { ty, value: Value::Integer(index.into()) }).collect())
    }

    fn member_values(&mut self, argument: NodeId) -> Option<Vec<TypedValue>> {
        let ty = self.static_type(argument)?;
        let Some(members) = self.sema.members(ty) else {
            let message = format!("`{}` has no members", self.type_name(ty));
            self.mistake(Kind::TypeMismatch, argument, message);
            return None;
        };
        let values =
            members.members.iter().map(|(_, value, _)| TypedValue { ty, value: Value::Integer((*value).into()) });
        Some(values.collect())
    }

    fn static_type(&mut self, argument: NodeId) -> Option<TypeId> {
        let ty = self.type_argument(argument)?;
        let ty = self.sema.base_of(ty);
        let facts = self.sema.facts(ty);
        (!facts.is_dependent && !facts.has_error).then_some(ty)
    }

    fn static_range(&mut self, low: NodeId, high: NodeId, inclusive: bool) -> Option<Vec<TypedValue>> {
        let int = self.sema.types.int;
        let low_value = self.static_integer(low)?;
        let high_value = self.static_integer(high)? + i64::from(inclusive);
        if high_value.saturating_sub(low_value) > ROUNDS_MAX {
            let message =
                format!("a `#for` of {} rounds; at most {ROUNDS_MAX} can be unrolled", high_value - low_value);
            self.mistake(Kind::EvaluationLimit, high, message);
            return None;
        }
        Some((low_value..high_value).map(|value| TypedValue { ty: int, value: Value::Integer(value.into()) }).collect())
    }

    fn static_integer(&mut self, node: NodeId) -> Option<i64> {
        let int = self.sema.types.int;
        match self.evaluate(node, Some(int))?.value {
            Value::Integer(value) => i64::try_from(value).ok(),
            Value::Zero => Some(0),
            _ => None,
        }
    }

    /// An expression of which nothing is known before there are generic arguments.
    pub(crate) fn dependent_expr(&mut self, node: NodeId) -> ExprId {
        let at = self.at(node);
        self.push(ExprKind::Error, self.sema.types.dependent, at)
    }

    /// Checks a node only for what it names, where its value plays no part.
    pub(crate) fn check_for_effect(&mut self, node: NodeId) {
        let value = self.check_expr(node, Expectation::None);
        if matches!(self.kind_of(value), TypeKind::LiteralNull) {
            self.body.exprs[value].ty = self.sema.types.error;
        }
    }
}
