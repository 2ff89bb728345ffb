//! What one pattern demands: the chain of cases, the test at its end, and the type of what it binds.

use hubbub_base::Name;
use hubbub_diagnostics::Kind;
use hubbub_syntax::tree::view::{BinaryOperator, PatternValue};
use hubbub_syntax::{NodeId, View};
use num_traits::ToPrimitive;

use super::coverage::Test;
use crate::check::Checker;
use crate::check::binary::Operands;
use crate::check::conversion::is_silent;
use crate::check::target::Target;
use crate::data::typed::{Operator, PatternTest};
use crate::data::types::{TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};
use crate::record::Wish;

/// A pattern, decided.
pub(super) struct Tested {
    /// Cases of unions to go into first.
    pub cases: Vec<u32>,
    /// What must hold behind them.
    pub test: PatternTest,
    /// The same for what is covered.
    pub accepts: Test,
    /// Type of what the pattern binds.
    pub bound: TypeId,
}

impl Checker<'_> {
    /// Checks a pattern against a value of type `ty`; `None` after a mistake.
    pub(super) fn check_pattern(&mut self, pattern: NodeId, ty: TypeId) -> Option<Tested> {
        let View::Pattern { value, .. } = self.view(pattern) else {
            self.body.has_errors = true;
            return None;
        };
        if is_silent(self.kind(ty)) {
            let bound = self.sema.types.dependent;
            return Some(Tested { cases: Vec::new(), test: PatternTest::Anything, accepts: Test::Some, bound });
        }
        match value {
            PatternValue::Anything => {
                Some(Tested { cases: Vec::new(), test: PatternTest::Anything, accepts: Test::Anything, bound: ty })
            }
            PatternValue::Range { low, high, inclusive } => self.range_pattern(pattern, low, high, inclusive, ty),
            PatternValue::Value(value) => self.value_pattern(value, ty),
        }
    }

    fn value_pattern(&mut self, node: NodeId, ty: TypeId) -> Option<Tested> {
        if let Some(path) = self.member_path(node) {
            return self.path_pattern(&path, ty);
        }
        match self.view(node) {
            View::Dot { base, name } if self.names_union(base, ty) => self.path_pattern(&[name], ty),
            View::Name { name } if name.as_str() == "none" && self.sema.held_by(ty).is_some() => {
                self.case_pattern(vec![0], self.sema.types.void)
            }
            View::Name { .. } | View::Dot { .. } | View::Brace { .. } if *self.kind(ty) == TypeKind::Any => {
                let wanted = self.resolve_type(node);
                let bound = wanted;
                Some(Tested { cases: Vec::new(), test: PatternTest::AnyType(wanted), accepts: Test::Some, bound })
            }
            View::Dot { base, .. } if self.names_another(base, ty) => None,
            _ => self.constant_pattern(node, ty),
        }
    }

    /// `V.m` where the value is a `U`: reported.
    fn names_another(&mut self, base: NodeId, ty: TypeId) -> bool {
        let is_name = matches!(self.view(base), View::Name { .. } | View::Brace { .. });
        let has_members = |kind: &TypeKind| matches!(kind, TypeKind::Union(_) | TypeKind::Enum(_));
        if !is_name || !has_members(self.kind(self.sema.base_of(ty))) {
            return false;
        }
        let Target::Type(other) = self.target(base, crate::check::Expectation::None) else { return false };
        if other == ty || !has_members(self.kind(self.sema.base_of(other))) {
            return false;
        }
        let (found, wanted) = (self.type_name(other), self.type_name(ty));
        let message = format!("this is a member of `{found}`, and what is matched is a `{wanted}`");
        self.mistake(Kind::InvalidPattern, base, message);
        true
    }

    /// The names of `.a.b`.
    fn member_path(&self, node: NodeId) -> Option<Vec<NodeId>> {
        let mut names = Vec::new();
        let mut node = node;
        loop {
            match self.view(node) {
                View::ImplicitMember { name } => {
                    names.push(name);
                    names.reverse();
                    return Some(names);
                }
                View::Dot { base, name } => {
                    names.push(name);
                    node = base;
                }
                _ => return None,
            }
        }
    }

    /// Whether a node names the union (or enum) that is matched: the `T` of `T.m`.
    fn names_union(&mut self, node: NodeId, ty: TypeId) -> bool {
        let is_union = matches!(self.kind(self.sema.base_of(ty)), TypeKind::Union(_) | TypeKind::Maybe(_));
        is_union
            && matches!(self.view(node), View::Name { .. } | View::Dot { .. } | View::Brace { .. })
            && self.target(node, crate::check::Expectation::None) == Target::Type(ty)
    }

    fn case_pattern(&self, cases: Vec<u32>, bound: TypeId) -> Option<Tested> {
        Some(Tested { cases, test: PatternTest::Anything, accepts: Test::Anything, bound })
    }

    fn path_pattern(&mut self, path: &[NodeId], ty: TypeId) -> Option<Tested> {
        let mut cases = Vec::new();
        let mut current = ty;
        for (index, name_node) in path.iter().enumerate() {
            let name = self.name_of(*name_node);
            self.note_member(*name_node, current, Wish::Expected);
            match self.kind(self.sema.base_of(current)) {
                TypeKind::Union(_) | TypeKind::Maybe(_) => {
                    let Some((case, field)) = self.sema.field(self.sema.base_of(current), name) else {
                        self.unknown_member(*name_node, current, name);
                        return None;
                    };
                    cases.push(case);
                    current = field.ty;
                }
                TypeKind::Enum(_) if index + 1 == path.len() => {
                    return self.enum_member_pattern(*name_node, name, cases, current);
                }
                kind if is_silent(kind) => return self.case_pattern(cases, current),
                _ => {
                    let message = format!("`{}` has no members to match", self.type_name(current));
                    self.mistake(Kind::InvalidPattern, *name_node, message);
                    return None;
                }
            }
        }
        self.case_pattern(cases, current)
    }

    fn enum_member_pattern(&mut self, node: NodeId, name: Name, cases: Vec<u32>, ty: TypeId) -> Option<Tested> {
        let members = self.sema.members(self.sema.base_of(ty))?;
        let Some(value) = members.value(name) else {
            self.unknown_member(node, ty, name);
            return None;
        };
        let id = self.sema.values.intern(TypedValue { ty, value: Value::Integer(value.into()) });
        let accepts = Test::Interval { low: value, high: value };
        Some(Tested { cases, test: PatternTest::Constant(id), accepts, bound: ty })
    }

    fn constant_pattern(&mut self, node: NodeId, ty: TypeId) -> Option<Tested> {
        let value = self.evaluate(node, Some(ty))?;
        if matches!(value.value, Value::Dependent | Value::Parameter { .. }) {
            return Some(Tested { cases: Vec::new(), test: PatternTest::Anything, accepts: Test::Some, bound: ty });
        }
        let accepts = number_of(&value).map_or(Test::Some, |number| Test::Interval { low: number, high: number });
        let test = if self.is_plainly_compared(ty) {
            PatternTest::Constant(self.sema.values.intern(value))
        } else {
            self.compared_pattern(node, ty, value)
        };
        Some(Tested { cases: Vec::new(), test, accepts, bound: ty })
    }

    fn is_plainly_compared(&self, ty: TypeId) -> bool {
        matches!(
            self.kind(self.sema.base_of(ty)),
            TypeKind::Int { .. }
                | TypeKind::Enum(_)
                | TypeKind::Rune
                | TypeKind::Bool
                | TypeKind::String
                | TypeKind::Pointer(_)
                | TypeKind::Procedure(_)
                | TypeKind::Type
        )
    }

    /// A test by the type's `==`.
    fn compared_pattern(&mut self, node: NodeId, ty: TypeId, value: TypedValue) -> PatternTest {
        let at = self.at(node);
        let subject = self.new_local(None, ty, at);
        let left = self.local(subject, at);
        let right = self.constant(value, at);
        let operands = Operands { node, left, left_node: node, right, right_node: node };
        let condition = self.binary(BinaryOperator::Equal, Operator::Equal, operands);
        PatternTest::Expression { subject, condition }
    }

    fn range_pattern(
        &mut self,
        pattern: NodeId,
        low: NodeId,
        high: NodeId,
        inclusive: bool,
        ty: TypeId,
    ) -> Option<Tested> {
        let is_number = matches!(
            self.kind(self.sema.base_of(ty)),
            TypeKind::Int { .. } | TypeKind::Rune | TypeKind::Float { .. } | TypeKind::Enum(_)
        );
        if !is_number {
            let message = format!("a range matches numbers, runes and enums, not `{}`", self.type_name(ty));
            self.mistake(Kind::InvalidPattern, pattern, message);
            return None;
        }
        let low = self.evaluate(low, Some(ty))?;
        let high = self.evaluate(high, Some(ty))?;
        let accepts = match (number_of(&low), number_of(&high)) {
            (Some(low), Some(high)) => {
                let last = if inclusive { high } else { high.saturating_sub(1) };
                if low > last {
                    self.mistake(Kind::InvalidPattern, pattern, "this range is empty");
                    return None;
                }
                Test::Interval { low, high: last }
            }
            _ => Test::Some,
        };
        let (low, high) = (self.sema.values.intern(low), self.sema.values.intern(high));
        Some(Tested { cases: Vec::new(), test: PatternTest::Range { low, high, inclusive }, accepts, bound: ty })
    }
}

/// The number that stands for a value in what is covered.
fn number_of(value: &TypedValue) -> Option<i128> {
    match &value.value {
        Value::Integer(value) => value.to_i128(),
        Value::Bool(value) => Some(i128::from(*value)),
        Value::Zero => Some(0),
        _ => None,
    }
}
