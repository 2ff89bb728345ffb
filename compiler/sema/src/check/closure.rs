//! Procedure literals and closures: checked by a checker of their own, which sees of the variables around only what is captured.

use hubbub_base::Name;
use hubbub_diagnostics::Kind;
use hubbub_syntax::tree::view::{Abi, Body};
use hubbub_syntax::{NodeId, View};

use super::scope::Entity;
use super::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind, LocalId};
use crate::data::types::{InstanceId, ProcedureType, Signature, TypeId, TypeKind};

/// A variable that a literal captures.
struct Captured {
    name: Name,
    local: LocalId,
    by_place: bool,
    at: u32,
}

impl Checker<'_> {
    /// Reports a closure that goes where it could outlive its frame.
    pub(crate) fn refuse_escape(&mut self, ty: TypeId, node: NodeId) {
        let is_closure = matches!(self.kind(ty), TypeKind::Procedure(procedure) if procedure.abi == Abi::Closure);
        if is_closure && self.sema.refuse_closure(self.module, node, ty) {
            self.body.has_errors = true;
        }
    }

    /// A procedure literal, with or without captures.
    pub fn check_procedure_literal(&mut self, node: NodeId, _expectation: Expectation) -> ExprId {
        let View::Procedure { abi, captures, generics, parameters, results, body, .. } = self.view(node) else {
            return self.fail_silently(node);
        };
        if let Some(generic) = generics.first() {
            return self.mistake(
                Kind::Misplaced,
                *generic,
                "a procedure literal cannot be generic: declare it with `::`",
            );
        }
        let owner = self.sema.literal_instance(self.body.owner, node);
        let mut signature = self.sema.signature_of(&self.env(), Some(owner), abi, parameters, results);
        if captures.is_some() {
            // Its code takes the environment, so its type says that it is a closure.
            signature.abi = Abi::Closure;
            signature.ty = self.closure_type(&signature);
            signature.value_ty = signature.ty;
        }
        let captured: Vec<Captured> =
            captures.unwrap_or(&[]).iter().filter_map(|capture| self.captured(*capture)).collect();
        let at = self.at(node);
        self.check_literal_body(owner, &signature, node, parameters, body, &captured);
        let ty = signature.value_ty;
        if captures.is_none() {
            return self.push(ExprKind::Procedure(owner), ty, at);
        }
        let values: Vec<ExprId> = captured.iter().map(|capture| self.local(capture.local, capture.at)).collect();
        let captures = self.list_of(&values);
        self.push(ExprKind::Closure { body: owner, captures }, ty, at)
    }

    fn closure_type(&self, signature: &Signature) -> TypeId {
        self.sema.intern(TypeKind::Procedure(ProcedureType {
            abi: Abi::Closure,
            parameters: signature.parameters.iter().map(|parameter| parameter.ty).collect(),
            results: signature.results.clone(),
            is_c_variadic: false,
        }))
    }

    /// A variable between the brackets.
    fn captured(&mut self, capture: NodeId) -> Option<Captured> {
        let View::Capture { name: name_node, by_place } = self.view(capture) else {
            self.body.has_errors = true;
            return None;
        };
        let name = self.name_of(name_node);
        let at = self.at(name_node);
        let Some(Entity::Local(local)) = self.names.find(name) else {
            let message = format!("`{name}` is no variable of this procedure, so it cannot be captured");
            self.mistake(Kind::UnknownName, name_node, message);
            return None;
        };
        self.note_local(name_node, local);
        if by_place {
            self.body.locals[local].is_address_taken = true;
            self.body.locals[local].is_assigned = true;
        }
        Some(Captured { name, local, by_place, at })
    }

    fn check_literal_body(
        &mut self,
        owner: InstanceId,
        signature: &Signature,
        node: NodeId,
        parameters: &[NodeId],
        body: Body<'_>,
        captured: &[Captured],
    ) {
        let mut inner = Checker::new(self.sema, self.outer, owner);
        inner.body.results = signature.results.to_vec();
        let outside: Vec<(Name, Entity)> = self.names.all().collect();
        for (name, entity) in outside.into_iter().rev() {
            let entity = match entity {
                Entity::Local(local) => Entity::NotCaptured { at: self.body.locals[local].at },
                other => other,
            };
            inner.names.declare(name, entity);
        }
        let scope = inner.enter_scope();
        for capture in captured {
            let outer = &self.body.locals[capture.local];
            let local = inner.declare_local(capture.name, outer.ty, capture.at);
            inner.body.locals[local].is_reference = capture.by_place;
            inner.body.captures.push(local);
        }
        inner.declare_parameters(parameters, signature);
        inner.flow.lacks_context = signature.abi == Abi::C;
        inner.check_body_of(node, body);
        inner.leave_scope(scope);
        inner.check_descriptors();
        self.body.has_errors |= inner.body.has_errors;
        self.diagnostics.append(&mut inner.diagnostics);
        self.literals.append(&mut inner.literals);
        self.literals.push((signature.clone(), inner.body));
    }

    /// Declares the parameters of a procedure in the current scope.
    pub(crate) fn declare_parameters(&mut self, parameters: &[NodeId], signature: &Signature) {
        for (node, parameter) in parameters.iter().zip(&signature.parameters) {
            let View::Parameter { name, .. } = self.view(*node) else { continue };
            let at = self.at(name);
            let local = self.declare_local(parameter.name, parameter.ty, at);
            self.body.parameters.push(local);
            self.body.has_errors |= self.sema.facts(parameter.ty).has_error;
        }
    }

    /// Checks the body of the procedure at `node`, whose parameters are declared.
    pub(crate) fn check_body_of(&mut self, node: NodeId, body: Body<'_>) {
        let (start, end) = self.tree.range(node);
        let last = hubbub_base::Span::new(self.file, end.saturating_sub(3).max(start), end);
        match body {
            Body::None => {}
            Body::Arrow(statement) => self.check_arrow_body(statement, last),
            Body::Statements(statements) => self.check_procedure_body(statements, last),
        }
    }
}
