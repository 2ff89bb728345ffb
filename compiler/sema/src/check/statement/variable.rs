//! `a, b: T = x, y` in a body.

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::NodeId;

use crate::check::Checker;
use crate::check::scope::Entity;
use crate::data::typed::{ExprId, ExprKind};
use crate::data::types::{TypeId, TypeKind};

/// What stands in a list of variables for a value that is discarded.
const DISCARDED: u32 = u32::MAX;

impl Checker<'_> {
    pub(super) fn check_variable(
        &mut self,
        node: NodeId,
        names: &[NodeId],
        ty: Option<NodeId>,
        values: &[NodeId],
    ) -> ExprId {
        let declared = ty.map(|ty| self.resolve_type(ty));
        let (values, types) = match declared {
            Some(ty) => self.typed_values(node, names, ty, values),
            None => self.untyped_values(values),
        };
        let error = self.sema.types.error;
        let what = if values.len() == 1 && types.len() > 1 { "result" } else { "value" };
        let types = self.counted_types(node, names, (types, what), declared.unwrap_or(error));
        self.let_(node, names, &types, &values)
    }

    fn typed_values(
        &mut self,
        node: NodeId,
        names: &[NodeId],
        ty: TypeId,
        values: &[NodeId],
    ) -> (Vec<ExprId>, Vec<TypeId>) {
        if values.is_empty() {
            let at = self.at(node);
            let defaults = names.iter().map(|_| self.push(ExprKind::Default, ty, at)).collect();
            return (defaults, vec![ty; names.len()]);
        }
        if let ([value], true) = (values, names.len() > 1) {
            let expr = self.check_expr(*value, crate::check::Expectation::None);
            if let TypeKind::Results(results) = self.kind_of(expr) {
                let results = results.to_vec();
                if results.iter().all(|result| *result == ty) || results.len() != names.len() {
                    return (vec![expr], results);
                }
                let parts = self.spread_results(expr, &results, *value);
                let parts: Vec<ExprId> = parts.iter().map(|part| self.convert_to(*part, ty, *value)).collect();
                return (parts, vec![ty; names.len()]);
            }
            let expr = self.convert_to(expr, ty, *value);
            return (vec![expr], vec![ty]);
        }
        let exprs: Vec<ExprId> = values.iter().map(|value| self.check_to(*value, ty)).collect();
        let types = vec![ty; exprs.len()];
        (exprs, types)
    }

    fn untyped_values(&mut self, values: &[NodeId]) -> (Vec<ExprId>, Vec<TypeId>) {
        let exprs: Vec<ExprId> = values.iter().map(|value| self.check_value(*value)).collect();
        if let [one] = exprs.as_slice()
            && let TypeKind::Results(results) = self.kind_of(*one)
        {
            return (exprs.clone(), results.to_vec());
        }
        let types = exprs.iter().zip(values).map(|(expr, node)| self.variable_type_of(*expr, *node)).collect();
        (exprs, types)
    }

    /// The type of a variable that is bound to a value.
    fn variable_type_of(&mut self, expr: ExprId, node: NodeId) -> TypeId {
        let ty = self.ty(expr);
        match self.kind(ty) {
            TypeKind::Void => {
                self.nothing_to_keep(node);
                self.sema.types.error
            }
            TypeKind::Results(results) => {
                let message = format!("one value is needed here, and this call has {} results", results.len());
                self.mistake(Kind::CountMismatch, node, message);
                self.sema.types.error
            }
            _ => ty,
        }
    }

    /// A call without a result as the value of a variable. On the next line it was not meant as that.
    #[cold]
    fn nothing_to_keep(&mut self, node: NodeId) {
        let start = self.tree.start(node) as usize;
        let before = self.tree.text().get(..start).unwrap_or("");
        let is_next_line = before.len() - before.trim_end().len() > 0
            && before.get(before.trim_end().len()..).is_some_and(|blank| blank.contains('\n'));
        if !is_next_line || !before.trim_end().ends_with('=') {
            self.mistake(Kind::TypeMismatch, node, "this call has no result to keep");
            return;
        }
        let end = before.trim_end().len() as u32;
        let equal = hubbub_base::Span::new(self.file, end - 1, end);
        let message = "found a new line behind `=`, and the call on it has no value";
        let diagnostic = Diagnostic::new(Kind::TypeMismatch, equal, message);
        self.report(diagnostic.label(self.span(node), "this was taken for the value"));
    }

    /// As many types as names; reports when the numbers differ.
    fn counted_types(
        &mut self,
        node: NodeId,
        names: &[NodeId],
        types: (Vec<TypeId>, &str),
        filler: TypeId,
    ) -> Vec<TypeId> {
        let (mut types, what) = types;
        if types.len() != names.len() {
            let is_reported = types.contains(&self.sema.types.error);
            let is_known = !types.iter().any(|ty| crate::check::conversion::is_silent(self.kind(*ty)));
            if is_known || types.len() > 1 && !is_reported {
                self.count_mismatch(node, names.len(), (types.len(), what));
            }
            self.body.has_errors = true;
            types.resize(names.len(), filler);
        }
        types
    }

    /// Reports that there are not as many values as names or places.
    pub(crate) fn count_mismatch(&mut self, node: NodeId, wanted: usize, found: (usize, &str)) {
        let plural = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
        let message = format!("{} for {}", plural(found.0, found.1), plural(wanted, "name"));
        let diagnostic = Diagnostic::new(Kind::CountMismatch, self.span(node), message);
        self.report(diagnostic.help("there must be as many values as names; `_` discards one"));
    }

    /// Declares the names and makes the statement.
    fn let_(&mut self, node: NodeId, names: &[NodeId], types: &[TypeId], values: &[ExprId]) -> ExprId {
        let mark = self.list_begin();
        for (name_node, ty) in names.iter().zip(types) {
            let word = self.declare_name(*name_node, *ty);
            self.list_add(word);
        }
        let locals = self.list_end(mark);
        let values = self.list_of(values);
        let at = self.at(node);
        self.push(ExprKind::Let { locals, values }, self.sema.types.void, at)
    }

    /// Declares one name; what stands for it in a list of variables.
    pub(crate) fn declare_name(&mut self, name_node: NodeId, ty: TypeId) -> u32 {
        let name = self.name_of(name_node);
        if name.as_str() == "_" {
            return DISCARDED;
        }
        // of two variables of one name nobody knows which one a use means
        let ty = match self.check_redeclaration(name_node) {
            Some(Entity::Local(earlier)) if self.body.locals[earlier].ty == ty => ty,
            Some(_) => self.sema.types.error,
            None => ty,
        };
        let at = self.at(name_node);
        self.declare_local(name, ty, at).0
    }

    /// The results of a call as values of their own, through hidden variables that are set first.
    pub(crate) fn spread_results(&mut self, call: ExprId, results: &[TypeId], node: NodeId) -> Vec<ExprId> {
        let at = self.at(node);
        let mark = self.list_begin();
        let hidden: Vec<_> = results.iter().map(|ty| self.new_local(None, *ty, at)).collect();
        for local in &hidden {
            self.list_add(local.0);
        }
        let locals = self.list_end(mark);
        let values = self.list_of(&[call]);
        let set = self.push(ExprKind::Let { locals, values }, self.sema.types.void, at);
        let mut parts: Vec<ExprId> = hidden.iter().map(|local| self.local(*local, at)).collect();
        if let Some(first) = parts.first_mut() {
            // the first part sets them all; the others come later
            *first = self.block_with_value(set, *first, at);
        }
        parts
    }

    /// A statement, then a value, as one expression. The variables of the statement live on.
    pub(crate) fn block_with_value(&mut self, statement: ExprId, value: ExprId, at: u32) -> ExprId {
        let ty = self.ty(value);
        let scope = self.new_scope_id();
        let give = self.push(ExprKind::Give { scope, value }, self.sema.types.never, at);
        let statements = self.list_of(&[statement, give]);
        self.push(ExprKind::Block { scope, statements }, ty, at)
    }
}
