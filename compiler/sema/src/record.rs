//! What names mean and which types variables have, by place: noted while a program is checked, when the session was asked to, for editors.
//!
//! A check without a record pays for one test of a flag at each name. Bodies are noted as they are written: a generic one once, with its parameters, not
//! its instances. What depends on a generic parameter is not known before there is an instance, so nothing is noted of it.
//!
//! With a *wish*, a name that stands where somebody is typing, what could stand there is noted as well: see [`Wish`].

use std::sync::{Mutex, PoisonError};

use hubbub_base::{FileId, Name};
use hubbub_syntax::{NodeId, View};

use crate::check::Checker;
use crate::check::scope::Entity;
use crate::data::types::{DeclId, ModuleId, TypeId, TypeKind};
use crate::names::lookup::Lookup;
use crate::session::{Env, Sema};
use crate::store::decls::DeclKind;

/// How deep `using` fields are searched.
const USING_DEPTH_MAX: u32 = 16;
/// Lists that threads write to, each to its own as far as there are so many.
const SHARDS: usize = 16;

/// What a session notes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// The name that stands where somebody is typing.
    pub wish: Option<Name>,
}

/// Something that stands at a place.
#[derive(Clone, PartialEq, Debug)]
pub struct Note {
    /// The file.
    pub file: FileId,
    /// The byte at which the name begins.
    pub at: u32,
    /// What the name means.
    pub meaning: Meaning,
}

/// What a name means.
#[derive(Clone, PartialEq, Debug)]
pub enum Meaning {
    /// It declares a variable of a body.
    Variable(TypeId),
    /// The variable of the body that is declared at this byte of the file.
    Local(u32, TypeId),
    /// A declaration.
    Decl(DeclId),
    /// Several declarations: procedures, or what several imports bring in.
    Several(Box<[DeclId]>),
    /// What is called: of several procedures the one that was chosen.
    Chosen(DeclId),
    /// What could be called. `has_receiver`: what stands before the point goes to the first parameter.
    Candidates { all: Box<[DeclId]>, has_receiver: bool },
    /// A value that is called, by its type.
    Called(TypeId),
    /// A field, a case, a member or a parameter: where its name is declared.
    Member(FileId, u32),
    /// The generic parameter that is declared at this byte of the file.
    Generic(u32),
    /// A module.
    Module(ModuleId),
    /// A type of the language.
    Language,
}

/// What could stand where somebody is typing.
#[derive(Clone, PartialEq, Debug)]
pub enum Wish {
    /// Any name that can be seen: the variables of the body, innermost first, with their types as far as they are known.
    Names { module: ModuleId, decl: Option<DeclId>, locals: Vec<(Name, Option<TypeId>)> },
    /// Behind the point after a value of this type.
    OfValue(TypeId),
    /// Behind the point after this type.
    OfType(TypeId),
    /// Behind a point with nothing before it, where this type is expected.
    Expected(TypeId),
    /// Behind the point after a module.
    OfModule(ModuleId),
    /// The name of a field in the braces of a value of this type.
    Field(TypeId),
}

/// The notes of a session.
#[derive(Debug, Default)]
pub struct Record {
    wanted: Wanted,
    shards: [Mutex<Vec<Note>>; SHARDS],
    wishes: Mutex<Vec<Wish>>,
}

impl Record {
    /// A record with nothing in it.
    pub fn new(wanted: Wanted) -> Self {
        Self { wanted, ..Self::default() }
    }

    fn note(&self, file: FileId, at: u32, meaning: Meaning) {
        let shard = rayon::current_thread_index().unwrap_or(0) % SHARDS;
        if let Some(shard) = self.shards.get(shard) {
            shard.lock().unwrap_or_else(PoisonError::into_inner).push(Note { file, at, meaning });
        }
    }

    fn is_wish(&self, name: Name) -> bool {
        self.wanted.wish == Some(name)
    }

    fn wish(&self, wish: Wish) {
        self.wishes.lock().unwrap_or_else(PoisonError::into_inner).push(wish);
    }
}

impl Sema {
    /// All notes, by file and place.
    pub fn notes(&self) -> Vec<Note> {
        let shards = self.record.iter().flat_map(|record| &record.shards);
        let mut all: Vec<Note> = Vec::new();
        for shard in shards {
            all.append(&mut shard.lock().unwrap_or_else(PoisonError::into_inner));
        }
        all.sort_by_key(|note| (note.file, note.at));
        all.dedup();
        all
    }

    /// What could stand at the wish, in the order in which it was found.
    pub fn wishes(&self) -> Vec<Wish> {
        let wishes = self.record.as_ref().map(|record| &record.wishes);
        wishes.map(|wishes| wishes.lock().unwrap_or_else(PoisonError::into_inner).clone()).unwrap_or_default()
    }

    /// Notes what a name of a type expression or of a path means.
    #[inline]
    pub(crate) fn note_name(&self, env: &Env<'_>, node: NodeId, name: Name) {
        if let Some(record) = self.record.as_ref().filter(|_| !self.modules[env.module].is_library) {
            self.note_name_in(record, env, node, name);
        }
    }

    #[cold]
    fn note_name_in(&self, record: &Record, env: &Env<'_>, node: NodeId, name: Name) {
        if record.is_wish(name) {
            let names = env.locals.map(|locals| locals.names()).unwrap_or_default();
            let locals = names.into_iter().map(|name| (name, None)).collect();
            return record.wish(Wish::Names { module: env.module, decl: env.decl, locals });
        }
        let at = self.tree(env.module).start(node);
        let meaning = match self.lookup_as_written(&Env { locals: None, ..*env }, name, at) {
            Lookup::Generic(_) => self.generic_place(env, name).map(Meaning::Generic),
            found => self.meaning(found, env.module, name),
        };
        if let Some(meaning) = meaning {
            record.note(self.file(env.module), at, meaning);
        }
    }

    /// Notes what `M.name` means.
    #[inline]
    pub(crate) fn note_of_module(&self, from: ModuleId, node: NodeId, module: ModuleId, name: Name) {
        if let Some(record) = self.record.as_ref().filter(|_| !self.modules[from].is_library) {
            if record.is_wish(name) {
                return record.wish(Wish::OfModule(module));
            }
            let found = self.lookup_in_module_as_written(module, name, from);
            if let Some(meaning) = self.meaning(found, module, name) {
                record.note(self.file(from), self.tree(from).start(node), meaning);
            }
        }
    }

    fn meaning(&self, found: Lookup, module: ModuleId, name: Name) -> Option<Meaning> {
        match found {
            Lookup::Decl(decl) | Lookup::Private(decl) => Some(Meaning::Decl(decl)),
            Lookup::Procedures(candidates) => Some(match candidates.as_slice() {
                [one] => Meaning::Decl(*one),
                several => Meaning::Several(several.into()),
            }),
            Lookup::Ambiguous(decls) => Some(Meaning::Several(decls.into())),
            Lookup::Module(found) => {
                let is_alias = |decl: &DeclId| matches!(self.decl(*decl).kind, DeclKind::Module(_));
                let alias = self.own_declarations(module, name).find(is_alias);
                Some(alias.map_or(Meaning::Module(found), Meaning::Decl))
            }
            Lookup::Type(_) | Lookup::Constructor(_) => Some(Meaning::Language),
            Lookup::NotFound | Lookup::Clash | Lookup::Local(_) | Lookup::Generic(_) => None,
        }
    }

    /// Where the generic parameter is declared that a name means.
    fn generic_place(&self, env: &Env<'_>, name: Name) -> Option<u32> {
        let mut around = env.decl;
        while let Some(id) = around {
            let decl = self.decl(id);
            let tree = self.tree(decl.module);
            let own = tree.generics(decl.value).iter().filter_map(|node| match tree.view(*node) {
                View::Generic { name, .. } => Some(name),
                _ => None,
            });
            let mut own = own.filter(|node| self.name_of(decl.module, *node) == name);
            if let Some(node) = own.next() {
                return Some(tree.start(node));
            }
            around = decl.parent;
        }
        None
    }

    /// The field, case or member of a type, or of what it points to, that has this name.
    fn member_place(&self, ty: TypeId, name: Name, depth: u32) -> Option<Meaning> {
        let ty = match self.kind(self.base_of(ty)) {
            TypeKind::Pointer(pointee) => self.base_of(*pointee),
            _ => self.base_of(ty),
        };
        let (TypeKind::Struct(instance) | TypeKind::Union(instance) | TypeKind::Enum(instance)) = self.kind(ty) else {
            return None;
        };
        let file = self.file(self.decl_of(*instance).module);
        if let TypeKind::Enum(_) = self.kind(ty) {
            let (_, _, at) = self.members(ty)?.members.iter().find(|(own, ..)| *own == name)?;
            return Some(Meaning::Member(file, *at));
        }
        let fields = self.fields(ty)?;
        if let Some(index) = fields.position(name) {
            let own = fields.fields.len().saturating_sub(self.context_fields.len());
            if ty == self.context_type() && index >= own {
                return self.context_fields.get(index - own).map(|decl| Meaning::Decl(*decl));
            }
            return Some(Meaning::Member(file, fields.fields.get(index)?.at));
        }
        let mut parts = fields.fields.iter().filter(|field| field.is_using && depth < USING_DEPTH_MAX);
        parts.find_map(|field| self.member_place(field.ty, name, depth + 1))
    }
}

impl<'s> Checker<'s> {
    /// The record, where what is checked stands in the text as it is checked: not in an instance, and not a default as if it stood at a call.
    #[inline]
    pub(crate) fn record(&self) -> Option<&'s Record> {
        let sema = self.sema;
        let record = sema.record.as_ref()?;
        let is_as_written = self.at_override.is_none() && !self.is_instance() && !sema.modules[self.module].is_library;
        is_as_written.then_some(record)
    }

    /// Notes that a variable is declared.
    #[inline]
    pub(crate) fn note_variable(&self, ty: TypeId, at: u32) {
        if let Some(record) = self.record() {
            record.note(self.file, at, Meaning::Variable(ty));
        }
    }

    /// Notes what a name in an expression means.
    #[inline]
    pub(crate) fn note_use(&self, node: NodeId, name: Name) {
        if let Some(record) = self.record() {
            self.note_use_in(record, node, name);
        }
    }

    #[cold]
    fn note_use_in(&self, record: &Record, node: NodeId, name: Name) {
        if record.is_wish(name) {
            let locals = self.names.all().filter_map(|(name, entity)| match entity {
                Entity::Local(local) => Some((name, Some(self.body.locals[local].ty))),
                Entity::Declaration(_) | Entity::Value(_) => Some((name, None)),
                Entity::NotCaptured { .. } => None,
            });
            let wish = Wish::Names { module: self.module, decl: self.outer.decl, locals: locals.collect() };
            return record.wish(wish);
        }
        let at = self.tree.start(node);
        match self.names.peek(name) {
            Some(Entity::Local(local)) => {
                let local = &self.body.locals[local];
                record.note(self.file, at, Meaning::Local(local.at, local.ty));
            }
            Some(Entity::Declaration(decl)) if !self.sema.decl(decl).is_procedure() => {
                record.note(self.file, at, Meaning::Decl(decl));
            }
            Some(Entity::NotCaptured { .. } | Entity::Value(_)) => {}
            _ => self.sema.note_name_in(record, &self.outer, node, name),
        }
    }

    /// Notes that a name means a variable of this body.
    pub(crate) fn note_local(&self, node: NodeId, local: crate::data::typed::LocalId) {
        if let Some(record) = self.record() {
            let local = &self.body.locals[local];
            record.note(self.file, self.tree.start(node), Meaning::Local(local.at, local.ty));
        }
    }

    /// Notes what `M.name` means in an expression.
    #[inline]
    pub(crate) fn note_of_module(&self, node: NodeId, module: ModuleId, name: Name) {
        if self.record().is_some() {
            self.sema.note_of_module(self.module, node, module, name);
        }
    }

    /// Notes which field, case or member of a type a name means. `wish` is what could stand there.
    #[inline]
    pub(crate) fn note_member(&self, node: NodeId, ty: TypeId, wish: impl FnOnce(TypeId) -> Wish) {
        if let Some(record) = self.record() {
            let name = self.name_of(node);
            if record.is_wish(name) {
                return record.wish(wish(ty));
            }
            let inner = match self.kind(ty) {
                TypeKind::Maybe(payload) => *payload,
                _ => ty,
            };
            if let Some(meaning) = self.sema.member_place(inner, name, 0) {
                record.note(self.file, self.tree.start(node), meaning);
            }
        }
    }

    /// Notes that fields of a type can be named here, if the wish stands among what is in the braces.
    #[inline]
    pub(crate) fn note_fields(&self, ty: TypeId, arguments: &[NodeId]) {
        if let Some(record) = self.record() {
            let is_wish = |node: &NodeId| matches!(self.view(*node), View::Name { name } if record.is_wish(name));
            if arguments.iter().any(is_wish) {
                record.wish(Wish::Field(ty));
            }
        }
    }

    /// Notes what could be called by the name of a callee.
    #[inline]
    pub(crate) fn note_candidates(&self, callee: NodeId, candidates: &[DeclId], has_receiver: bool) {
        if let Some(record) = self.record()
            && let Some(node) = self.name_called(callee)
        {
            let meaning = Meaning::Candidates { all: candidates.into(), has_receiver };
            record.note(self.file, self.tree.start(node), meaning);
        }
    }

    /// Notes that a value is called.
    #[inline]
    pub(crate) fn note_called(&self, callee: NodeId, ty: TypeId) {
        if let Some(record) = self.record()
            && let Some(node) = self.name_called(callee)
        {
            record.note(self.file, self.tree.start(node), Meaning::Called(ty));
        }
    }

    /// Notes which procedure is called, or stands for a value, and which parameters its named arguments go to.
    #[inline]
    pub(crate) fn note_chosen(&self, node: NodeId, decl: DeclId) {
        if let Some(record) = self.record() {
            self.note_chosen_in(record, node, decl);
        }
    }

    #[cold]
    fn note_chosen_in(&self, record: &Record, node: NodeId, decl: DeclId) {
        let (callee, arguments) = match self.view(node) {
            View::Call { callee, arguments } => (callee, arguments),
            _ => (node, &[][..]),
        };
        if let Some(name) = self.name_called(callee)
            && self.name_of(name) == self.sema.decl(decl).name
        {
            record.note(self.file, self.tree.start(name), Meaning::Chosen(decl));
        }
        let decl = self.sema.decl(decl);
        let View::Procedure { parameters, .. } = self.sema.view(decl.module, decl.value) else { return };
        for argument in arguments {
            let View::NamedArgument { name, .. } = self.view(*argument) else { continue };
            let wanted = self.name_of(name);
            let declared = parameters.iter().find_map(|parameter| match self.sema.view(decl.module, *parameter) {
                View::Parameter { name, .. } => {
                    Some(name).filter(|name| self.sema.name_of(decl.module, *name) == wanted)
                }
                _ => None,
            });
            if let Some(declared) = declared {
                let at = self.sema.tree(decl.module).start(declared);
                record.note(self.file, self.tree.start(name), Meaning::Member(self.sema.file(decl.module), at));
            }
        }
    }

    /// The node of the name that a callee ends with.
    fn name_called(&self, callee: NodeId) -> Option<NodeId> {
        match self.view(callee) {
            View::Name { .. } => Some(callee),
            View::Dot { name, .. } => Some(name),
            View::Brace { base, .. } => self.name_called(base),
            View::Parenthesized { value } => self.name_called(value),
            _ => None,
        }
    }
}
