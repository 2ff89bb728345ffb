//! `a[x], b[y] = …` where `[]=` assigns: places first, then values, then stores, as for any other places.

use hubbub_syntax::tree::view::OperatorName;
use hubbub_syntax::{NodeId, View};

use crate::check::call::arguments::Argument;
use crate::check::call::overload::Site;
use crate::check::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind, LocalId};
use crate::data::types::TypeKind;

/// The statements that an assignment to several places becomes, in their order.
#[derive(Default)]
struct Steps {
    places: Vec<ExprId>,
    values: Vec<ExprId>,
    stores: Vec<ExprId>,
}

/// The value that goes to a place.
#[derive(Clone, Copy)]
enum Given {
    /// One of its own.
    Written(NodeId),
    /// A result of a call, which is in a variable.
    Result(LocalId, NodeId),
}

impl Given {
    fn node(self) -> NodeId {
        match self {
            Self::Written(node) | Self::Result(_, node) => node,
        }
    }
}

impl Checker<'_> {
    /// An assignment to several places of which some are assigned by `[]=`; `None` if none is.
    pub(super) fn assign_by_operators(&mut self, node: NodeId, places: &[NodeId], values: &[NodeId]) -> Option<ExprId> {
        let indexed = |checker: &mut Self, place: &NodeId| match checker.view(checker.without_parentheses(*place)) {
            View::Index { base, arguments } => checker.assigned_by_operator(base, arguments),
            _ => None,
        };
        let bases: Vec<Option<ExprId>> = places.iter().map(|place| indexed(self, place)).collect();
        if bases.iter().all(Option::is_none) {
            return None;
        }
        let mut steps = Steps::default();
        let Some(given) = self.given_values(node, places.len(), values, &mut steps) else {
            return Some(self.error(node));
        };
        for ((place, base), given) in places.iter().zip(bases).zip(given) {
            match base {
                Some(base) => self.store_by_operator(*place, base, given, &mut steps),
                None => self.store_by_pointer(*place, given, &mut steps),
            }
        }
        let Steps { mut places, values, stores } = steps;
        places.extend(values);
        places.extend(stores);
        let statements = self.list_of(&places);
        let (scope, at) = (self.new_scope_id(), self.at(node));
        Some(self.push(ExprKind::Block { scope, statements }, self.sema.types.void, at))
    }

    /// What goes to each place; `None` when the numbers differ, which is reported.
    fn given_values(&mut self, node: NodeId, count: usize, values: &[NodeId], steps: &mut Steps) -> Option<Vec<Given>> {
        if values.len() == count {
            return Some(values.iter().map(|value| Given::Written(*value)).collect());
        }
        let [value] = values else {
            self.count_mismatch(node, count, (values.len(), "value"));
            return None;
        };
        let call = self.check_expr(*value, Expectation::None);
        let TypeKind::Results(results) = self.kind_of(call) else {
            if *self.kind_of(call) != TypeKind::Error {
                self.count_mismatch(node, count, (1, "value"));
            }
            return None;
        };
        let results = results.to_vec();
        if results.len() != count {
            self.count_mismatch(node, count, (results.len(), "result"));
            return None;
        }
        let at = self.at(*value);
        let hidden: Vec<LocalId> = results.iter().map(|ty| self.new_local(None, *ty, at)).collect();
        let locals: Vec<ExprId> = hidden.iter().map(|local| ExprId(local.0)).collect();
        let (locals, values) = (self.list_of(&locals), self.list_of(&[call]));
        steps.values.push(self.push(ExprKind::Let { locals, values }, self.sema.types.void, at));
        Some(hidden.into_iter().map(|local| Given::Result(local, *value)).collect())
    }

    fn store_by_operator(&mut self, place: NodeId, base: ExprId, given: Given, steps: &mut Steps) {
        let View::Index { base: base_node, arguments: indices } = self.view(self.without_parentheses(place)) else {
            return;
        };
        let at = self.at(place);
        let ty = self.ty(base);
        let container = self.address_of(base, base_node);
        let container = self.kept(container, at, &mut steps.places);
        let mut arguments = self.kept_arguments(container, &[], (base_node, &[]));
        arguments.extend(self.check_arguments(indices, &[]));
        match given {
            Given::Written(value) => arguments.extend(self.check_arguments(&[value], &[])),
            Given::Result(local, value) => arguments.push(Argument::plain(self.local(local, at), value)),
        }
        let writers = self.index_candidates(OperatorName::IndexAssign, ty, arguments.len());
        let site = Site { node: place, name_node: place, explicit: None };
        let call = self.call_overloaded(&site, &writers, &arguments);
        self.keep_arguments(call, arguments.len() - 1, &mut steps.places, &mut steps.values);
        steps.stores.push(call);
    }

    fn store_by_pointer(&mut self, place_node: NodeId, given: Given, steps: &mut Steps) {
        let at = self.at(place_node);
        let place = self.assigned_place(place_node);
        let ty = place.map(|place| self.ty(place));
        let value = match (given, ty) {
            (Given::Written(node), Some(ty)) => self.check_to(node, ty),
            (Given::Written(node), None) => self.check_value(node),
            (Given::Result(local, _), _) => self.local(local, at),
        };
        let value = match ty {
            Some(ty) => self.convert_to(value, ty, given.node()),
            None => value,
        };
        let value = self.kept(value, at, &mut steps.values);
        let (Some(place), Some(ty)) = (place, ty) else { return };
        let pointer = self.address_of(place, place_node);
        let pointer = self.kept(pointer, at, &mut steps.places);
        let address = self.local(pointer, at);
        let target = self.push(ExprKind::Dereference(address), ty, at);
        let value = self.local(value, at);
        let (places, values) = (self.list_of(&[target]), self.list_of(&[value]));
        steps.stores.push(self.push(ExprKind::Assign { places, values }, self.sema.types.void, at));
    }
}
