//! `for` over ranges, arrays, slices, strings and iterators.

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};

use super::TargetKind;
use crate::check::call::arguments::Argument;
use crate::check::call::overload::{Outcome, Site};
use crate::check::conversion::{implicit, is_silent};
use crate::check::literal::is_literal;
use crate::check::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind, ForPlan, LocalId};
use crate::data::types::{DeclId, InstanceId, TypeId, TypeKind};
use crate::names::lookup::Lookup;

/// The inside of a `for`, decided.
struct Loop {
    plan: ForPlan,
    /// Type of the first name (of the place, for `for &x`).
    element: TypeId,
    /// Type of the second name.
    second: TypeId,
    /// The place whose elements are put together by index, where the plan goes over the indices; and what is to be done before the loop.
    gathered: Option<(ExprId, Option<ExprId>)>,
}

/// What is gone over and how, as written.
struct Over {
    node: NodeId,
    reversed: bool,
    by_place: bool,
    has_second: bool,
}

impl Checker<'_> {
    pub(super) fn check_for(&mut self, node: NodeId) -> ExprId {
        let View::For { label, by_place, name, second, iterable, body } = self.view(node) else {
            return self.fail_silently(node);
        };
        let at = self.at(node);
        let over = self.over(iterable, by_place, second.is_some());
        let plan = self.plan(&over).unwrap_or_else(|| self.broken_loop(&over));
        let mark = self.enter_scope();
        let element = match plan.gathered {
            Some(_) => self.new_local(None, self.sema.types.int, at),
            None => self.loop_name(name, plan.element),
        };
        self.body.locals[element].is_reference = by_place && plan.gathered.is_none();
        let second = second.map(|second| self.loop_name(second, plan.second));
        let scope = self.new_scope_id();
        self.push_target(scope, label, TargetKind::Loop);
        let body = match plan.gathered {
            Some((base, _)) => self.gathered_round(name, plan.element, (base, element), body),
            None => self.scoped_block(body, at),
        };
        self.pop_target();
        self.leave_scope(mark);
        let kind = ExprKind::For { scope, plan: plan.plan, element, second, body };
        let whole = self.push(kind, self.sema.types.void, at);
        match plan.gathered {
            Some((_, Some(before))) => self.block_of(&[before, whole], at),
            _ => whole,
        }
    }

    /// A round over an array that is laid out field by field: the name gets the element at the index.
    fn gathered_round(
        &mut self,
        name: NodeId,
        ty: TypeId,
        (base, index): (ExprId, LocalId),
        body: &[NodeId],
    ) -> ExprId {
        let at = self.at(name);
        let index = self.local(index, at);
        let value = self.push(ExprKind::Index { base, index, is_checked: false }, ty, at);
        let local = self.loop_name(name, ty);
        let locals = self.list_of(&[ExprId(local.0)]);
        let values = self.list_of(&[value]);
        let first = self.push(ExprKind::Let { locals, values }, self.sema.types.void, at);
        let rest = self.scoped_block(body, at);
        self.block_of(&[first, rest], at)
    }

    fn block_of(&mut self, statements: &[ExprId], at: u32) -> ExprId {
        let statements = self.list_of(statements);
        let scope = self.new_scope_id();
        self.push(ExprKind::Block { scope, statements }, self.sema.types.void, at)
    }

    /// `for x in s` of a `Soa`: its place is found once.
    fn soa_loop(&mut self, over: &Over, value: ExprId, element: TypeId, length: u64) -> Option<Loop> {
        if over.by_place {
            let message = "the elements of a `Soa` lie in pieces and have no place";
            let diagnostic = Diagnostic::new(Kind::NotAPlace, self.span(over.node), message);
            self.report(diagnostic.help("go over the indices, `for i in 0..<s.length`, and change `s[i].x`"));
            return None;
        }
        let (int, at) = (self.sema.types.int, self.at(over.node));
        let mut before = Vec::new();
        let base = if self.is_steady(value) {
            value
        } else if self.is_place(value) {
            let address = self.address_of(value, over.node);
            let kept = self.kept(address, at, &mut before);
            let pointer = self.local(kept, at);
            self.push(ExprKind::Dereference(pointer), self.ty(value), at)
        } else {
            let kept = self.kept(value, at, &mut before);
            self.local(kept, at)
        };
        let low = self.small_integer(int, 0, at);
        let high = self.small_integer(int, length as i64, at);
        let plan = ForPlan::Range { low, high, inclusive: false, reversed: over.reversed };
        Some(Loop { plan, element, second: int, gathered: Some((base, before.first().copied())) })
    }

    /// Whether a place is the same one whenever it is evaluated.
    fn is_steady(&self, place: ExprId) -> bool {
        match self.expr(place).kind {
            ExprKind::Local(_) | ExprKind::Variable(_) => true,
            ExprKind::Field { base, .. } => self.is_steady(base),
            _ => false,
        }
    }

    fn loop_name(&mut self, node: NodeId, ty: TypeId) -> crate::data::typed::LocalId {
        let at = self.at(node);
        let name = self.name_of(node);
        if name.as_str() == "_" {
            return self.new_local(None, ty, at);
        }
        self.check_redeclaration(node);
        self.declare_local(name, ty, at)
    }

    /// Takes `reverse(…)` off.
    fn over(&mut self, iterable: NodeId, by_place: bool, has_second: bool) -> Over {
        let plain = Over { node: iterable, reversed: false, by_place, has_second };
        let View::Call { callee, arguments: [argument] } = self.view(self.without_parentheses(iterable)) else {
            return plain;
        };
        let View::Name { name } = self.view(callee) else { return plain };
        let is_own = name.as_str() == "reverse"
            && self.names.peek(name).is_none()
            && match self.sema.lookup(&self.outer, name, self.at(callee)) {
                Lookup::NotFound => true,
                Lookup::Procedures(found) => {
                    found.as_slice().iter().all(|decl| self.sema.is_prelude(self.sema.decl(*decl).module))
                }
                _ => false,
            };
        if is_own { Over { node: *argument, reversed: true, ..plain } } else { plain }
    }

    fn plan(&mut self, over: &Over) -> Option<Loop> {
        if let View::Range { low, high, inclusive } = self.view(self.without_parentheses(over.node)) {
            return self.range_loop(over, low, high, inclusive);
        }
        let value = match self.check_elements_alone(over.node) {
            Some(elements) => elements,
            None => self.check_value(over.node),
        };
        let ty = self.ty(value);
        let int = self.sema.types.int;
        let reversed = over.reversed;
        let own = match self.kind(self.sema.base_of(ty)) {
            TypeKind::Array { element, .. } => Some((ForPlan::Array { array: value, reversed }, *element)),
            TypeKind::Soa { element, length } => return self.soa_loop(over, value, *element, *length),
            TypeKind::Slice(element) => Some((ForPlan::Slice { slice: value, reversed }, *element)),
            TypeKind::String => Some((ForPlan::String { string: value, reversed }, self.sema.types.rune)),
            kind if is_silent(kind) => {
                self.body.has_errors |= *kind == TypeKind::Error;
                return None;
            }
            _ => None,
        };
        match own {
            Some((plan, element)) => {
                self.check_element_place(over, value, plan);
                Some(Loop { plan, element, second: int, gathered: None })
            }
            None => self.iterator_loop(over, value),
        }
    }

    /// `for &x` needs places to go by.
    fn check_element_place(&mut self, over: &Over, value: ExprId, plan: ForPlan) {
        if !over.by_place {
            return;
        }
        match plan {
            ForPlan::Array { .. } if self.is_place(value) => {
                self.mark_address_taken(value);
                self.mark_assigned(value);
            }
            ForPlan::Slice { .. } => {}
            _ => {
                let message =
                    format!("`for &…` needs places, and the elements of {} are none", self.described(self.ty(value)));
                self.mistake(Kind::NotAPlace, over.node, message);
            }
        }
    }

    fn broken_loop(&mut self, over: &Over) -> Loop {
        let slice = self.dependent_expr(over.node);
        let unknown = self.sema.types.dependent;
        Loop { plan: ForPlan::Slice { slice, reversed: false }, element: unknown, second: unknown, gathered: None }
    }

    // ---- ranges ---------------------------------------------------------------------------------------------------

    fn range_loop(&mut self, over: &Over, low: Option<NodeId>, high: Option<NodeId>, inclusive: bool) -> Option<Loop> {
        let (Some(low), Some(high)) = (low, high) else {
            self.mistake(Kind::Misplaced, over.node, "a `for` needs both ends of its range");
            return None;
        };
        if over.by_place {
            self.mistake(Kind::NotAPlace, over.node, "the numbers of a range are no places: write `for i in …`");
            return None;
        }
        let (low_expr, high_expr) = self.range_ends(low, high);
        let element = self.ty(low_expr);
        match self.kind(self.sema.base_of(element)) {
            TypeKind::Int { .. } | TypeKind::Rune => {}
            kind if is_silent(kind) || is_literal(kind) => return None,
            _ => {
                let message = format!("a `for` counts integers or runes, not {}", self.described(element));
                self.mistake(Kind::TypeMismatch, over.node, message);
                return None;
            }
        }
        let plan = ForPlan::Range { low: low_expr, high: high_expr, inclusive, reversed: over.reversed };
        Some(Loop { plan, element, second: self.sema.types.int, gathered: None })
    }

    /// Both ends of a range with one type: that of the one to which the other converts.
    pub(crate) fn range_ends(&mut self, low: NodeId, high: NodeId) -> (ExprId, ExprId) {
        let low_expr = self.check_expr(low, Expectation::None);
        let high_expr = self.check_expr(high, Expectation::None);
        let (a, b) = (self.ty(low_expr), self.ty(high_expr));
        match (is_literal(self.kind(a)), is_literal(self.kind(b))) {
            (true, false) => (self.convert_to(low_expr, b, low), high_expr),
            (false, true) => (low_expr, self.convert_to(high_expr, a, high)),
            (true, true) => {
                let low_expr = self.settle(low_expr, low);
                let ty = self.ty(low_expr);
                (low_expr, self.convert_to(high_expr, ty, high))
            }
            (false, false) if implicit(self.sema, a, b).is_some() => (self.convert_to(low_expr, b, low), high_expr),
            (false, false) => (low_expr, self.convert_to(high_expr, a, high)),
        }
    }

    // ---- iterators ------------------------------------------------------------------------------------------------

    fn iterator_loop(&mut self, over: &Over, value: ExprId) -> Option<Loop> {
        let own = if over.by_place || over.reversed { None } else { self.next_of(over.node, self.ty(value)) };
        // an iterator that owns something says by an `iterate` how to go on where it is: the loop has a copy of it otherwise
        let given = if own.is_some() { self.iterate_if_there(over, "iterate", value) } else { None };
        let (iterator, next) = match own {
            Some(next) if given.is_none() => (value, next),
            _ => {
                let iterator = match given {
                    Some(iterator) => iterator,
                    None => self.call_iterate(over, value)?,
                };
                let ty = self.ty(iterator);
                if is_silent(self.kind(ty)) {
                    return None;
                }
                let Some(next) = self.next_of(over.node, ty) else {
                    self.no_next(over, ty);
                    return None;
                };
                (iterator, next)
            }
        };
        self.loop_by_next(over, iterator, next)
    }

    fn loop_by_next(&mut self, over: &Over, iterator: ExprId, next: InstanceId) -> Option<Loop> {
        let signature = self.sema.signature(next)?;
        let results = signature.results.to_vec();
        let int = self.sema.types.int;
        let (first, second, counts) = match results.as_slice() {
            [first, _] => (*first, int, true),
            [first, second, _] => (*first, *second, false),
            _ => {
                self.no_next(over, self.ty(iterator));
                return None;
            }
        };
        let are_given = signature.parameters.iter().skip(1).all(|parameter| parameter.has_default);
        if results.last() != Some(&self.sema.types.bool) || !are_given {
            self.no_next(over, self.ty(iterator));
            return None;
        }
        // backwards, what gives positions gives them as indices do, to those who ask
        if !counts && !over.has_second && !over.reversed {
            let message = "this iterator gives two values a round: write `for key, value in …`";
            self.mistake(Kind::CountMismatch, over.node, message);
            return None;
        }
        let by_place = over.by_place;
        let pointee = |checker: &Self, ty: TypeId| match checker.kind(ty) {
            TypeKind::Pointer(pointee) => Some(*pointee),
            _ => None,
        };
        let element = if by_place { pointee(self, first).unwrap_or(self.sema.types.error) } else { first };
        let mark = self.list_begin();
        for index in 1..signature.parameters.len() {
            self.add_default(over.node, next, signature, index as u32);
        }
        let defaults = self.list_end(mark);
        let plan = ForPlan::Iterator { iterator, next, defaults, counts, by_place };
        Some(Loop { plan, element, second, gathered: None })
    }

    /// `next` for a pointer to an iterator of this type.
    fn next_of(&mut self, node: NodeId, iterator: TypeId) -> Option<InstanceId> {
        let candidates = self.loop_candidates("next", iterator, node);
        if candidates.is_empty() {
            return None;
        }
        let at = self.at(node);
        let hidden = self.new_local(None, iterator, at);
        let place = self.local(hidden, at);
        let pointer = self.address_of(place, node);
        let site = Site { node, name_node: node, explicit: None };
        match self.choose(&site, &candidates, &[Argument::plain(pointer, node)]) {
            Outcome::Chosen(viable) => Some(viable.instance),
            _ => None,
        }
    }

    /// `iterate(e)`, or `iterate_places(e)` for `for &x`; the same two backwards.
    fn call_iterate(&mut self, over: &Over, value: ExprId) -> Option<ExprId> {
        let name = match (over.by_place, over.reversed) {
            (false, false) => "iterate",
            (true, false) => "iterate_places",
            (false, true) => "iterate_backwards",
            (true, true) => "iterate_places_backwards",
        };
        let found = self.iterate_if_there(over, name, value);
        if found.is_none() {
            let described = self.described(self.ty(value));
            let message = if over.reversed {
                format!("`reverse` goes over ranges, arrays, slices and strings, not over {described}")
            } else {
                format!("`for` cannot go over {described}")
            };
            let result = if over.by_place { ", whose `next` gives pointers" } else { " and `next`" };
            let help = match name {
                "iterate" => {
                    "its home module would need `iterate :: (x: …) -> I` and `next :: (it: Pointer{I}) -> (E, Bool)`"
                        .to_owned()
                }
                _ => format!("its home module would need `{name}`{result}"),
            };
            let diagnostic = Diagnostic::new(Kind::TypeMismatch, self.span(over.node), message);
            self.report(diagnostic.help(help));
        }
        found
    }

    /// A call of one of the procedures that give iterators, if one fits.
    fn iterate_if_there(&mut self, over: &Over, name: &str, value: ExprId) -> Option<ExprId> {
        let candidates = self.loop_candidates(name, self.ty(value), over.node);
        let site = Site { node: over.node, name_node: over.node, explicit: None };
        let argument = Argument { is_receiver: true, ..Argument::plain(value, over.node) };
        self.call_if_fitting(&site, &candidates, &[argument])
    }

    fn no_next(&mut self, over: &Over, ty: TypeId) {
        let name = self.type_name(ty);
        let message = format!("`{name}` is no iterator");
        let diagnostic = Diagnostic::new(Kind::TypeMismatch, self.span(over.node), message);
        self.report(
            diagnostic.help(format!("it needs `next :: (it: Pointer{{{name}}}) -> (E, Bool)` in its home module")),
        );
    }

    /// Procedures behind a `for`: those in scope, and the public ones of the type's home module.
    fn loop_candidates(&mut self, name: &str, ty: TypeId, node: NodeId) -> Vec<DeclId> {
        let name = Name::new(name);
        let mut all = match self.sema.lookup(&self.outer, name, self.at(node)) {
            Lookup::Procedures(found) => found.as_slice().to_vec(),
            _ => Vec::new(),
        };
        for decl in self.sema.public_procedures(self.sema.home_module(ty), name) {
            if !all.contains(&decl) {
                all.push(decl);
            }
        }
        all
    }
}
