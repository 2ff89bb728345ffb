//! Demands: questions whose answers stand in cells that are set once.
//!
//! A thread that needs an answer which is not there computes it itself instead of waiting for another that may be at it;
//! whoever is first publishes, the loser drops its equal answer. Computing is pure, so no lock is held, and a
//! declaration that depends on itself is seen on the thread's own stack of demands. While a demand is being computed the thread
//! must not take other work (no rayon calls): its stack is the reason why it is here.
//!
//! All demands of a cycle answer "error", wherever a thread entered it, and the report begins at the cycle's first
//! declaration: so the outcome does not depend on timing.

use std::cell::RefCell;
use std::sync::OnceLock;

use hubbub_base::limits::DEMAND_DEPTH_MAX;
use hubbub_diagnostics::{Diagnostic, Kind};

use crate::data::types::{DeclId, InstanceId, TypeId, TypeKind};
use crate::session::Sema;

/// A question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Question {
    Signature(InstanceId),
    /// The type of a constant or variable, the type that a declaration declares.
    Type(InstanceId),
    /// The value of a constant, the initial value of a variable.
    Value(InstanceId),
    Where(InstanceId),
    Body(InstanceId),
    Fields(TypeId),
    Members(TypeId),
    Layout(TypeId),
    Default(TypeId, u32),
}

struct Frame {
    question: Question,
    is_in_cycle: bool,
}

thread_local! {
    static STACK: RefCell<Vec<Frame>> = const { RefCell::new(Vec::new()) };
}

impl Sema {
    /// The answer in `cell`, computed if it is not there; `None` when it is an error or depends on itself.
    pub(crate) fn demand<'c, T>(
        &self,
        question: Question,
        cell: &'c OnceLock<Option<T>>,
        compute: impl FnOnce() -> Option<T>,
    ) -> Option<&'c T> {
        if let Some(answer) = cell.get() {
            return answer.as_ref();
        }
        if !self.enter(question) {
            return None;
        }
        let answer = compute();
        let is_in_cycle = leave();
        let _ = cell.set(if is_in_cycle { None } else { answer });
        cell.get().and_then(Option::as_ref)
    }

    /// Puts the question on the stack, unless it stands there already or the stack is too deep.
    fn enter(&self, question: Question) -> bool {
        let cycle = STACK.with_borrow_mut(|stack| {
            if let Some(start) = stack.iter().position(|frame| frame.question == question) {
                stack.iter_mut().skip(start).for_each(|frame| frame.is_in_cycle = true);
                return Some(stack.iter().skip(start).map(|frame| frame.question).collect::<Vec<_>>());
            }
            if stack.len() >= DEMAND_DEPTH_MAX {
                return Some(vec![]);
            }
            stack.push(Frame { question, is_in_cycle: false });
            None
        });
        match cycle {
            None => true,
            Some(cycle) if cycle.is_empty() => {
                self.report_depth(question);
                false
            }
            Some(cycle) => {
                self.report_cycle(cycle);
                false
            }
        }
    }

    fn report_depth(&self, question: Question) {
        let Some(decl) = self.subject(question) else { return };
        let message = format!("the declarations that lead to `{}` are nested too deeply", self.decl(decl).name);
        let note = format!("at most {DEMAND_DEPTH_MAX} declarations can wait for one another");
        self.report(Diagnostic::new(Kind::InstanceLimit, self.decl_span(decl), message).note(note));
    }

    fn report_cycle(&self, cycle: Vec<Question>) {
        let mut steps: Vec<(DeclId, Question)> =
            cycle.into_iter().filter_map(|question| Some((self.subject(question)?, question))).collect();
        let is_type = steps.iter().all(|(_, question)| matches!(question, Question::Layout(_)));
        steps.dedup_by_key(|(decl, _)| *decl);
        while steps.len() > 1 && steps.first().map(|step| step.0) == steps.last().map(|step| step.0) {
            steps.pop();
        }
        let first = steps.iter().enumerate().min_by_key(|(_, (decl, _))| *decl).map_or(0, |(index, _)| index);
        steps.rotate_left(first);
        let Some((first, _)) = steps.first().copied() else { return };
        let diagnostic = if is_type {
            let message = format!("`{}` contains itself", self.decl(first).name);
            let diagnostic = Diagnostic::new(Kind::RecursiveType, self.decl_span(first), message);
            diagnostic.help("hold it behind a `Pointer{…}` or a `Slice{…}`")
        } else {
            let message = format!("`{}` depends on itself", self.decl(first).name);
            Diagnostic::new(Kind::DeclarationCycle, self.decl_span(first), message)
        };
        self.report(self.with_steps(diagnostic, &steps, is_type));
    }

    fn with_steps(&self, mut diagnostic: Diagnostic, steps: &[(DeclId, Question)], is_type: bool) -> Diagnostic {
        if steps.len() < 2 {
            return diagnostic;
        }
        let following = steps.iter().cycle().skip(1);
        for ((decl, _), (next, question)) in steps.iter().zip(following) {
            let (name, next) = (self.decl(*decl).name, self.decl(*next).name);
            let text = match question {
                _ if is_type => format!("`{name}` contains `{next}`"),
                Question::Value(_) | Question::Default(..) => format!("`{name}` needs the value of `{next}`"),
                Question::Body(_) => format!("`{name}` runs `{next}`"),
                Question::Layout(_) => format!("`{name}` needs the size of `{next}`"),
                Question::Fields(_) | Question::Members(_) => format!("`{name}` needs the fields of `{next}`"),
                _ => format!("`{name}` needs the type of `{next}`"),
            };
            diagnostic = diagnostic.label(self.decl_span(*decl), text);
        }
        diagnostic
    }

    /// The declaration that a question is about.
    fn subject(&self, question: Question) -> Option<DeclId> {
        let instance = match question {
            Question::Signature(instance)
            | Question::Type(instance)
            | Question::Value(instance)
            | Question::Where(instance)
            | Question::Body(instance) => instance,
            Question::Fields(ty) | Question::Members(ty) | Question::Layout(ty) | Question::Default(ty, _) => {
                match self.kind(ty) {
                    TypeKind::Struct(instance)
                    | TypeKind::Enum(instance)
                    | TypeKind::Union(instance)
                    | TypeKind::Distinct(instance) => *instance,
                    _ => return None,
                }
            }
        };
        Some(self.instance(instance).decl)
    }
}

fn leave() -> bool {
    STACK.with_borrow_mut(|stack| stack.pop().is_some_and(|frame| frame.is_in_cycle))
}
