//! Demands: questions whose answers stand in cells that are set once.
//!
//! A thread that needs an answer which is not there computes it itself instead of waiting for another that may be at it;
//! whoever is first publishes, the loser drops its equal answer. Computing is pure, so no lock is held, and a
//! declaration that depends on itself is seen on the thread's own stack of demands. While a demand is being computed the thread
//! must not take other work (no rayon calls): its stack is the reason why it is here.
//!
//! A long chain of demands does not overflow the stack: when it has taken too much of it, everything on it is given up without an
//! answer, the innermost question is answered on a fresh stack, and then the outermost is asked again.
//!
//! All demands of a cycle answer "error", wherever a thread entered it, and the report begins at the cycle's first
//! declaration: so the outcome does not depend on timing.

use std::cell::RefCell;
use std::sync::OnceLock;

use hashbrown::HashSet;
use hubbub_base::limits::INSTANCE_DEPTH_MAX;
use hubbub_diagnostics::{Diagnostic, Kind};

use crate::data::types::{DeclId, InstanceId, TypeId, TypeKind};
use crate::session::Sema;

/// Stack that demands may take before the thread starts afresh with the innermost one. Threads have at least twice that.
const STACK_BYTES_MAX: usize = 640 * 1024;
/// Steps of a cycle that are shown.
const STEPS_MAX: usize = 8;

/// A question.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
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
    DefaultValue(TypeId),
}

struct Frame {
    question: Question,
    is_in_cycle: bool,
    /// It is about a generic instance.
    is_instance: bool,
}

/// What a thread is computing.
#[derive(Default)]
struct Demands {
    stack: Vec<Frame>,
    /// Where the stack was when the outermost demand began.
    base: usize,
    /// Set while everything is given up for want of stack: the question to begin with.
    given_up: Option<Question>,
    /// What was on the stack when it was given up, and waits for the answer that is being computed; whether it is about an instance.
    waiting: Vec<(Question, bool)>,
    is_waiting: HashSet<Question, foldhash::fast::FixedState>,
    /// How many of those on the stack and of those that wait are about generic instances.
    instances: u32,
    /// Those of the waiting ones that depend on themselves.
    cyclic: HashSet<Question, foldhash::fast::FixedState>,
}

enum Entered {
    /// Go on and compute.
    Begun { is_outermost: bool },
    /// It depends on itself, by these questions.
    Cycle(Vec<Question>),
    /// There is too little stack.
    GivenUp,
    /// Too many instances wait for one another.
    TooDeep,
}

thread_local! {
    static DEMANDS: RefCell<Demands> = RefCell::default();
}

impl Sema {
    /// The answer in `cell`, computed if it is not there; `None` when it is an error or depends on itself.
    pub(crate) fn demand<'c, T>(
        &self,
        question: Question,
        cell: &'c OnceLock<Option<T>>,
        compute: impl Fn() -> Option<T>,
    ) -> Option<&'c T> {
        loop {
            if let Some(answer) = cell.get() {
                return answer.as_ref();
            }
            let is_instance = self.is_about_instance(question);
            let is_outermost = match DEMANDS.with_borrow_mut(|demands| demands.enter(question, is_instance)) {
                Entered::Begun { is_outermost } => is_outermost,
                Entered::GivenUp => return None,
                Entered::TooDeep => {
                    self.report_depth(question);
                    return None;
                }
                Entered::Cycle(cycle) => {
                    self.report_cycle(&cycle);
                    return None;
                }
            };
            let answer = compute();
            let (is_in_cycle, given_up) = DEMANDS.with_borrow_mut(|demands| demands.leave(question));
            let Some(first) = given_up else {
                let _ = cell.set(if is_in_cycle { None } else { answer });
                return cell.get().and_then(Option::as_ref);
            };
            if !is_outermost {
                return None;
            }
            let waiting = DEMANDS.with_borrow_mut(|demands| demands.wait());
            self.ask(first);
            DEMANDS.with_borrow_mut(|demands| demands.resume(waiting));
        }
    }

    /// Whether this thread is giving up what it computes, to begin afresh: nothing that it finds then counts.
    pub fn is_giving_up() -> bool {
        DEMANDS.with_borrow(|demands| demands.given_up.is_some())
    }

    fn is_about_instance(&self, question: Question) -> bool {
        self.subject_instance(question).is_some_and(|instance| !self.instance(instance).arguments.is_empty())
    }

    fn report_depth(&self, question: Question) {
        let Some(decl) = self.subject(question) else { return };
        let message = format!("instances of `{}` need one another without end", self.decl(decl).name);
        let diagnostic = Diagnostic::new(Kind::InstanceLimit, self.decl_span(decl), message);
        self.report(diagnostic.note(format!("at most {INSTANCE_DEPTH_MAX} instances can wait for one another")));
    }

    fn ask(&self, question: Question) {
        match question {
            Question::Signature(instance) => {
                self.signature(instance);
            }
            Question::Type(instance) => {
                self.constant_type(instance);
                self.variable_type(instance);
                let ty = self.declared_type(instance);
                self.distinct_base(ty);
            }
            Question::Value(instance) => {
                self.constant_id(instance);
                self.variable_value(instance);
            }
            Question::Where(instance) => {
                self.where_holds(instance);
            }
            Question::Body(instance) => {
                self.body(instance);
            }
            Question::Fields(ty) => {
                self.fields(ty);
            }
            Question::Members(ty) => {
                self.members(ty);
            }
            Question::Layout(ty) => {
                self.layout(ty);
            }
            Question::Default(ty, index) => {
                self.field_default(ty, index);
            }
            Question::DefaultValue(ty) => {
                self.default_value(ty);
            }
        }
    }

    fn report_cycle(&self, cycle: &[Question]) {
        let mut steps: Vec<(DeclId, Question)> =
            cycle.iter().filter_map(|question| Some((self.subject(*question)?, *question))).collect();
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
        for ((decl, _), (next, question)) in steps.iter().zip(following).take(STEPS_MAX) {
            let (name, next) = (self.decl(*decl).name, self.decl(*next).name);
            let text = match question {
                _ if is_type => format!("`{name}` contains `{next}`"),
                Question::Value(_) | Question::Default(..) | Question::DefaultValue(_) => {
                    format!("`{name}` needs the value of `{next}`")
                }
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
        Some(self.instance(self.subject_instance(question)?).decl)
    }

    fn subject_instance(&self, question: Question) -> Option<InstanceId> {
        match question {
            Question::Signature(instance)
            | Question::Type(instance)
            | Question::Value(instance)
            | Question::Where(instance)
            | Question::Body(instance) => Some(instance),
            Question::Fields(ty)
            | Question::Members(ty)
            | Question::Layout(ty)
            | Question::DefaultValue(ty)
            | Question::Default(ty, _) => match self.kind(ty) {
                TypeKind::Struct(instance)
                | TypeKind::Enum(instance)
                | TypeKind::Union(instance)
                | TypeKind::Distinct(instance) => Some(*instance),
                _ => None,
            },
        }
    }
}

impl Demands {
    fn enter(&mut self, question: Question, is_instance: bool) -> Entered {
        let here = std::ptr::from_ref(&question) as usize;
        if self.stack.is_empty() {
            self.base = here;
        }
        if self.given_up.is_some() {
            return Entered::GivenUp;
        }
        if let Some(start) = self.stack.iter().position(|frame| frame.question == question) {
            self.stack.iter_mut().skip(start).for_each(|frame| frame.is_in_cycle = true);
            return Entered::Cycle(self.stack.iter().skip(start).map(|frame| frame.question).collect());
        }
        if self.is_waiting.contains(&question) {
            return Entered::Cycle(self.long_cycle(question));
        }
        if is_instance && self.instances >= INSTANCE_DEPTH_MAX {
            self.stack.iter_mut().for_each(|frame| frame.is_in_cycle = true);
            self.cyclic.extend(self.waiting.iter().map(|(question, _)| *question));
            return Entered::TooDeep;
        }
        if self.base.abs_diff(here) > STACK_BYTES_MAX {
            self.given_up = Some(question);
            return Entered::GivenUp;
        }
        self.instances += u32::from(is_instance);
        self.stack.push(Frame { question, is_in_cycle: false, is_instance });
        Entered::Begun { is_outermost: self.stack.len() == 1 }
    }

    /// A cycle that begins at a question which waits.
    fn long_cycle(&mut self, question: Question) -> Vec<Question> {
        let start = self.waiting.iter().position(|(other, _)| *other == question).unwrap_or(0);
        self.stack.iter_mut().for_each(|frame| frame.is_in_cycle = true);
        let mut cycle: Vec<Question> = self.waiting.iter().skip(start).map(|(question, _)| *question).collect();
        self.cyclic.extend(cycle.iter().copied());
        cycle.extend(self.stack.iter().map(|frame| frame.question));
        cycle
    }

    /// Takes the innermost question off the stack: whether it is in a cycle, and the question for which all was given up. While giving up,
    /// the questions are noted that must wait, innermost first.
    fn leave(&mut self, question: Question) -> (bool, Option<Question>) {
        let frame = self.stack.pop();
        let is_instance = frame.as_ref().is_some_and(|frame| frame.is_instance);
        let is_in_cycle = frame.is_some_and(|frame| frame.is_in_cycle) || self.cyclic.contains(&question);
        if self.given_up.is_some() {
            self.waiting.push((question, is_instance));
        } else {
            self.instances -= u32::from(is_instance);
        }
        let given_up = if self.stack.is_empty() { self.given_up.take() } else { self.given_up };
        if self.stack.is_empty() && self.waiting.is_empty() {
            self.cyclic.clear();
        }
        (is_in_cycle, given_up)
    }

    /// The outermost demand begins to wait: how many of `waiting` waited before.
    fn wait(&mut self) -> usize {
        let before = self.is_waiting.len();
        if let Some(new) = self.waiting.get_mut(before..) {
            new.reverse();
            self.is_waiting.extend(new.iter().map(|(question, _)| *question));
        }
        before
    }

    fn resume(&mut self, before: usize) {
        for (question, is_instance) in self.waiting.drain(before.min(self.waiting.len())..) {
            self.is_waiting.remove(&question);
            self.instances -= u32::from(is_instance);
        }
    }
}
