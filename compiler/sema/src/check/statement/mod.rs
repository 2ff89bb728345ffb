//! Statements: [`Checker::check_statement`] leads from each kind to the file that checks it.
//!
//! A statement whose end cannot be reached has the type `Never`, every other one `Void`; so what follows knows whether it
//! can be reached. [`Flow`] holds what statements know of those around them.

mod assign;
mod assign_several;
mod for_loop;
mod if_;
mod jump;
mod scoped;
mod static_;
mod value;
mod variable;

use hubbub_base::table::{Id, Run};
use hubbub_base::{Name, Span};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};

use super::Checker;
use super::scope::{Entity, ScopeMark};
use crate::data::typed::{ExprId, ExprKind, ScopeId};
use crate::data::types::{TypeId, TypeKind};

pub(super) use value::Give;

/// What statements know while a body is checked: loops, labels, values to give.
#[derive(Default, Debug)]
pub struct Flow {
    /// What can be left, or given a value, innermost last.
    targets: Vec<Target>,
    /// Where the scopes of names begin, innermost last.
    scopes: Vec<ScopeMark>,
    /// How many `defer`s wait at this moment, and how many `with`s are open: a tail call cannot leave them.
    pending: u32,
    /// Whether no context is current: in a `#c-call` procedure outside of any `with`.
    pub(crate) lacks_context: bool,
    /// Whether this is the value of a constant, a variable of a module or `#run`: no procedure is there to return from.
    pub(crate) is_value: bool,
}

#[derive(Debug)]
struct Target {
    scope: ScopeId,
    label: Option<Name>,
    kind: TargetKind,
    /// Whether a `break` goes there.
    is_left: bool,
}

#[derive(Debug)]
enum TargetKind {
    Loop,
    /// A block or `match` that stands as a statement, with a label.
    Labelled,
    /// An `ifx`, `block` or `match` that stands as an expression.
    Value {
        expected: super::Expectation,
        gives: Vec<Give>,
    },
    /// The inside of a `defer`: nothing leads out of it.
    Defer,
}

impl Checker<'_> {
    /// The statements of a procedure; reports when its end can be reached and it has results.
    pub(crate) fn check_procedure_body(&mut self, statements: &[NodeId], end: Span) {
        let (run, completes) = self.statements(statements);
        self.body.statements = run;
        // of a wrong result type nobody knows whether it has values
        let is_known = self.body.results.iter().all(|ty| *ty != self.sema.types.error);
        if completes && !self.body.results.is_empty() && is_known {
            let message = "the end of this procedure can be reached without a `return`";
            let diagnostic = Diagnostic::new(Kind::MissingReturn, end, message);
            self.report(diagnostic.help("return a value on every way, or end with `unreachable()` or `panic(…)`"));
        }
    }

    /// `=> statement` as the body of a procedure: an expression is its result.
    pub(crate) fn check_arrow_body(&mut self, statement: NodeId, end: Span) {
        if self.body.results.is_empty() || !self.is_value(statement) {
            self.check_procedure_body(&[statement], end);
            return;
        }
        let expr = self.return_values(statement, &[statement]);
        self.body.statements = self.list_of(&[expr]);
    }

    /// Checks statements in the current scope: their list, and whether the end is reached.
    pub(crate) fn statements(&mut self, nodes: &[NodeId]) -> (Run, bool) {
        let mark = self.list_begin();
        let mut completes = true;
        let mut warned = false;
        for node in nodes {
            if !completes && !warned && !self.body.has_errors {
                warned = true;
                let diagnostic = Diagnostic::new(Kind::UnreachableCode, self.span(*node), "this is never reached");
                self.report(diagnostic);
            }
            completes &= self.statement_into_list(*node);
        }
        (self.list_end(mark), completes)
    }

    /// Checks a statement and adds it to the list begun last; whether its end is reached.
    fn statement_into_list(&mut self, node: NodeId) -> bool {
        match self.view(node) {
            // their statements belong to the scope around them
            View::StaticIf { condition, then, otherwise } => self.check_static_if(condition, then, otherwise),
            View::StaticFor { name, iterable, body } => self.check_static_for(name, iterable, body),
            _ => match self.check_statement(node) {
                Some(statement) => {
                    self.list_add(statement.0);
                    *self.kind_of(statement) != TypeKind::Never
                }
                None => true,
            },
        }
    }

    /// Checks a statement; `None` for what is no code: declarations of constants, types and procedures, `#assert`.
    pub(crate) fn check_statement(&mut self, node: NodeId) -> Option<ExprId> {
        Some(match self.view(node) {
            View::Error => {
                // What stood here may have used a local or ended the procedure.
                self.is_undecided = true;
                self.fail_silently(node)
            }
            // names declared in blocks are found by their position
            View::Constant { .. } | View::Variable { is_constant: true, .. } => return None,
            View::StaticAssert { .. } => {
                self.sema.check_assert(&self.env(), node);
                return None;
            }
            View::Variable { names, ty, values, attributes, .. } => {
                attributes.iter().for_each(|attribute| self.sema.refuse_attribute(self.module, *attribute));
                self.check_variable(node, names, ty, values)
            }
            View::Assign { operator, places, values } => self.check_assign(node, operator, places, values),
            View::If { head, then, otherwise } => self.check_if(node, head, then, otherwise),
            View::While { label, head, body } => self.check_while(node, label, head, body),
            View::For { .. } => self.check_for(node),
            View::Block { label, body } => self.check_block(node, label, body),
            View::Match { label, value, arms } => self.check_match_statement(node, label, value, arms),
            View::With { context, body } => self.check_with(node, context, body),
            View::Defer { statement } => self.check_defer(node, statement),
            View::Return { is_tail, values } => self.check_return(node, is_tail, values),
            View::Break { label } => self.check_break(node, label),
            View::Continue { label } => self.check_continue(node, label),
            View::Give { value } => self.check_give(node, value),
            View::NoBoundsChecks { block } => self.check_no_bounds_checks(block),
            _ => self.check_expression_statement(node),
        })
    }

    /// A call, or an `or_…`, whose value nobody wants.
    fn check_expression_statement(&mut self, node: NodeId) -> ExprId {
        let value = self.check_value(node);
        if !self.can_stand_alone(node) {
            // the parser's words: said twice, it is shown once
            return self.mistake(Kind::UnusedValue, node, "nobody uses the value of this expression");
        }
        let ty = self.ty(value);
        if self.drops_error(ty) {
            let diagnostic = Diagnostic::new(Kind::UnusedError, self.span(node), "this error is not looked at");
            self.report(diagnostic.help("handle it with `or_return` or `or_else`, or discard it with `_ = …`"));
        } else if let Some(what) = self.must_be_used(value) {
            let message = format!("the result of this call must be used: {what} is marked `#must-use`");
            let diagnostic = Diagnostic::new(Kind::UnusedResult, self.span(node), message);
            self.report(diagnostic.help("discard it with `_ = …` if that is meant"));
        }
        value
    }

    /// What says that the result of a call must be used: its procedure or its type.
    fn must_be_used(&mut self, value: ExprId) -> Option<String> {
        let expr = self.expr(value);
        if let ExprKind::Call { procedure, .. } = expr.kind {
            let decl = self.sema.instance(procedure).decl;
            if self.procedure_facts(decl).must_use {
                return Some(format!("`{}`", self.sema.decl(decl).name));
            }
        }
        let first = match self.kind(expr.ty) {
            TypeKind::Results(results) => *results.first()?,
            _ => expr.ty,
        };
        self.sema.type_attributes(first).must_use.then(|| format!("`{}`", self.type_name(first)))
    }

    fn can_stand_alone(&self, node: NodeId) -> bool {
        matches!(
            self.view(self.without_parentheses(node)),
            View::Call { .. }
                | View::OrElse { .. }
                | View::OrReturn { .. }
                | View::OrBreak { .. }
                | View::OrContinue { .. }
                | View::Ifx { .. }
                | View::Run { .. }
                | View::Asm { .. }
                | View::Error
        )
    }

    fn drops_error(&self, ty: TypeId) -> bool {
        match self.kind(ty) {
            TypeKind::Results(results) => results.last().is_some_and(|last| self.is_error_type(*last)),
            _ => self.is_error_type(ty),
        }
    }

    /// Whether a node stands for a value, rather than for a statement.
    pub(crate) fn is_value(&self, node: NodeId) -> bool {
        !matches!(
            self.view(node),
            View::Error
                | View::Constant { .. }
                | View::Variable { .. }
                | View::Assign { .. }
                | View::If { .. }
                | View::While { .. }
                | View::For { .. }
                | View::With { .. }
                | View::Defer { .. }
                | View::Return { .. }
                | View::Break { .. }
                | View::Continue { .. }
                | View::Give { .. }
                | View::NoBoundsChecks { .. }
                | View::StaticAssert { .. }
                | View::StaticIf { .. }
                | View::StaticFor { .. }
        )
    }

    // ---- scopes ---------------------------------------------------------------------------------------------------

    /// Enters a scope of names.
    pub(crate) fn enter_scope(&mut self) -> ScopeMark {
        let mark = self.names.enter();
        self.flow.scopes.push(mark);
        mark
    }

    /// Leaves a scope of names; warns of variables that nobody used.
    pub(crate) fn leave_scope(&mut self, mark: ScopeMark) {
        self.flow.scopes.pop();
        let mut unused = Vec::new();
        self.names.leave(mark, |name, entity, is_used| {
            if let (Entity::Local(local), false) = (entity, is_used) {
                unused.push((name, local));
            }
        });
        if self.body.has_errors || self.sema.modules[self.module].is_library {
            return;
        }
        for (name, local) in unused.into_iter().filter(|(name, _)| !name.as_str().starts_with('_')) {
            let start = self.body.locals[local].at;
            let span = Span::new(self.file, start, start + name.as_str().len() as u32);
            if self.body.captures.contains(&local) {
                let message = format!("`{name}` is captured and not used");
                self.report(Diagnostic::new(Kind::UnusedLocal, span, message).help("leave it out of the brackets"));
                continue;
            }
            let parameters = &self.body.parameters;
            let diagnostic = if parameters.binary_search_by_key(&local.index(), |it| it.index()).is_ok() {
                if self.is_only_expanded(self.sema.instance(self.body.owner).decl) {
                    continue;
                }
                let message = format!("parameter `{name}` is not used");
                Diagnostic::new(Kind::UnusedParameter, span, message)
            } else {
                Diagnostic::new(Kind::UnusedLocal, span, format!("`{name}` is not used"))
            };
            self.report(diagnostic.maybe_fix("say that it is meant", span, format!("_{name}")));
        }
    }

    /// Reports a name that is declared already: in this scope a mistake, around it a warning. Gives what the mistake declares again.
    pub(crate) fn check_redeclaration(&mut self, name_node: NodeId) -> Option<Entity> {
        let name = self.name_of(name_node);
        if name.as_str().is_empty() {
            return None;
        }
        let (entity, mark) = (self.names.peek(name)?, self.flow.scopes.last().copied()?);
        let earlier = match entity {
            Entity::Local(local) => self.body.locals[local].at,
            Entity::NotCaptured { .. } | Entity::Value(_) => return None,
            Entity::Declaration(decl) => self.sema.decl(decl).at,
        };
        let place = Span::new(self.file, earlier, earlier + name.as_str().len() as u32);
        let span = self.span(name_node);
        if self.names.is_declared_since(mark, name) {
            let message = format!("`{name}` is declared twice in one block");
            let diagnostic = Diagnostic::new(Kind::DuplicateDeclaration, span, message);
            self.report(diagnostic.label(place, "it is declared here first").help("write `=` to assign it"));
            Some(entity)
        } else {
            let message = format!("`{name}` hides another `{name}`");
            self.report(Diagnostic::new(Kind::HiddenLocal, span, message).label(place, "this one"));
            None
        }
    }

    /// Statements in a scope of their own, as a `Block`.
    pub(crate) fn scoped_block(&mut self, body: &[NodeId], at: u32) -> ExprId {
        let mark = self.enter_scope();
        let block = self.block_in_scope(body, at);
        self.leave_scope(mark);
        block
    }

    /// Statements in the scope entered last, as a `Block`.
    pub(crate) fn block_in_scope(&mut self, body: &[NodeId], at: u32) -> ExprId {
        let scope = self.new_scope_id();
        let pending = self.flow.pending;
        let (statements, completes) = self.statements(body);
        self.flow.pending = pending;
        let ty = self.statement_type(completes);
        self.push(ExprKind::Block { scope, statements }, ty, at)
    }

    /// `Void`, or `Never` for a statement whose end is not reached.
    pub(crate) fn statement_type(&self, completes: bool) -> TypeId {
        if completes { self.sema.types.void } else { self.sema.types.never }
    }

    /// Whether the end of a checked statement is reached.
    pub(crate) fn completes(&self, expr: ExprId) -> bool {
        *self.kind_of(expr) != TypeKind::Never
    }
}
