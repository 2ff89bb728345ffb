//! One body: what its lowering knows at every moment, how it begins and ends.
//!
//! [`Lower`] is spread over this folder, one file a construct. Start with [`Lower::body`]; then `statement.rs`,
//! `expr.rs` and `place.rs`.

use std::sync::Arc;

use hashbrown::{HashMap, HashSet};
use hubbub_base::table::Run;
use hubbub_base::{Name, Table, entity};
use hubbub_sema::data::typed::{self, ExprId, TypedBody};
use hubbub_sema::data::types::{InstanceId, TypeId, TypeKind};
use hubbub_syntax::tree::view::Abi as SourceAbi;

use super::effects::Effects;
use super::emit::Emit;
use super::intrinsic;
use super::scope::{Scope, Target};
use super::session::{News, Session, Wanted};
use super::types::{Facts, Shape};
use crate::build::BodyBuilder;
use crate::data::body::{Body, LocalId, Operand, Place, Projection, Rvalue};
use crate::data::program::{Aggregate, AggregateKind, Field, Linkage, Procedure};
use crate::data::ty::{Abi, Signature, Ty, TyData};

/// The lowering of one body.
pub(super) struct Lower<'l> {
    pub session: &'l Session<'l>,
    pub news: &'l mut News,
    pub typed: &'l TypedBody,
    /// What is being built.
    pub b: BodyBuilder,
    /// The context that calls pass on here; changes inside `with`.
    pub context: Option<LocalId>,
    /// Open constructs, outermost first.
    pub scopes: Vec<Scope>,
    /// Where results go, by their number in the source; nothing for those without a value.
    pub results: Vec<Option<LocalId>>,
    pub(super) effects: Effects,
    /// Temporaries whose memory ends with the statement.
    pub(super) passing: Vec<LocalId>,
    slots: Table<typed::LocalId, Option<Slot>>,
    /// Locals that variables have got: declared again, they keep them.
    own: HashMap<typed::LocalId, LocalId, foldhash::fast::FixedState>,
    /// Variables whose address is taken.
    addressed: HashSet<LocalId, foldhash::fast::FixedState>,
    /// Variables that are assigned after their declaration, or whose address is taken.
    changing: HashSet<LocalId, foldhash::fast::FixedState>,
    facts: HashMap<TypeId, Arc<Facts>, foldhash::fast::FixedState>,
    symbols: HashMap<Wanted, Name, foldhash::fast::FixedState>,
}

/// Where a variable of the source lives.
#[derive(Clone, Copy)]
pub(super) enum Slot {
    /// There.
    Place(Place),
    /// Behind the pointer in this local.
    Behind(LocalId, Ty),
}

/// Lowers a procedure or literal; `None` when it has errors.
pub(super) fn lower_procedure(session: &Session<'_>, instance: InstanceId, news: &mut News) -> Option<Procedure> {
    let facts = session.source.procedure(instance);
    let _working = entity::work_on(facts.name);
    let signature = session.signature(instance)?;
    let is_foreign = matches!(facts.linkage, Linkage::Foreign | Linkage::ForeignWeak);
    let body = match facts.intrinsic {
        _ if is_foreign => None,
        Some(name) => Some(intrinsic::body(signature, &facts, name)?),
        None => Some(lower_body_of(session, instance, signature, news)?),
    };
    let declared = session.source.signature(instance)?;
    let is_never = declared.results.iter().any(|ty| *session.source.kind(*ty) == TypeKind::Never);
    Some(Procedure {
        symbol: session.root(Wanted::Procedure(instance)),
        name: facts.name,
        module: facts.module,
        signature: signature.clone(),
        linkage: if session.has_exported_entry(instance) { Linkage::Internal } else { facts.linkage },
        inline: facts.inline,
        is_cold: facts.is_cold || is_never,
        is_never,
        file: facts.file,
        at: facts.at,
        body,
    })
}

fn lower_body_of(session: &Session<'_>, instance: InstanceId, signature: &Signature, news: &mut News) -> Option<Body> {
    let typed = session.source.body(instance)?;
    if typed.has_errors {
        return None;
    }
    let has_environment = is_closure(session, instance);
    let mut lower = Lower::new(session, &typed, news);
    lower.body(signature.abi, has_environment);
    Some(lower.finish())
}

/// Lowers a body on its own: a constant's initialiser, which nobody calls.
pub(super) fn lower_alone(session: &Session<'_>, typed: &TypedBody, news: &mut News) -> Option<Body> {
    if typed.has_errors {
        return None;
    }
    let mut lower = Lower::new(session, typed, news);
    lower.body(Abi::Hubbub, false);
    Some(lower.finish())
}

fn is_closure(session: &Session<'_>, instance: InstanceId) -> bool {
    session.source.signature(instance).is_some_and(|signature| {
        matches!(session.source.kind(signature.ty), TypeKind::Procedure(ty) if ty.abi == SourceAbi::Closure)
    })
}

/// What a closure's code finds behind its first argument: a copy, or the address of the variable, for each capture.
pub(super) fn environment(session: &Session<'_>, literal: &TypedBody) -> (Ty, Vec<Ty>) {
    let capture = |local: &typed::LocalId| {
        let local = &literal.locals[*local];
        let ty = session.ty(local.ty);
        if local.is_reference { Ty::pointer_to(ty) } else { ty }
    };
    let types: Vec<Ty> = literal.captures.iter().map(capture).collect();
    let mut fields = Vec::new();
    let (mut size, mut align) = (0u64, 1u32);
    for (ty, local) in types.iter().zip(&literal.captures) {
        let field_align = ty.align().max(1);
        let offset = size.next_multiple_of(u64::from(field_align));
        let name = literal.locals[*local].name.unwrap_or_else(|| Name::new("_"));
        fields.push(Field { name, ty: *ty, offset });
        size = offset.saturating_add(ty.size());
        align = align.max(field_align);
    }
    let name = Name::new(&format!("environment{{{}}}", session.source.symbol(literal.owner)));
    let size = size.next_multiple_of(u64::from(align));
    let aggregate = Aggregate { name, size, align, kind: AggregateKind::Struct, fields, members: Vec::new() };
    (session.types.make(aggregate), types)
}

impl<'l> Lower<'l> {
    fn new(session: &'l Session<'l>, typed: &'l TypedBody, news: &'l mut News) -> Self {
        Self {
            session,
            news,
            typed,
            b: BodyBuilder::new(typed.file),
            context: None,
            scopes: Vec::new(),
            results: Vec::new(),
            effects: Effects::new(typed.exprs.len()),
            passing: Vec::new(),
            slots: typed.locals.iter().map(|_| None).collect(),
            own: HashMap::default(),
            addressed: HashSet::default(),
            changing: HashSet::default(),
            facts: HashMap::default(),
            symbols: HashMap::default(),
        }
    }

    /// Lowers everything.
    fn body(&mut self, abi: Abi, has_environment: bool) {
        self.b.begin_block();
        if abi == Abi::Hubbub {
            self.context = Some(self.b.context());
        }
        let environment = has_environment.then(|| self.b.parameter(Ty::pointer(), "environment"));
        self.parameters();
        for ty in &self.typed.results {
            let facts = self.facts(*ty);
            let local = (facts.shape != Shape::Void).then(|| self.b.result(facts.ty));
            self.results.push(local);
        }
        self.scopes.push(Scope::block(None));
        if let Some(environment) = environment {
            self.captures(environment);
        }
        self.statements(self.typed.statements);
        self.leave(Target::Return);
    }

    fn finish(self) -> Body {
        super::simplify::simplify(self.b.body)
    }

    /// Parameters that the body assigns, or whose address it takes, are copied first.
    fn parameters(&mut self) {
        let mut copied = Vec::new();
        for id in &self.typed.parameters {
            let local = &self.typed.locals[*id];
            let ty = self.session.ty(local.ty);
            self.b.at = local.at;
            let name = local.name.map_or("_", Name::as_str);
            let parameter = self.b.parameter(ty, name);
            self.slots[*id] = Some(Slot::Place(Place::local(parameter)));
            if local.is_assigned || local.is_address_taken {
                copied.push((*id, parameter, ty));
            }
        }
        for (id, parameter, ty) in copied {
            let local = &self.typed.locals[id];
            self.b.at = local.at;
            let own = self.b.local(ty, local.name);
            let value = self.b.copy(parameter);
            self.b.set(own, value);
            self.slots[id] = Some(Slot::Place(Place::local(own)));
            self.mark(own, local);
        }
    }

    /// Captures are found in the environment; copies that change get a place of their own.
    fn captures(&mut self, environment: LocalId) {
        let (ty, types) = self::environment(self.session, self.typed);
        for (index, (id, field_ty)) in self.typed.captures.iter().zip(types).enumerate() {
            let local = &self.typed.locals[*id];
            let behind = self.b.deref_local(environment, ty);
            let place = self.b.field(behind, index as u32);
            self.b.at = local.at;
            if local.is_reference {
                let pointer = self.b.local(field_ty, local.name);
                self.b.set(pointer, Operand::Copy(place));
                self.slots[*id] = Some(Slot::Behind(pointer, self.session.ty(local.ty)));
            } else if local.is_assigned || local.is_address_taken {
                let own = self.b.local(field_ty, local.name);
                self.b.set(own, Operand::Copy(place));
                self.slots[*id] = Some(Slot::Place(Place::local(own)));
                self.mark(own, local);
            } else {
                self.slots[*id] = Some(Slot::Place(place));
            }
        }
    }

    // ---- questions -----------------------------------------------------------------------------------------------

    /// A type with its shape.
    pub fn facts(&mut self, ty: TypeId) -> Arc<Facts> {
        let session = self.session;
        Arc::clone(self.facts.entry(ty).or_insert_with(|| session.facts(ty)))
    }

    /// A lowered type.
    pub fn ty(&mut self, ty: TypeId) -> Ty {
        self.facts(ty).ty
    }

    /// How a type is built.
    pub fn shape(&mut self, ty: TypeId) -> Shape {
        self.facts(ty).shape
    }

    /// What a type is, seen through `distinct`.
    pub fn kind(&self, ty: TypeId) -> &'l TypeKind {
        let source = self.session.source;
        source.kind(source.base_of(ty))
    }

    /// An expression.
    pub fn expr(&self, expr: ExprId) -> typed::Expr {
        self.typed.exprs[expr]
    }

    /// The lowered type of an expression.
    pub fn expr_ty(&mut self, expr: ExprId) -> Ty {
        let ty = self.expr(expr).ty;
        self.ty(ty)
    }

    /// The symbol of something that this body needs.
    pub fn want(&mut self, wanted: Wanted) -> Name {
        if let Some(symbol) = self.symbols.get(&wanted) {
            return *symbol;
        }
        let symbol = self.session.want(wanted.clone(), self.news);
        self.symbols.insert(wanted, symbol);
        symbol
    }

    /// The expressions of a run, to walk while the body is built.
    pub fn list(&self, run: Run) -> impl ExactSizeIterator<Item = ExprId> + use<'l> {
        run.of(&self.typed.lists).iter().map(|word| ExprId(*word))
    }

    /// The pairs of a run, to walk while the body is built.
    pub fn pairs(&self, run: Run) -> impl ExactSizeIterator<Item = (u32, ExprId)> + use<'l> {
        let typed = self.typed;
        typed.pairs(run)
    }

    /// The variables of a run.
    pub fn variables(&self, run: Run) -> impl ExactSizeIterator<Item = Option<typed::LocalId>> + use<'l> {
        let typed = self.typed;
        typed.locals_of(run)
    }

    // ---- variables -----------------------------------------------------------------------------------------------

    /// Where a variable lives; one that has not been declared yet gets a local.
    pub fn variable(&mut self, id: typed::LocalId) -> Place {
        match self.slots[id] {
            Some(Slot::Place(place)) => place,
            Some(Slot::Behind(pointer, ty)) => self.b.extend(Place::local(pointer), Projection::Deref(ty)),
            None => Place::local(self.declare(id)),
        }
    }

    /// The local of a variable that comes into being here; where it is only another name, the local holds the address.
    pub fn declare(&mut self, id: typed::LocalId) -> LocalId {
        let local = self.declare_anywhere(id);
        if self.has_memory(id) {
            self.begin_storage(local);
        }
        local
    }

    /// The same, for a variable whose memory ends with another scope than the innermost.
    pub fn declare_unscoped(&mut self, id: typed::LocalId, storage: &mut Vec<LocalId>) -> LocalId {
        let local = self.declare_anywhere(id);
        if self.has_memory(id) {
            self.b.live(local);
            if !storage.contains(&local) {
                storage.push(local);
            }
        }
        local
    }

    /// Whether a variable is more than a value in a register.
    fn has_memory(&mut self, id: typed::LocalId) -> bool {
        let variable = &self.typed.locals[id];
        !variable.is_reference && (variable.is_address_taken || !self.ty(variable.ty).is_scalar())
    }

    fn declare_anywhere(&mut self, id: typed::LocalId) -> LocalId {
        let variable = &self.typed.locals[id];
        let facts = self.facts(variable.ty);
        let ty = if variable.is_reference { Ty::pointer_to(facts.ty) } else { facts.ty };
        let at = std::mem::replace(&mut self.b.at, variable.at);
        let local = self.own.get(&id).copied().unwrap_or_else(|| self.b.local(ty, variable.name));
        self.b.at = at;
        self.own.insert(id, local);
        self.mark(local, variable);
        self.slots[id] =
            Some(if variable.is_reference { Slot::Behind(local, facts.ty) } else { Slot::Place(Place::local(local)) });
        local
    }

    /// Remembers what can happen to a variable's local.
    fn mark(&mut self, local: LocalId, variable: &typed::Local) {
        if !variable.is_reference {
            if variable.is_address_taken {
                self.addressed.insert(local);
            }
            if variable.is_assigned || variable.is_address_taken {
                self.changing.insert(local);
            }
        }
    }

    /// Whether a variable's value can change after its declaration.
    pub fn is_changing(&self, local: LocalId) -> bool {
        self.changing.contains(&local)
    }

    /// Whether the address of a variable is taken anywhere.
    pub fn is_addressed(&self, local: LocalId) -> bool {
        self.addressed.contains(&local)
    }

    /// Makes a variable another name for a place that stays as it is while the variable is in use.
    pub fn alias(&mut self, id: typed::LocalId, place: Place) {
        self.slots[id] = Some(Slot::Place(place));
    }

    /// Whether nothing can change a variable once it has its value.
    pub fn is_fixed(&self, id: typed::LocalId) -> bool {
        let local = &self.typed.locals[id];
        !local.is_assigned && !local.is_address_taken && !local.is_reference
    }

    /// A hidden local that lives to the end of the enclosing block.
    pub fn hidden(&mut self, ty: Ty) -> LocalId {
        let local = self.b.temporary(ty);
        self.begin_storage(local);
        local
    }

    /// A temporary that lives to the end of the statement.
    pub fn temporary(&mut self, ty: Ty) -> LocalId {
        let local = self.b.temporary(ty);
        if !ty.is_scalar() && ty.size() > 16 {
            self.b.live(local);
            self.passing.push(local);
        }
        local
    }

    /// The address of a place, as a value.
    pub fn address(&mut self, place: Place, pointee: Ty) -> Operand {
        // The address of what a pointer points to is the pointer.
        if let Some(Projection::Deref(_)) = self.b.body.path(place).last() {
            let length = place.path.length - 1;
            let path = if length == 0 { Run::default() } else { Run { length, ..place.path } };
            return Operand::Copy(Place { base: place.base, path });
        }
        self.b.address_of(place, pointee)
    }

    /// `place = operand`.
    pub fn store(&mut self, place: Place, operand: Operand) {
        if operand != Operand::Copy(place) {
            self.b.assign(place, Rvalue::Use(operand));
        }
    }
}

/// The local that a place begins at.
pub(super) fn base_local(place: Place) -> Option<LocalId> {
    match place.base {
        crate::data::body::PlaceBase::Local(local) => Some(local),
        crate::data::body::PlaceBase::Global { .. } => None,
    }
}

/// A procedure type.
pub(super) fn procedure_ty(signature: Signature) -> Ty {
    Ty::new(TyData::Procedure(signature))
}
