//! `a, b = x, y` and `a += x`.

use hubbub_base::{Name, Span};
use hubbub_syntax::tree::view::BinaryOperator;
use hubbub_syntax::{NodeId, View};

use crate::check::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind};
use crate::data::types::{TypeId, TypeKind};
use crate::names::lookup::Lookup;
use crate::store::decls::DeclKind;

/// What stands in a list of places for a value that is discarded.
const DISCARDED: u32 = u32::MAX;

impl Checker<'_> {
    pub(super) fn check_assign(
        &mut self,
        node: NodeId,
        operator: Option<BinaryOperator>,
        places: &[NodeId],
        values: &[NodeId],
    ) -> ExprId {
        if operator.is_none()
            && let Some(declared) = self.undeclared(node, places, values)
        {
            return declared;
        }
        match (operator, places, values) {
            (Some(operator), [place], [value]) => self.check_operator_assignment(node, operator, *place, *value),
            (Some(_), ..) => {
                self.count_mismatch(node, 1, (values.len().max(places.len()), "value"));
                self.error(node)
            }
            (None, [place], [value]) => match self.index_assignment(node, *place, *value) {
                Some(statement) => statement,
                None => self.plain_assign(node, places, values),
            },
            (None, ..) => match self.assign_by_operators(node, places, values) {
                Some(statement) => statement,
                None => self.plain_assign(node, places, values),
            },
        }
    }

    /// `x = 3` where nothing declares x, and no name is nearly that: reported, then taken for a declaration.
    fn undeclared(&mut self, node: NodeId, places: &[NodeId], values: &[NodeId]) -> Option<ExprId> {
        let (first, last) = (places.first()?, places.last()?);
        let mut names = Vec::new();
        for place in places {
            let View::Name { name } = self.view(*place) else { return None };
            match name.as_str() {
                "_" => {}
                "" => return None,
                // names of the body first: those cost nothing
                _ if self.names.find(name).is_some() || self.find_name(*place, name).is_some() => return None,
                text => names.push((*place, text, name)),
            }
        }
        let (place, _, name) = *names.first()?;
        let mut diagnostic = self.sema.unknown_name(&self.env(), place, name);
        // what is assigned is no procedure of the library
        diagnostic.fixes.retain(|fix| {
            let meant = fix.message.strip_prefix("did you mean `").and_then(|rest| rest.strip_suffix("`?"));
            !fix.message.starts_with("module `") && meant.is_none_or(|meant| self.is_variable(*first, Name::new(meant)))
        });
        diagnostic.help.retain(|help| !help.starts_with("modules `"));
        if !diagnostic.help.is_empty() || !diagnostic.fixes.is_empty() || !diagnostic.labels.is_empty() {
            return None;
        }
        if names.len() > 1 {
            let texts: Vec<String> = names.iter().map(|(_, text, _)| format!("`{text}`")).collect();
            diagnostic.message = format!("unknown names {}", texts.join(", "));
            diagnostic.span = Some(self.span(*first).to(self.span(*last)));
        }
        let sign = Span::new(self.file, self.span(*last).end, self.span(*values.first()?).start);
        self.report(diagnostic.fix("a variable is declared by `:=`", sign, " := "));
        self.body.has_errors = true;
        Some(self.check_variable(node, places, None, values))
    }

    /// Whether a name means something of the body, or a variable at top level.
    fn is_variable(&self, node: NodeId, name: Name) -> bool {
        let at_top = || match self.sema.lookup(&self.outer, name, self.at(node)) {
            Lookup::Decl(decl) => self.sema.decl(decl).kind == DeclKind::Variable,
            _ => false,
        };
        self.names.find(name).is_some() || at_top()
    }

    fn plain_assign(&mut self, node: NodeId, places: &[NodeId], values: &[NodeId]) -> ExprId {
        let checked: Vec<Option<ExprId>> = places.iter().map(|place| self.assigned_place(*place)).collect();
        let types: Vec<Option<TypeId>> = checked.iter().map(|place| place.map(|place| self.ty(place))).collect();
        let values = self.assigned_values(node, &types, values);
        let mark = self.list_begin();
        for place in &checked {
            self.list_add(place.map_or(DISCARDED, |place| place.0));
        }
        let places = self.list_end(mark);
        let values = self.list_of(&values);
        let at = self.at(node);
        self.push(ExprKind::Assign { places, values }, self.sema.types.void, at)
    }

    /// A place on the left of `=`; `None` for `_`.
    pub(super) fn assigned_place(&mut self, node: NodeId) -> Option<ExprId> {
        if let View::Name { name } = self.view(node)
            && name.as_str() == "_"
        {
            return None;
        }
        let place = self.check_place(node);
        self.mark_assigned(place);
        let ty = self.ty(place);
        self.refuse_escape(ty, node);
        Some(place)
    }

    fn assigned_values(&mut self, node: NodeId, types: &[Option<TypeId>], values: &[NodeId]) -> Vec<ExprId> {
        if let ([value], true) = (values, types.len() > 1) {
            return self.assigned_results(node, types, *value);
        }
        if types.len() != values.len() {
            self.count_mismatch(node, types.len(), (values.len(), "value"));
        }
        let mut checked = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            checked.push(match types.get(index).copied().flatten() {
                Some(ty) => self.check_to(*value, ty),
                None => self.check_value(*value),
            });
        }
        checked
    }

    /// Several places get the results of one call.
    fn assigned_results(&mut self, node: NodeId, types: &[Option<TypeId>], value: NodeId) -> Vec<ExprId> {
        let expr = self.check_expr(value, Expectation::None);
        let TypeKind::Results(results) = self.kind_of(expr) else {
            if !crate::check::conversion::is_silent(self.kind_of(expr)) {
                self.count_mismatch(node, types.len(), (1, "value"));
            }
            self.body.has_errors = true;
            return vec![expr];
        };
        let results = results.to_vec();
        if results.len() != types.len() {
            self.count_mismatch(node, types.len(), (results.len(), "result"));
            return vec![expr];
        }
        if results.iter().zip(types).all(|(result, ty)| ty.is_none_or(|ty| ty == *result)) {
            return vec![expr];
        }
        let parts = self.spread_results(expr, &results, value);
        let converted = parts.iter().zip(types).map(|(part, ty)| match ty {
            Some(ty) => self.convert_to(*part, *ty, value),
            None => *part,
        });
        converted.collect()
    }
}
