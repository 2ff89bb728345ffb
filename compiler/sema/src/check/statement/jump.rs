//! `break`, `continue`, `return`, and what they can reach.

use hubbub_base::Name;
use hubbub_diagnostics::suggest::nearest;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::NodeId;

use super::{Target, TargetKind};
use crate::check::conversion::is_silent;
use crate::check::{Checker, Expectation};
use crate::data::typed::{Conversion, ExprId, ExprKind, ScopeId};
use crate::data::types::TypeKind;

impl Checker<'_> {
    pub(super) fn push_target(&mut self, scope: ScopeId, label: Option<NodeId>, kind: TargetKind) {
        if let Some(node) = label {
            self.refuse_label_twice(node);
        }
        let label = label.map(|label| self.name_of(label));
        self.flow.targets.push(Target { scope, label, kind, is_left: false });
    }

    /// Reports a label that a loop or block around this one has, too: `break` would mean the inner one without a word.
    fn refuse_label_twice(&mut self, node: NodeId) {
        let label = self.name_of(node);
        if self.flow.targets.iter().any(|target| target.label == Some(label)) {
            let message = format!("a loop or block around this one has the label `{label}`, too");
            let diagnostic = Diagnostic::new(Kind::DuplicateDeclaration, self.span(node), message);
            self.report(diagnostic.help("give one of them another name"));
        }
    }

    pub(super) fn pop_target(&mut self) -> Option<Target> {
        self.flow.targets.pop()
    }

    pub(super) fn check_break(&mut self, node: NodeId, label: Option<NodeId>) -> ExprId {
        match self.break_target(node, label, false) {
            Some(scope) => self.jump(node, ExprKind::Break(scope)),
            None => self.diverging_error(node),
        }
    }

    pub(super) fn check_continue(&mut self, node: NodeId, label: Option<NodeId>) -> ExprId {
        match self.break_target(node, label, true) {
            Some(scope) => self.jump(node, ExprKind::Continue(scope)),
            None => self.diverging_error(node),
        }
    }

    fn jump(&mut self, node: NodeId, kind: ExprKind) -> ExprId {
        let at = self.at(node);
        self.push(kind, self.sema.types.never, at)
    }

    /// A jump with a mistake: what follows is not reached all the same.
    fn diverging_error(&mut self, node: NodeId) -> ExprId {
        let expr = self.fail_silently(node);
        self.body.exprs[expr].ty = self.sema.types.never;
        expr
    }

    /// The loop (or labelled block) that a `break`, `continue`, `or_break` or `or_continue` means; reports when there is none.
    pub(crate) fn break_target(&mut self, node: NodeId, label: Option<NodeId>, continues: bool) -> Option<ScopeId> {
        let wanted = label.map(|label| self.name_of(label));
        let mut in_defer = false;
        let mut found = None;
        for target in self.flow.targets.iter_mut().rev() {
            let is_it = match (&target.kind, wanted) {
                (TargetKind::Defer, _) => {
                    in_defer = true;
                    break;
                }
                (TargetKind::Loop, None) => true,
                (TargetKind::Loop, Some(_)) => target.label == wanted,
                (TargetKind::Labelled, Some(_)) => target.label == wanted && !continues,
                _ => false,
            };
            if is_it {
                target.is_left |= !continues;
                found = Some(target.scope);
                break;
            }
        }
        if found.is_none() {
            let word = if continues { "continue" } else { "break" };
            let message = match wanted {
                _ if in_defer => format!("`{word}` cannot leave a `defer`"),
                Some(label) => {
                    format!("there is no {} `{label}` around this", if continues { "loop" } else { "loop or block" })
                }
                None => format!("`{word}` stands outside of any loop"),
            };
            self.no_target(label.unwrap_or(node), message, wanted.filter(|_| !in_defer));
        }
        found
    }

    /// Reports a jump without its target, with the labels that are nearly right.
    #[cold]
    fn no_target(&mut self, node: NodeId, message: String, wanted: Option<Name>) {
        let span = self.span(node);
        let mut diagnostic = Diagnostic::new(Kind::OutsideLoop, span, message);
        if let Some(wanted) = wanted {
            let labels: Vec<&str> =
                self.flow.targets.iter().filter_map(|target| target.label).map(Name::as_str).collect();
            let near = nearest(wanted.as_str(), labels.iter().copied());
            for label in &near {
                diagnostic = diagnostic.maybe_fix(format!("did you mean `{label}`?"), span, *label);
            }
            if labels.is_empty() {
                diagnostic = diagnostic.help(format!("a label stands before its loop: `{wanted}: for …`"));
            }
        }
        if wanted.is_none() && diagnostic.help.is_empty() && !diagnostic.message.ends_with("a `defer`") {
            diagnostic =
                diagnostic.help("an arm of a `match` ends by itself; `break label` leaves a block with a label");
        }
        self.report(diagnostic);
    }

    // ---- return ---------------------------------------------------------------------------------------------------

    pub(super) fn check_return(&mut self, node: NodeId, is_tail: bool, values: &[NodeId]) -> ExprId {
        if self.flow.targets.iter().any(|target| matches!(target.kind, TargetKind::Defer)) {
            self.mistake(Kind::OutsideLoop, node, "`return` cannot leave a `defer`");
            return self.diverging_error(node);
        }
        if self.flow.is_value {
            self.mistake(Kind::Misplaced, node, "`return` stands in no procedure");
            return self.diverging_error(node);
        }
        if is_tail {
            return self.tail_return(node, values);
        }
        self.return_values(node, values)
    }

    /// `return values`.
    pub(crate) fn return_values(&mut self, node: NodeId, values: &[NodeId]) -> ExprId {
        let results = self.body.results.clone();
        let at = self.at(node);
        let never = self.sema.types.never;
        let checked = match values {
            [value] if results.len() > 1 => self.returned_results(node, *value, &results),
            _ if values.len() == results.len() => {
                values.iter().zip(&results).map(|(value, ty)| self.check_to(*value, *ty)).collect()
            }
            _ => {
                for value in values {
                    self.check_expr(*value, Expectation::None);
                }
                self.wrong_return(node, values.len());
                Vec::new()
            }
        };
        for result in results {
            self.refuse_escape(result, node);
        }
        let values = self.list_of(&checked);
        self.push(ExprKind::Return { values }, never, at)
    }

    fn returned_results(&mut self, node: NodeId, value: NodeId, results: &[crate::data::types::TypeId]) -> Vec<ExprId> {
        let expr = self.check_expr(value, Expectation::None);
        let found = match self.kind_of(expr) {
            TypeKind::Results(found) => found.to_vec(),
            TypeKind::Never => return vec![expr],
            kind => {
                if !is_silent(kind) {
                    self.wrong_return(node, 1);
                }
                return vec![expr];
            }
        };
        if found.len() != results.len() {
            self.wrong_return(node, found.len());
            return vec![expr];
        }
        if found == results {
            return vec![expr];
        }
        let parts = self.spread_results(expr, &found, value);
        parts.iter().zip(results).map(|(part, ty)| self.convert_to(*part, *ty, value)).collect()
    }

    fn wrong_return(&mut self, node: NodeId, found: usize) {
        let wanted = self.body.results.len();
        let names: Vec<String> = self.body.results.iter().map(|ty| format!("`{}`", self.type_name(*ty))).collect();
        let plural = |count: usize| if count == 1 { "1 value".to_string() } else { format!("{count} values") };
        let message = match wanted {
            0 => "this procedure has no result".to_string(),
            _ => format!("{} returned, {} expected: {}", plural(found), plural(wanted), names.join(", ")),
        };
        let mut diagnostic = Diagnostic::new(Kind::CountMismatch, self.span(node), message);
        if wanted == 0 {
            diagnostic = diagnostic.help("declare one behind the parameters: `-> T`");
        }
        self.report(diagnostic);
    }

    // ---- tail calls -----------------------------------------------------------------------------------------------

    fn tail_return(&mut self, node: NodeId, values: &[NodeId]) -> ExprId {
        let [value] = values else {
            self.mistake(Kind::InvalidTailCall, node, "`return #tail` takes one call");
            return self.diverging_error(node);
        };
        let call = self.check_expr(*value, Expectation::None);
        let problem = self.tail_problem(call);
        if let Some(problem) = problem {
            self.mistake(Kind::InvalidTailCall, *value, problem);
        }
        match &mut self.body.exprs[call].kind {
            ExprKind::Call { is_tail, .. } | ExprKind::CallValue { is_tail, .. } => *is_tail = true,
            _ => {}
        }
        let values = if self.body.results.is_empty() { Default::default() } else { self.list_of(&[call]) };
        if self.body.results.is_empty() {
            return call_then_never(self, call, node);
        }
        let at = self.at(node);
        self.push(ExprKind::Return { values }, self.sema.types.never, at)
    }

    /// Why a call cannot be a tail call.
    fn tail_problem(&mut self, call: ExprId) -> Option<String> {
        let own = self.sema.signature(self.body.owner)?.ty;
        let (callee, arguments) = match self.expr(call).kind {
            ExprKind::Call { procedure, arguments, .. } => (self.sema.signature(procedure)?.ty, arguments),
            ExprKind::CallValue { callee, arguments, .. } => (self.ty(callee), arguments),
            ExprKind::Error => return None,
            _ => return Some("`return #tail` takes a call of a procedure".to_string()),
        };
        if is_silent(self.kind(callee)) || self.sema.facts(callee).is_dependent || self.sema.facts(own).is_dependent {
            return None;
        }
        if callee != own {
            let (callee, own) = (self.type_name(callee), self.type_name(own));
            return Some(format!(
                "a tail call needs the same parameter and result types: this procedure is `{own}`, the called one `{callee}`"
            ));
        }
        if self.flow.pending > 0 {
            return Some("a tail call cannot leave a pending `defer` or an open `with`".to_string());
        }
        let arguments: Vec<ExprId> = self.body.pairs(arguments).map(|(_, argument)| argument).collect();
        let in_frame = arguments.iter().any(|argument| self.points_into_frame(*argument));
        in_frame.then(|| "an argument of this tail call lies in the frame that it leaves".to_string())
    }

    /// Whether a value is the address of a variable of this body, as far as it is written so.
    fn points_into_frame(&self, expr: ExprId) -> bool {
        match self.expr(expr).kind {
            ExprKind::AddressOf(place) => self.is_local_place(place) || self.is_temporary(place),
            ExprKind::Convert { kind: Conversion::ArrayToSlice | Conversion::ToAny, value } => {
                self.is_local_place(value) || self.constant_value(value).is_none()
            }
            ExprKind::Convert { value, .. } => self.points_into_frame(value),
            ExprKind::Slice { base, .. } => {
                matches!(self.kind_of(base), TypeKind::Array { .. }) && self.is_local_place(base)
            }
            ExprKind::SliceLiteral { elements } => elements.length > 0,
            ExprKind::Closure { .. } => true,
            _ => false,
        }
    }

    fn is_local_place(&self, place: ExprId) -> bool {
        let mut place = place;
        loop {
            place = match self.expr(place).kind {
                ExprKind::Local(local) => return !self.body.locals[local].is_reference,
                ExprKind::Field { base, .. } | ExprKind::Payload { base, .. } => base,
                ExprKind::Index { base, .. } if matches!(self.kind_of(base), TypeKind::Array { .. }) => base,
                _ => return false,
            };
        }
    }
}

/// A tail call without results: the call, then nothing.
fn call_then_never(checker: &mut Checker<'_>, call: ExprId, node: NodeId) -> ExprId {
    let at = checker.at(node);
    let (never, void) = (checker.sema.types.never, checker.sema.types.void);
    checker.body.exprs[call].ty = void;
    let values = checker.list_of(&[call]);
    checker.push(ExprKind::Return { values }, never, at)
}

impl Checker<'_> {
    /// Begins a construct that a labelled `break` can leave.
    pub(crate) fn push_labelled(&mut self, scope: ScopeId, label: Option<NodeId>) {
        self.push_target(scope, label, TargetKind::Labelled);
    }

    /// Ends it; whether a `break` left it.
    pub(crate) fn pop_labelled(&mut self) -> bool {
        self.pop_target().is_some_and(|target| target.is_left)
    }
}
