//! Demands everything of a program, in parallel.
//!
//! First all declarations, each a task of its own; then, level by level, the instances of generic procedures that their bodies ask for.
//! The level of an instance is thus the length of the shortest way to it, whatever the threads do, and bounded.

use std::cell::RefCell;
use std::sync::Arc;

use hashbrown::HashMap;
use hubbub_base::limits::{INSTANCE_DEPTH_MAX, INSTANCES_MAX};
use hubbub_base::table::Id;
use hubbub_base::{Span, entity};
use hubbub_diagnostics::{Diagnostic, FRAMES_MAX, Frame, Kind};
use hubbub_syntax::View;
use rayon::prelude::*;

use crate::check::{self, Checked};
use crate::data::typed::{ExprKind, ForPlan, TypedBody};
use crate::data::types::{DeclId, InstanceId, ModuleId, Signature, TypeId, TypeKind};
use crate::demand::Question;
use crate::session::Sema;
use crate::store::decls::DeclKind;

/// Declarations that one task takes at least.
const TASK_DECLARATIONS_MIN: usize = 8;

/// Who asked for an instance, and where.
type Askers = HashMap<InstanceId, (Span, InstanceId), foldhash::fast::FixedState>;

/// What was asked for, and where.
#[derive(Clone, Copy)]
enum Step {
    Instance(Span, InstanceId),
    Type(Span, TypeId),
}

thread_local! {
    /// How one got to what this thread is checking, the last step first, and how many steps are left out. Nearly always nobody asks.
    static STEPS: RefCell<(Vec<Step>, usize)> = const { RefCell::new((Vec::new(), 0)) };
}

/// Checks all of a program: every declaration that is not generic, every generic body once, and every instance that these ask for.
pub fn check_program(sema: &Sema) {
    check_modules(sema, |_| true);
}

/// Checks all of some modules, and of the others what they ask for: who checks many programs need not check the library for each.
pub fn check_modules(sema: &Sema, is_wanted: impl Fn(ModuleId) -> bool + Sync) {
    check_everything(sema, &is_wanted);
    (0..sema.modules.len()).into_par_iter().map(ModuleId::from_index).filter(|module| is_wanted(*module)).for_each(
        |module| {
            sema.check_unused_imports(module);
        },
    );
}

/// The declarations of some modules that may run code, each of which is a task of its own, and the others. Neighbours would wait for each other in a task
/// of several.
fn by_length(sema: &Sema, is_wanted: &(impl Fn(ModuleId) -> bool + Sync)) -> (Vec<DeclId>, Vec<DeclId>) {
    let modules = (0..sema.modules.len()).into_par_iter().map(ModuleId::from_index);
    let has_run: Vec<bool> = modules.map(|module| is_wanted(module) && sema.tree(module).has_run()).collect();
    let decls = (0..sema.decls.len()).map(DeclId::from_index).filter(|decl| is_wanted(sema.decl(*decl).module));
    decls.partition(|decl| {
        let decl = sema.decl(*decl);
        match decl.kind {
            DeclKind::Run | DeclKind::Assert | DeclKind::Variable => true,
            DeclKind::Constant => !matches!(sema.view(decl.module, decl.value), View::Literal { .. } | View::Error),
            DeclKind::Procedure | DeclKind::Operator(_) => has_run.get(decl.module.index()).copied().unwrap_or(false),
            _ => false,
        }
    })
}

fn check_everything(sema: &Sema, is_wanted: &(impl Fn(ModuleId) -> bool + Sync)) {
    let modules = (0..sema.modules.len()).into_par_iter().map(ModuleId::from_index);
    modules.filter(|module| is_wanted(*module)).for_each(|module| {
        sema.check_import_lists(module);
        sema.check_import_attributes(module);
        sema.check_twins(module);
    });
    sema.check_exports();
    let check = |decl: DeclId| {
        let mut wanted = Vec::new();
        sema.check_decl(decl, &mut wanted);
        wanted
    };
    let (long, short) = by_length(sema, is_wanted);
    let (long, short): (Vec<Wanted>, Vec<Wanted>) = rayon::join(
        || long.into_par_iter().with_max_len(1).map(check).flatten_iter().collect(),
        || short.into_par_iter().with_min_len(TASK_DECLARATIONS_MIN).map(check).flatten_iter().collect(),
    );
    let mut wanted = [long, short].into_iter().flatten().collect();
    let mut askers = Askers::default();
    for _ in 0..INSTANCE_DEPTH_MAX {
        let level = new_of(&mut wanted, &mut askers);
        if level.is_empty() {
            return;
        }
        if askers.len() > INSTANCES_MAX as usize {
            return report_limit(sema, &level, &askers, &format!("more than {INSTANCES_MAX} instances"));
        }
        let askers = &askers;
        let next = level.into_par_iter().map(|one| {
            STEPS.set(steps_to(askers, one.instance));
            let mut wanted = Vec::new();
            sema.check_instance(one.instance, &mut wanted);
            STEPS.take();
            wanted
        });
        wanted = next.flatten_iter().collect();
    }
    let level = new_of(&mut wanted, &mut askers);
    report_limit(
        sema,
        &level,
        &askers,
        &format!("instances that ask for instances, more than {INSTANCE_DEPTH_MAX} deep"),
    );
}

/// An instance that a body asks for.
struct Wanted {
    instance: InstanceId,
    at: Span,
    asker: InstanceId,
}

/// Those that nobody has asked for before, each with the first place that asks.
fn new_of(wanted: &mut Vec<Wanted>, askers: &mut Askers) -> Vec<Wanted> {
    wanted.sort_by_key(|one| (one.at.file, one.at.start));
    let is_new = |one: &Wanted| askers.try_insert_new(one.instance, (one.at, one.asker));
    let mut is_new = is_new;
    std::mem::take(wanted).into_iter().filter(|one| is_new(one)).collect()
}

trait TryInsert {
    fn try_insert_new(&mut self, instance: InstanceId, asker: (Span, InstanceId)) -> bool;
}

impl TryInsert for Askers {
    fn try_insert_new(&mut self, instance: InstanceId, asker: (Span, InstanceId)) -> bool {
        let is_new = !self.contains_key(&instance);
        if is_new {
            self.insert(instance, asker);
        }
        is_new
    }
}

fn report_limit(sema: &Sema, level: &[Wanted], askers: &Askers, what: &str) {
    if let Some(first) = level.first() {
        let message = format!("{what}, the last of them `{}`", shortened(sema.instance_name(first.instance)));
        let mut diagnostic = Diagnostic::new(Kind::InstanceLimit, first.at, message);
        let (steps, left_out) = steps_to(askers, first.asker);
        diagnostic.frames = steps.into_iter().map(|step| sema.frame(step)).collect();
        diagnostic.frames_left_out = left_out;
        sema.report(diagnostic);
    }
}

/// Letters of an instance's name that a message shows.
const NAME_CHARS_MAX: usize = 120;

/// The beginning of a name that is too long to be read.
pub(crate) fn shortened(name: String) -> String {
    match name.char_indices().nth(NAME_CHARS_MAX) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(&name)),
        None => name,
    }
}

/// The last ones that asked and the first of all, and how many there were between them.
fn steps_to(askers: &Askers, instance: InstanceId) -> (Vec<Step>, usize) {
    let mut steps = Vec::new();
    let mut current = instance;
    while let Some((at, asker)) = askers.get(&current) {
        steps.push(Step::Instance(*at, current));
        current = *asker;
    }
    let left_out = steps.len().saturating_sub(FRAMES_MAX);
    if left_out > 0 {
        steps.drain(FRAMES_MAX - 1..steps.len() - 1);
    }
    (steps, left_out)
}

impl Sema {
    /// The diagnostic, with the chain of instances that leads to what this thread is checking.
    pub(crate) fn with_frames(&self, mut diagnostic: Diagnostic) -> Diagnostic {
        if diagnostic.frames.is_empty() {
            let (steps, left_out) = STEPS.with_borrow(Clone::clone);
            for step in steps {
                diagnostic.add_frame(self.frame(step));
            }
            diagnostic.frames_left_out += left_out;
        }
        diagnostic
    }

    fn frame(&self, step: Step) -> Frame {
        let (span, kind, name) = match step {
            Step::Instance(span, instance) => (span, "instance", self.instance_name(instance)),
            Step::Type(span, ty) => (span, "type", self.type_name(ty)),
        };
        Frame { message: format!("in the {kind} `{}`, asked for here", shortened(name)), span }
    }

    /// The checked body of a procedure or a literal; `None` for foreign ones and after an error.
    pub fn body(&self, instance: InstanceId) -> Option<Arc<TypedBody>> {
        let entry = self.instance_entry(instance);
        if entry.instance.literal.is_some() {
            self.ensure_literal(instance);
            return entry.body.get()?.clone();
        }
        if !self.has_body(entry.instance.decl) {
            return None;
        }
        let body = self.demand(Question::Body(instance), &entry.body, || {
            let Checked { body, literals } = check::check_body(self, instance)?;
            for (signature, literal) in literals {
                self.publish_literal(signature, literal);
            }
            Some(Arc::new(body))
        });
        body.cloned()
    }

    /// Makes signature and body of a procedure literal known.
    pub(crate) fn publish_literal(&self, signature: Signature, body: TypedBody) {
        if Self::is_giving_up() {
            return;
        }
        let entry = self.instance_entry(body.owner);
        let _ = entry.signature.set(Some(Box::new(signature)));
        let _ = entry.body.set(Some(Arc::new(body)));
    }

    /// Checks what a literal stands in, which publishes it.
    pub(crate) fn ensure_literal(&self, instance: InstanceId) {
        let entry = self.instance_entry(instance);
        if entry.body.get().is_some() {
            return;
        }
        let owner = self.instances.intern(entry.instance.decl, &entry.instance.arguments, None);
        match self.decl(entry.instance.decl).kind {
            DeclKind::Constant => {
                self.constant_id(owner);
            }
            DeclKind::Variable => {
                self.variable_value(owner);
            }
            _ => {
                self.body(owner);
            }
        }
    }

    /// Checks one declaration by itself, and what it needs.
    pub fn check_declaration(&self, decl: DeclId) {
        self.check_decl(decl, &mut Vec::new());
    }

    fn check_decl(&self, decl_id: DeclId, wanted: &mut Vec<Wanted>) {
        if self.is_cancelled() {
            return;
        }
        let decl = self.decl(decl_id);
        let _working = entity::work_on(decl.name);
        self.check_attributes(decl_id);
        self.check_value_parameters(decl_id);
        let instance = self.identity_instance(decl_id);
        let is_generic = self.is_generic(decl_id);
        match decl.kind {
            DeclKind::Procedure | DeclKind::Operator(_) => {
                self.check_signature(decl_id);
                self.check_instance(instance, wanted);
            }
            DeclKind::Struct | DeclKind::Enum | DeclKind::Union | DeclKind::Distinct | DeclKind::TypeAlias => {
                self.check_declared_type(instance);
            }
            _ if is_generic => {}
            DeclKind::Constant if self.is_other_name(decl_id) => {}
            DeclKind::Constant => {
                self.constant_type(instance);
                self.constant_id(instance);
                if let View::Variable { values, .. } = self.view(decl.module, decl.node)
                    && values.len() > 1
                {
                    // each value is looked at by itself where it is a literal
                    self.is_count_right(instance, values, values.len());
                }
            }
            DeclKind::Variable => {
                self.check_variable_interface(decl_id);
                self.variable_type(instance);
                self.variable_value(instance);
                self.variable_alignment(instance);
            }
            DeclKind::Assert => self.check_assert(&self.env(instance), decl.node),
            DeclKind::Run => {
                self.evaluate(&self.env(instance), decl.node, None);
            }
            DeclKind::ContextField => {
                self.check_context_field(decl_id);
            }
            DeclKind::Module(_) | DeclKind::ForeignLibrary => {}
        }
    }

    fn check_context_field(&self, decl: DeclId) {
        let context = self.context_type();
        let Some(index) = self.context_field_index(decl) else { return };
        self.field_default(context, index);
        let own = self.fields(context).map_or(&[][..], |fields| &fields.fields);
        let mut own = own.iter().take(own.len().saturating_sub(self.context_fields.len()));
        let decl = self.decl(decl);
        if own.any(|field| field.name == decl.name) {
            let message = format!("every context has a field `{}` already", decl.name);
            self.report(self.error_at(decl.module, decl.node, Kind::DuplicateDeclaration, message));
        }
    }

    /// Checks a procedure's signature and body, and notes the instances that it asks for.
    fn check_instance(&self, instance: InstanceId, wanted: &mut Vec<Wanted>) {
        let _working = entity::work_on(self.decl_of(instance).name);
        if self.signature(instance).is_none() || !self.has_body(self.instance(instance).decl) || self.is_cancelled() {
            return;
        }
        if self.options.keep_bodies {
            if let Some(body) = self.body(instance) {
                self.note_wanted(&body, wanted);
            }
            return;
        }
        let Some(Checked { body, literals }) = check::check_body(self, instance) else { return };
        self.note_wanted(&body, wanted);
        for (_, literal) in &literals {
            self.note_wanted(literal, wanted);
        }
    }

    /// Generic instances that a body asks for.
    fn note_wanted(&self, body: &TypedBody, wanted: &mut Vec<Wanted>) {
        for expr in body.exprs.iter() {
            let instance = match expr.kind {
                ExprKind::Call { procedure, .. } => procedure,
                ExprKind::Procedure(procedure) | ExprKind::EntryThunk(procedure) => procedure,
                ExprKind::For { plan: ForPlan::Iterator { next, .. }, .. } => next,
                ExprKind::Default | ExprKind::Struct { .. } => {
                    self.check_made(expr.ty, Span::new(body.file, expr.at, expr.at));
                    continue;
                }
                ExprKind::Closure { body, .. } if self.options.keep_bodies => {
                    if let Some(literal) = self.body(body) {
                        self.note_wanted(&literal, wanted);
                    }
                    continue;
                }
                _ => continue,
            };
            let entry = self.instance(instance);
            if entry.arguments.is_empty() || entry.literal.is_some() || self.is_dependent_instance(instance) {
                continue;
            }
            let at = Span::new(body.file, expr.at, expr.at);
            wanted.push(Wanted { instance, at, asker: body.owner });
        }
    }

    /// Checks the fields of a generic type of which a value is made: nothing else may ask for them.
    fn check_made(&self, ty: TypeId, at: Span) {
        let (TypeKind::Struct(instance) | TypeKind::Union(instance)) = self.kind(ty) else { return };
        if self.instance(*instance).arguments.is_empty() || self.facts(ty).is_dependent {
            return;
        }
        STEPS.with_borrow_mut(|(steps, _)| steps.insert(0, Step::Type(at, ty)));
        self.fields(ty);
        STEPS.with_borrow_mut(|(steps, _)| steps.remove(0));
    }

    /// The root's `main`, if there is one; its signature has been checked by [`Sema::check_main`].
    pub fn main_procedure(&self) -> Option<InstanceId> {
        let root = ModuleId(0);
        let name = hubbub_base::Name::new("main");
        let mut own = self.own_declarations(root, name).filter(|decl| self.decl(*decl).is_procedure());
        own.next().map(|decl| self.identity_instance(decl))
    }

    /// Reports what is wrong with `main`: there is none, or it takes or gives something else than `main` may.
    pub fn check_main(&self) {
        let Some(main) = self.main_procedure() else {
            let span = Span::new(self.file(ModuleId(0)), 0, 0);
            let diagnostic = Diagnostic::new(Kind::UnknownName, span, "the program has no procedure `main`");
            return self.report(diagnostic.help("write `main :: ()` … `end`"));
        };
        let Some(signature) = self.signature(main) else { return };
        let takes_well = match signature.parameters.as_ref() {
            [] => true,
            [one] => one.ty == self.slice_of(self.types.string) || self.facts(one.ty).has_error,
            _ => false,
        };
        let gives_well = match signature.results.as_ref() {
            [] => true,
            [one] => {
                matches!(self.kind(*one), TypeKind::Int { .. } | TypeKind::Never | TypeKind::Error)
                    || self.is_error_type(*one)
            }
            _ => false,
        };
        let decl = self.instance(main).decl;
        if !takes_well || !gives_well || self.is_generic(decl) {
            let message =
                "`main` takes nothing or `(arguments: Slice{String})`, and gives nothing, an integer or an error";
            self.report(Diagnostic::new(Kind::TypeMismatch, self.decl_span(decl), message));
        }
    }
}
