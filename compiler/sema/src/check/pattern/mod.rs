//! `match`: arms, patterns, what they bind and what they cover.
//!
//! [`coverage`] keeps what has been covered; [`test`] turns one pattern into what it demands.

mod coverage;
mod test;

use hubbub_base::{Name, Span};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};
use num_traits::ToPrimitive;

use std::cell::RefCell;
use std::rc::Rc;

use self::coverage::{Cover, Shape, Shapes, show_missing};
use self::test::Tested;
use super::Checker;
use super::conversion::is_silent;
use crate::data::typed::{Arm, ExprId, ExprKind, LocalId, Pattern, PatternId, ScopeId};
use crate::data::types::{TypeId, TypeKind};
use crate::session::Sema;
use hashbrown::HashMap;

/// A name that the patterns of an arm bind.
struct Bound {
    name: Name,
    local: LocalId,
    by_place: bool,
}

/// The shapes of the types that a `match` has met.
struct Met<'s> {
    sema: &'s Sema,
    shapes: RefCell<HashMap<TypeId, Rc<Shape<TypeId>>>>,
}

impl Shapes<TypeId> for Met<'_> {
    fn shape(&self, ty: TypeId) -> Rc<Shape<TypeId>> {
        let make = || Rc::new(self.sema.shape(ty));
        Rc::clone(self.shapes.borrow_mut().entry(ty).or_insert_with(make))
    }
}

/// What the arms of a `match` so far cover.
pub(crate) struct Covered<'s> {
    cover: Cover,
    shapes: Met<'s>,
    /// A pattern had a mistake: what it would have accepted, nobody knows.
    is_doubtful: bool,
}

impl Sema {
    fn shape(&self, ty: TypeId) -> Shape<TypeId> {
        match self.kind(self.base_of(ty)) {
            TypeKind::Bool => Shape::Scalar { low: 0, high: 1 },
            TypeKind::Rune => Shape::Scalar { low: 0, high: i128::from(u32::from(char::MAX)) },
            TypeKind::Int { .. } => {
                let Some((low, high)) = self.integer_range(self.base_of(ty)) else { return Shape::Open };
                match (low.to_i128(), high.to_i128()) {
                    (Some(low), Some(high)) => Shape::Scalar { low, high },
                    _ => Shape::Open,
                }
            }
            TypeKind::Enum(_) => match self.members(self.base_of(ty)) {
                Some(members) if !members.is_flags => {
                    Shape::Members(members.members.iter().map(|(name, value, _)| (name.to_string(), *value)).collect())
                }
                _ => Shape::Open,
            },
            TypeKind::Union(_) | TypeKind::Maybe(_) => match self.fields(self.base_of(ty)) {
                Some(fields) if !fields.attributes.is_raw => {
                    let case = |field: &crate::data::types::FieldInfo| {
                        (field.name.to_string(), (field.ty != self.types.void).then_some(field.ty))
                    };
                    Shape::Cases(fields.fields.iter().map(case).collect())
                }
                _ => Shape::Open,
            },
            _ => Shape::Open,
        }
    }
}

impl Checker<'_> {
    /// What a `match` looks at.
    pub(crate) fn match_value(&mut self, node: NodeId) -> ExprId {
        let value = self.check_value(node);
        if matches!(self.kind_of(value), TypeKind::Void | TypeKind::Results(_)) {
            let message = format!("`match` needs one value, found {}", self.described(self.ty(value)));
            return self.mistake(Kind::TypeMismatch, node, message);
        }
        value
    }

    /// `match` as a statement.
    pub(crate) fn check_match_statement(
        &mut self,
        node: NodeId,
        label: Option<NodeId>,
        value: NodeId,
        arms: &[NodeId],
    ) -> ExprId {
        let value = self.match_value(value);
        let scope = self.new_scope_id();
        self.push_labelled(scope, label);
        let (expr, completes) = self.check_match(node, scope, value, arms, false);
        let is_left = self.pop_labelled();
        self.body.exprs[expr].ty = self.statement_type(completes || is_left);
        expr
    }

    /// The arms of a `match`: the expression (of type `Never` so far), and whether the end of any arm is reached.
    pub(crate) fn check_match(
        &mut self,
        node: NodeId,
        scope: ScopeId,
        value: ExprId,
        arms: &[NodeId],
        is_expression: bool,
    ) -> (ExprId, bool) {
        let ty = self.ty(value);
        let shapes = Met { sema: self.sema, shapes: RefCell::default() };
        let mut cover = Covered { cover: Cover::default(), shapes, is_doubtful: false };
        let mut has_else = false;
        let mut completes = false;
        let mark = self.list_begin();
        for arm in arms {
            let View::Arm { patterns, .. } = self.view(*arm) else {
                self.body.has_errors = true;
                continue;
            };
            has_else |= patterns.is_empty();
            let (id, arm_completes) = self.check_arm(*arm, value, ty, &mut cover, is_expression);
            completes |= arm_completes;
            self.list_add(id);
        }
        let arms_run = self.list_end(mark);
        if !has_else {
            self.check_covered(node, ty, &cover);
        }
        let at = self.at(node);
        (self.push(ExprKind::Match { scope, value, arms: arms_run }, self.sema.types.never, at), completes)
    }

    fn check_arm(
        &mut self,
        arm: NodeId,
        value: ExprId,
        ty: TypeId,
        cover: &mut Covered<'_>,
        is_expression: bool,
    ) -> (u32, bool) {
        let View::Arm { patterns, guard, body } = self.view(arm) else { return (0, true) };
        let mark = self.enter_scope();
        let mut bound: Vec<Bound> = Vec::new();
        let mut ids = Vec::with_capacity(patterns.len());
        for (index, pattern) in patterns.iter().enumerate() {
            let Some(tested) = self.check_pattern(*pattern, ty) else {
                // it may have been meant for what is missing, and what it binds may be used
                cover.cover = Cover::Everything;
                cover.is_doubtful = true;
                self.bind_unknown(*pattern, &mut bound);
                continue;
            };
            self.note_cover(*pattern, ty, cover, &tested, guard.is_some());
            let binding = self.bind_pattern(*pattern, value, &tested, &mut bound, index == 0);
            let cases = self.list_words_of(&tested.cases);
            ids.push(self.body.patterns.push(Pattern { test: tested.test, cases, binding }));
        }
        let guard = guard.map(|guard| self.check_to(guard, self.sema.types.bool));
        let block = self.arm_body(arm, body, is_expression);
        self.leave_scope(mark);
        let at = self.at(arm);
        let patterns = self.list_words_of(&ids.iter().map(|id: &PatternId| id.0).collect::<Vec<u32>>());
        let id = self.body.arms.push(Arm { patterns, guard, body: block, at });
        let completes = self.completes(block) && !(is_expression && self.is_given(block));
        (id.0, completes)
    }

    /// Whether an arm's block was made of `=> value` alone.
    fn is_given(&self, block: ExprId) -> bool {
        matches!(self.kind_of(block), TypeKind::Never)
    }

    fn list_words_of(&mut self, words: &[u32]) -> hubbub_base::table::Run {
        let mark = self.list_begin();
        for word in words {
            self.list_add(*word);
        }
        self.list_end(mark)
    }

    /// Adds a pattern to what is covered; warns when it accepts nothing new.
    fn note_cover(&mut self, pattern: NodeId, ty: TypeId, cover: &mut Covered<'_>, tested: &Tested, is_guarded: bool) {
        if is_silent(self.kind(ty)) || cover.is_doubtful {
            return;
        }
        let is_new = match is_guarded {
            // What has a guard may accept nothing.
            true => cover.cover.clone().add(&cover.shapes, ty, &tested.cases, tested.accepts),
            false => cover.cover.add(&cover.shapes, ty, &tested.cases, tested.accepts),
        };
        if !is_new {
            let message = "this pattern is never reached: those before it accept all that it does";
            self.report(Diagnostic::new(Kind::UnreachableCode, self.span(pattern), message));
        }
    }

    /// Declares what a pattern binds. All patterns of an arm bind the same names with the same types.
    fn bind_pattern(
        &mut self,
        pattern: NodeId,
        value: ExprId,
        tested: &Tested,
        bound: &mut Vec<Bound>,
        is_first: bool,
    ) -> Option<LocalId> {
        let View::Pattern { binding, by_place, .. } = self.view(pattern) else { return None };
        let Some(name_node) = binding else {
            if !bound.is_empty() {
                self.uneven_bindings(pattern);
            }
            return None;
        };
        let name = self.name_of(name_node);
        if by_place {
            self.bind_by_place(name_node, value);
        }
        if tested.bound == self.sema.types.void {
            let message = "this member has no payload to bind";
            self.mistake(Kind::TypeMismatch, name_node, message);
        }
        if let Some(earlier) = bound.iter().find(|earlier| earlier.name == name) {
            let (local, same_way) = (earlier.local, earlier.by_place == by_place);
            self.note_local(name_node, local);
            if self.body.locals[local].ty != tested.bound || !same_way {
                self.uneven_bindings(pattern);
            }
            return Some(local);
        }
        if !is_first {
            self.uneven_bindings(pattern);
        }
        if name.as_str() == "_" {
            return None;
        }
        self.check_redeclaration(name_node);
        let at = self.at(name_node);
        let local = self.declare_local(name, tested.bound, at);
        self.body.locals[local].is_reference = by_place;
        bound.push(Bound { name, local, by_place });
        Some(local)
    }

    /// Declares what a pattern with a mistake binds, as an error about which nothing more is said.
    fn bind_unknown(&mut self, pattern: NodeId, bound: &mut Vec<Bound>) {
        let View::Pattern { binding: Some(name_node), by_place, .. } = self.view(pattern) else { return };
        let name = self.name_of(name_node);
        if name.as_str() == "_" || bound.iter().any(|earlier| earlier.name == name) {
            return;
        }
        let at = self.at(name_node);
        let local = self.declare_local(name, self.sema.types.error, at);
        bound.push(Bound { name, local, by_place });
    }

    fn bind_by_place(&mut self, name_node: NodeId, value: ExprId) {
        if self.is_place(value) {
            self.mark_address_taken(value);
            self.mark_assigned(value);
        } else if !is_silent(self.kind_of(value)) {
            self.mistake(Kind::NotAPlace, name_node, "`&` binds a place, and what is matched is only a value");
        }
    }

    fn uneven_bindings(&mut self, pattern: NodeId) {
        let message = "the patterns of an arm bind the same names with the same types, or none";
        self.mistake(Kind::InvalidPattern, pattern, message);
    }

    fn check_covered(&mut self, node: NodeId, ty: TypeId, cover: &Covered<'_>) {
        if is_silent(self.kind(ty)) || self.sema.facts(ty).is_dependent {
            return;
        }
        let missing = cover.cover.missing(&cover.shapes, ty);
        let what = match &missing {
            Some(missing) if missing.is_empty() => return,
            Some(missing) => format!("{} missing", show_missing(missing)),
            None => format!("not every `{}`", self.type_name(ty)),
        };
        let View::Match { value, .. } = self.view(node) else { return };
        let (start, end) = (self.tree.start(node), self.tree.range(value).1);
        let what = match self.kind(self.sema.base_of(ty)) {
            TypeKind::Bool => what.replace("`0`", "`false`").replace("`1`", "`true`"),
            _ => what,
        };
        let message = match missing {
            Some(_) => format!("this `match` does not cover every value: {what}"),
            None => format!("this `match` does not cover every value: {what} is listed"),
        };
        let diagnostic = Diagnostic::new(Kind::MatchNotCovering, Span::new(self.file, start, end), message);
        self.report(diagnostic.help("add the missing cases, or an `else`"));
    }
}
