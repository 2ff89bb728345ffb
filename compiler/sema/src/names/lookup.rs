//! What a name means where it stands.
//!
//! Innermost first: the scopes of the body that is being checked (asked through [`LocalScope`]), declarations and generic parameters of
//! the declarations around, the module's own names, what its imports bring in, the Prelude, the types of the language.
//! Procedures of one name join, whoever declares them; anything else hides.
//!
//! [`LocalScope`]: crate::session::LocalScope

use std::sync::Arc;
use std::sync::atomic::Ordering;

use hubbub_base::Name;
use hubbub_syntax::tree::view::OperatorName;
use hubbub_syntax::{NodeId, View};

use crate::data::typed::LocalId;
use crate::data::types::{Argument, Constructor, DeclId, InstanceId, ModuleId, TypeId, TypeKind};
use crate::names::recent::remembered;
use crate::names::sets::{CandidateSet, LARGE};
use crate::session::{Env, Sema};
use crate::store::decls::DeclKind;

/// What a name means.
#[derive(Clone, PartialEq, Debug)]
pub enum Lookup {
    /// Nothing.
    NotFound,
    /// One declaration that is no procedure.
    Decl(DeclId),
    /// Procedures, one or more, own module's first, those of the Prelude last. All generic arguments of parents are still to be given.
    Procedures(Candidates),
    /// A generic parameter, by what it stands for here.
    Generic(Argument),
    /// A module, as the left side of a point.
    Module(ModuleId),
    /// A type of the language: `Int`, `Bool`, `String`.
    Type(TypeId),
    /// A type of the language that takes arguments.
    Constructor(Constructor),
    /// A variable of the body (only from [`crate::session::LocalScope`]).
    Local(LocalId),
    /// Several imports bring it in.
    Ambiguous(Vec<DeclId>),
    /// It is there, but private to its module.
    Private(DeclId),
    /// One module, or body, declares it several times, which has been reported.
    Clash,
}

/// One or more procedures.
#[derive(Clone, PartialEq, Debug)]
pub enum Candidates {
    One(DeclId),
    Many(Box<[DeclId]>),
    /// So many that calls had better not try them all.
    Large(Arc<CandidateSet>),
}

impl Candidates {
    /// The procedures.
    pub fn as_slice(&self) -> &[DeclId] {
        match self {
            Candidates::One(decl) => std::slice::from_ref(decl),
            Candidates::Many(decls) => decls,
            Candidates::Large(set) => &set.decls,
        }
    }
}

/// Other names of other names that are followed.
const ALIASES_MAX: u32 = 64;

impl Sema {
    /// What `name` means at byte `at` of what `env` describes.
    pub fn lookup(&self, env: &Env<'_>, name: Name, at: u32) -> Lookup {
        let found = self.lookup_plain(env, name, at);
        self.follow_alias(found, 0)
    }

    /// The same, but a constant that is another name of something is itself.
    pub(crate) fn lookup_as_written(&self, env: &Env<'_>, name: Name, at: u32) -> Lookup {
        self.lookup_plain(env, name, at)
    }

    fn lookup_plain(&self, env: &Env<'_>, name: Name, at: u32) -> Lookup {
        if let Some(found) = env.locals.and_then(|locals| locals.find(name)) {
            return found;
        }
        if let Some(found) = env.decl.and_then(|decl| self.lookup_enclosing(env, decl, name, at)) {
            return found;
        }
        self.lookup_top_level(env.module, name)
    }

    /// Declarations in bodies, and generic parameters, from the inside out.
    fn lookup_enclosing(&self, env: &Env<'_>, decl: DeclId, name: Name, at: u32) -> Option<Lookup> {
        let mut around = Some(decl);
        while let Some(decl_id) = around {
            let decl = self.decl(decl_id);
            if let Some(found) = self.lookup_nested(decl_id, name, at) {
                return Some(found);
            }
            if decl.generic_count > decl.inherited_generic_count
                && let Some(argument) = self.lookup_generic(env, decl_id, name)
            {
                return Some(Lookup::Generic(argument));
            }
            around = decl.parent;
        }
        None
    }

    fn lookup_nested(&self, parent: DeclId, name: Name, at: u32) -> Option<Lookup> {
        let nested = &self.modules[self.decl(parent).module].nested;
        if nested.is_empty() {
            return None;
        }
        let candidates = nested.get(&name)?.iter().filter(|decl| {
            let decl = self.decl(**decl);
            decl.parent == Some(parent) && decl.visible.0 <= at && at <= decl.visible.1
        });
        let candidates: Vec<DeclId> = candidates.copied().collect();
        let width = |decl: &DeclId| self.decl(*decl).visible.1 - self.decl(*decl).visible.0;
        let innermost = candidates.iter().min_by_key(|decl| width(decl))?;
        let is_beside = |decl: &&DeclId| self.decl(**decl).visible == self.decl(*innermost).visible;
        let mut beside = candidates.iter().filter(is_beside);
        if beside.clone().count() > 1 && !beside.all(|decl| self.decl(*decl).is_procedure()) {
            return Some(Lookup::Clash);
        }
        if !self.decl(*innermost).is_procedure() {
            return Some(Lookup::Decl(*innermost));
        }
        let visible = self.decl(*innermost).visible;
        let set =
            candidates.iter().filter(|decl| self.decl(**decl).visible == visible && self.decl(**decl).is_procedure());
        Some(procedures(set.copied().collect()))
    }

    fn lookup_generic(&self, env: &Env<'_>, decl_id: DeclId, name: Name) -> Option<Argument> {
        let decl = self.decl(decl_id);
        let tree = self.tree(decl.module);
        let own = tree.generics(decl.value).iter().position(|node| match tree.view(*node) {
            View::Generic { name: own, .. } => tree.name(own) == Some(name),
            _ => false,
        })?;
        let index = decl.inherited_generic_count as usize + own;
        Some(env.arguments.get(index).copied().unwrap_or_else(|| self.parameter_argument(decl_id, index)))
    }

    /// What `name` means at top level of `module`.
    pub fn lookup_top_level(&self, module: ModuleId, name: Name) -> Lookup {
        remembered(self.number, module, name, || self.look_up_in_all(module, name))
    }

    fn look_up_in_all(&self, module: ModuleId, name: Name) -> Lookup {
        // what is no procedure cannot stand beside so many others
        if self.own_count(module, name) >= LARGE {
            return Lookup::Procedures(Candidates::Large(self.seen_set(module, name, || {
                match self.look_up_top_level(module, name) {
                    Lookup::Procedures(candidates) => candidates.as_slice().to_vec(),
                    _ => self.own_declarations(module, name).collect(),
                }
            })));
        }
        self.look_up_top_level(module, name)
    }

    fn look_up_top_level(&self, module: ModuleId, name: Name) -> Lookup {
        let mut found = Found::default();
        self.look_in_own(module, name, &mut found);
        if found.clashes {
            return Lookup::Clash;
        }
        if let Some(decl) = found.other {
            return self.not_procedure(decl);
        }
        self.look_in_imports(module, name, &mut found);
        if found.several.is_empty() && found.other.is_none() && !self.is_prelude(module) {
            self.look_in_prelude(name, &mut found);
        }
        self.decide(name, found)
    }

    fn look_in_own(&self, module: ModuleId, name: Name, found: &mut Found) {
        found.clashes |= self.clashes(module, name);
        for decl in self.own_declarations(module, name) {
            if self.decl(decl).is_procedure() {
                found.procedures.push(decl);
            } else {
                found.other = found.other.or(Some(decl));
            }
        }
    }

    fn look_in_imports(&self, module: ModuleId, name: Name, found: &mut Found) {
        let has_own = !found.procedures.is_empty();
        let imports = &self.modules[module].imports;
        for visible in
            self.modules[module].visible.iter().filter(|visible| self.whole(visible.module) != self.whole(module))
        {
            for decl_id in self.own_declarations(visible.module, name) {
                let decl = self.decl(decl_id);
                if !visible.shows(name) {
                    continue;
                }
                found.clashes |= !has_own && self.clashes(visible.module, name);
                if decl.is_private {
                    found.private = found.private.or(Some(decl_id));
                    continue;
                }
                if let Some(import) = imports.get(visible.import as usize) {
                    import.is_used.store(true, Ordering::Relaxed);
                }
                if decl.is_procedure() {
                    found.add_procedure(decl_id);
                } else if !has_own {
                    found.add_other(decl_id);
                }
            }
        }
    }

    fn look_in_prelude(&self, name: Name, found: &mut Found) {
        for decl_id in self.own_declarations(self.known.prelude, name) {
            let decl = self.decl(decl_id);
            if decl.is_private {
                continue;
            }
            if decl.is_procedure() {
                found.add_procedure(decl_id);
            } else if found.procedures.is_empty() {
                found.add_other(decl_id);
            }
        }
    }

    fn decide(&self, name: Name, found: Found) -> Lookup {
        if found.clashes {
            return Lookup::Clash;
        }
        if !found.several.is_empty() {
            return Lookup::Ambiguous(found.several);
        }
        if let Some(other) = found.other {
            if let Some(procedure) = found.procedures.first() {
                return Lookup::Ambiguous(vec![*procedure, other]);
            }
            return self.not_procedure(other);
        }
        if !found.procedures.is_empty() {
            return procedures(found.procedures);
        }
        match (self.known.language_type(name), found.private) {
            (Some(lookup), _) => lookup,
            (None, Some(private)) => Lookup::Private(private),
            (None, None) => Lookup::NotFound,
        }
    }

    fn not_procedure(&self, decl: DeclId) -> Lookup {
        match self.decl(decl).kind {
            DeclKind::Module(module) => {
                self.mark_import(self.decl(decl).module, self.decl(decl).node);
                Lookup::Module(module)
            }
            _ => Lookup::Decl(decl),
        }
    }

    /// Whether declarations of this name clash in a module.
    fn clashes(&self, module: ModuleId, name: Name) -> bool {
        self.modules[self.whole(module)].clashes.contains(&name)
    }

    /// The top-level declarations called `name` of a module itself.
    pub fn own_declarations(&self, module: ModuleId, name: Name) -> impl Iterator<Item = DeclId> + '_ {
        let module = &self.modules[self.whole(module)];
        let run = module.scope.get(&name).copied().unwrap_or_default();
        let first = module.decls.start;
        run.of(&module.sets).iter().map(move |offset| DeclId(first.wrapping_add(*offset)))
    }

    /// What `M.name` means, asked from module `from` (which sees its own private names).
    pub fn lookup_in_module(&self, module: ModuleId, name: Name, from: ModuleId) -> Lookup {
        self.follow_alias(self.lookup_in_module_as_written(module, name, from), 0)
    }

    /// The same, but a constant that is another name of something is itself.
    pub(crate) fn lookup_in_module_as_written(&self, module: ModuleId, name: Name, from: ModuleId) -> Lookup {
        let mut found = Found::default();
        let look = |module: ModuleId, found: &mut Found| {
            found.clashes |= self.clashes(module, name);
            for decl_id in self.own_declarations(module, name) {
                let decl = self.decl(decl_id);
                if decl.is_private && self.whole(module) != self.whole(from) {
                    found.private = found.private.or(Some(decl_id));
                } else if decl.is_procedure() {
                    found.add_procedure(decl_id);
                } else {
                    found.add_other(decl_id);
                }
            }
        };
        look(module, &mut found);
        if found.other.is_none() {
            let imports = &self.modules[module].imports;
            let is_public = |import: u32| imports.get(import as usize).is_some_and(|import| import.is_public);
            for visible in self.modules[module].visible.iter().filter(|visible| is_public(visible.import)) {
                if self.whole(visible.module) != self.whole(module) && visible.shows(name) {
                    look(visible.module, &mut found);
                }
            }
        }
        match self.decide(self.known.empty, Found { private: None, ..found.clone() }) {
            Lookup::NotFound => found.private.map_or(Lookup::NotFound, Lookup::Private),
            result => result,
        }
    }

    /// Whether a constant is another name of what is no value.
    pub(crate) fn is_other_name(&self, decl: DeclId) -> bool {
        self.decl(decl).marks.is_alias() && self.follow_alias(Lookup::Decl(decl), 0) != Lookup::Decl(decl)
    }

    /// Follows constants that are other names of what is no value: types, modules, procedures, parameters.
    fn follow_alias(&self, found: Lookup, depth: u32) -> Lookup {
        let Lookup::Decl(decl_id) = found else { return found };
        let decl = self.decl(decl_id);
        if !decl.marks.is_alias() || depth == ALIASES_MAX {
            return found;
        }
        let env = Env { module: decl.module, decl: Some(decl_id), arguments: &[], locals: None };
        let target = match self.lookup_path(&env, decl.value, Some(decl_id)) {
            Some(target) => self.follow_alias(target, depth + 1),
            None => return found,
        };
        match target {
            Lookup::Decl(target) if !self.decl(target).kind.is_type() => found,
            Lookup::NotFound
            | Lookup::Private(_)
            | Lookup::Ambiguous(_)
            | Lookup::Clash
            | Lookup::Generic(_)
            | Lookup::Local(_) => found,
            target => target,
        }
    }

    /// What `a`, `M.a` or `M.N.a` means; `None` for other expressions. `except` is not its own meaning.
    pub fn lookup_path(&self, env: &Env<'_>, node: NodeId, except: Option<DeclId>) -> Option<Lookup> {
        match self.view(env.module, node) {
            View::Name { name } => {
                self.note_name(env, node, name);
                let found = self.lookup_plain(env, name, self.tree(env.module).start(node));
                let is_itself = except.is_some_and(|except| found == Lookup::Decl(except));
                (!is_itself).then_some(found)
            }
            View::Dot { base, name } => match self.lookup_path(env, base, None)? {
                Lookup::Module(module) => {
                    self.note_of_module(env.module, name, module, self.name_of(env.module, name));
                    Some(self.lookup_in_module(module, self.name_of(env.module, name), env.module))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// The public procedures called `name` that `module` declares or hands on: what home lookup adds.
    pub fn public_procedures(&self, module: ModuleId, name: Name) -> impl Iterator<Item = DeclId> + '_ {
        let is_public = |decl: &DeclId| !self.decl(*decl).is_private && self.decl(*decl).kind == DeclKind::Procedure;
        let handed_on = self.modules[module].handed_on.iter().filter(move |visible| visible.shows(name));
        let others = handed_on.flat_map(move |visible| self.own_declarations(visible.module, name));
        self.own_declarations(module, name).chain(others).filter(is_public)
    }

    /// The operators that can be seen from `module`: its own, imported ones, the Prelude's.
    pub fn operators(&self, module: ModuleId, operator: OperatorName) -> Vec<DeclId> {
        let own = self.modules[self.whole(module)].operators.iter();
        let mut all: Vec<DeclId> = own.filter(|(name, _)| *name == operator).map(|(_, decl)| *decl).collect();
        let imported = self.modules[module].visible.iter().filter(|visible| visible.names.is_none());
        let others = imported.map(|visible| (visible.module, Some(visible.import))).chain([(self.known.prelude, None)]);
        for (other, import) in others.filter(|(other, _)| self.whole(*other) != self.whole(module)) {
            let more = self.public_operators(other, operator).filter(|decl| !all.contains(decl));
            let more: Vec<DeclId> = more.collect();
            let import = import.and_then(|import| self.modules[module].imports.get(import as usize));
            if let (Some(import), false) = (import, more.is_empty()) {
                import.is_used.store(true, Ordering::Relaxed);
            }
            all.extend(more);
        }
        all
    }

    /// The public operators that `module` declares, or hands on as a whole.
    pub fn public_operators(&self, module: ModuleId, operator: OperatorName) -> impl Iterator<Item = DeclId> + '_ {
        let handed_on = self.modules[module].handed_on.iter().filter(|visible| visible.names.is_none());
        let modules = std::iter::once(module).chain(handed_on.map(|visible| visible.module));
        let operators = modules.flat_map(|module| self.modules[self.whole(module)].operators.iter());
        let wanted = operators.filter(move |(name, _)| *name == operator).map(|(_, decl)| *decl);
        wanted.filter(|decl| !self.decl(*decl).is_private)
    }

    /// The module that declares a type.
    pub fn home_module(&self, ty: TypeId) -> ModuleId {
        match self.kind(ty) {
            TypeKind::Struct(instance)
            | TypeKind::Enum(instance)
            | TypeKind::Union(instance)
            | TypeKind::Distinct(instance) => self.whole(self.decl_of(*instance).module),
            TypeKind::Pointer(inner) | TypeKind::Slice(inner) | TypeKind::Maybe(inner) => self.home_module(*inner),
            TypeKind::Array { element, .. } | TypeKind::Simd { element, .. } | TypeKind::Soa { element, .. } => {
                self.home_module(*element)
            }
            _ => self.known.prelude,
        }
    }

    /// The declaration that stands at a node of a body: a constant, type or procedure (of several names the first).
    pub fn decl_at(&self, module: ModuleId, node: NodeId) -> Option<DeclId> {
        let at_nodes = &self.modules[module].at_nodes;
        let index = at_nodes.binary_search_by_key(&node, |(node, _)| *node).ok()?;
        at_nodes.get(index).map(|(_, decl)| *decl)
    }

    /// The instance of a declaration without parameters of its own, with the arguments of its parents taken from `env`.
    pub fn instance_in(&self, env: &Env<'_>, decl: DeclId) -> InstanceId {
        let inherited = self.decl(decl).inherited_generic_count as usize;
        self.instantiate(decl, env.arguments.get(..inherited).unwrap_or(&[]))
    }
}

fn procedures(mut set: Vec<DeclId>) -> Lookup {
    match (set.len(), set.pop()) {
        (1, Some(one)) => Lookup::Procedures(Candidates::One(one)),
        (_, last) => {
            set.extend(last);
            Lookup::Procedures(Candidates::Many(set.into()))
        }
    }
}

/// What has been found of a name so far.
#[derive(Clone, Default)]
struct Found {
    procedures: Vec<DeclId>,
    other: Option<DeclId>,
    several: Vec<DeclId>,
    private: Option<DeclId>,
    clashes: bool,
}

impl Found {
    fn add_procedure(&mut self, decl: DeclId) {
        if !self.procedures.contains(&decl) {
            self.procedures.push(decl);
        }
    }

    fn add_other(&mut self, decl: DeclId) {
        match self.other {
            None => self.other = Some(decl),
            Some(first) if first == decl => {}
            Some(first) => {
                if self.several.is_empty() {
                    self.several.push(first);
                }
                if !self.several.contains(&decl) {
                    self.several.push(decl);
                }
            }
        }
    }
}

impl DeclKind {
    /// Whether it declares a type.
    pub fn is_type(self) -> bool {
        matches!(self, DeclKind::Struct | DeclKind::Enum | DeclKind::Union | DeclKind::Distinct | DeclKind::TypeAlias)
    }
}
