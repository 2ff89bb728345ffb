//! Large overload sets: which of their members an argument leaves over, so that a call costs what those few cost.
//!
//! Types are told apart by their *leaf*: the struct, enum, union or distinct type that is left of `Slice{Pointer{T}}`. No implicit conversion
//! leads from one leaf to another, so a parameter with a leaf takes arguments with that leaf only. Parameters without one (numbers,
//! `Any`, generic ones) stay in question whatever is given. Start with [`CandidateSet`].

use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use hashbrown::HashMap;
use hubbub_base::Name;
use hubbub_syntax::tree::view::OperatorName;

use crate::data::types::{DeclId, ModuleId, Signature, TypeId, TypeKind};
use crate::session::Sema;
use crate::store::decls::DeclKind;

/// Sets from this size on have an index.
pub(crate) const LARGE: usize = 32;

/// Arguments by which members are told apart.
const POSITIONS: usize = 2;

/// A large set of procedures or operators of one name.
#[derive(Debug)]
pub struct CandidateSet {
    /// Own module's first, those of the Prelude last.
    pub decls: Box<[DeclId]>,
    index: OnceLock<SetIndex>,
}

impl PartialEq for CandidateSet {
    fn eq(&self, other: &Self) -> bool {
        self.decls == other.decls
    }
}

#[derive(Debug)]
struct SetIndex {
    positions: [Position; POSITIONS],
    /// For each parameter the type that all members have there.
    common: Vec<Option<TypeId>>,
    /// A member with `#format`.
    format: Option<DeclId>,
}

/// Members by what they take in one position, as indices into the set.
#[derive(Default, Debug)]
struct Position {
    by_leaf: HashMap<DeclId, Vec<u32>, foldhash::fast::FixedState>,
    /// Those whose parameter has no leaf.
    others: Vec<u32>,
    /// Those, and the ones that take a distinct type: what literals go to.
    for_literals: Vec<u32>,
}

/// Where a set is seen from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum SetKey {
    /// What a name means at the top of a module.
    Seen(ModuleId, Name),
    /// The public procedures of a home module.
    Home(ModuleId, Name),
    /// The operators for so many operands, seen from a module, with those of two home modules.
    Operators(ModuleId, OperatorName, [ModuleId; 2], usize),
}

/// The large sets of a program, by where they are seen from.
#[derive(Default, Debug)]
pub(crate) struct Sets(RwLock<HashMap<SetKey, Arc<CandidateSet>, foldhash::fast::FixedState>>);

impl Sets {
    fn get(&self, key: SetKey, make: impl FnOnce() -> Vec<DeclId>) -> Arc<CandidateSet> {
        if let Some(set) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(set);
        }
        let set = Arc::new(CandidateSet { decls: make().into(), index: OnceLock::new() });
        let mut sets = self.0.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(sets.entry(key).or_insert(set))
    }
}

impl Sema {
    /// How many declarations of this name a module has at its top.
    pub(crate) fn own_count(&self, module: ModuleId, name: Name) -> usize {
        self.modules[self.whole(module)].scope.get(&name).map_or(0, |run| run.length as usize)
    }

    /// A large set that a name means at the top of a module.
    pub(crate) fn seen_set(
        &self,
        module: ModuleId,
        name: Name,
        make: impl FnOnce() -> Vec<DeclId>,
    ) -> Arc<CandidateSet> {
        self.sets.get(SetKey::Seen(module, name), make)
    }

    /// The public procedures called `name` of a module, as far as they could take arguments of these types.
    pub(crate) fn home_procedures(&self, home: ModuleId, name: Name, types: &[Option<TypeId>]) -> Vec<DeclId> {
        if self.own_count(home, name) < LARGE {
            return self.public_procedures(home, name).collect();
        }
        let set = self.sets.get(SetKey::Home(home, name), || self.public_procedures(home, name).collect());
        self.possible(&set, types)
    }

    /// The operators for operands of these types, as far as they could take them: `make` finds them all.
    pub(crate) fn operator_set(
        &self,
        module: ModuleId,
        name: OperatorName,
        operands: &[TypeId],
        make: impl FnOnce() -> Vec<DeclId>,
    ) -> Vec<DeclId> {
        let home = |index: usize| operands.get(index).map_or(module, |ty| self.home_module(*ty));
        let homes = [home(0), home(1)];
        let is_large = |module: ModuleId| self.modules[self.whole(module)].operators.len() >= LARGE;
        if operands.len() > POSITIONS || !(is_large(module) || homes.into_iter().any(is_large)) {
            return make();
        }
        let set = self.sets.get(SetKey::Operators(module, name, homes, operands.len()), make);
        let types: Vec<Option<TypeId>> = operands.iter().map(|ty| Some(*ty)).collect();
        self.possible(&set, &types)
    }

    /// The members that could take arguments whose first ones have these types, in their order; where none could, the first members,
    /// for a message to say why.
    pub(crate) fn possible(&self, set: &CandidateSet, types: &[Option<TypeId>]) -> Vec<DeclId> {
        let index = self.set_index(set);
        let chosen = index.positions.iter().zip(types).filter_map(|(position, ty)| position.taking(self, (*ty)?));
        let Some((few, more)) = chosen.min_by_key(|(few, more)| few.len() + more.len()) else {
            return set.decls.to_vec();
        };
        let mut members: Vec<u32> = few.iter().chain(more).copied().collect();
        members.sort_unstable();
        let found: Vec<DeclId> = members.iter().filter_map(|member| set.decls.get(*member as usize)).copied().collect();
        if found.is_empty() { set.decls.iter().take(LARGE).copied().collect() } else { found }
    }

    /// For each parameter the type that all members have there.
    pub(crate) fn common_types<'c>(&self, set: &'c CandidateSet) -> &'c [Option<TypeId>] {
        &self.set_index(set).common
    }

    /// A member with `#format`.
    pub(crate) fn format_member(&self, set: &CandidateSet) -> Option<DeclId> {
        self.set_index(set).format
    }

    /// Two threads may make it at once: a signature may ask for the value of a call of the same set, so nobody waits for it.
    fn set_index<'c>(&self, set: &'c CandidateSet) -> &'c SetIndex {
        if let Some(index) = set.index.get() {
            return index;
        }
        let made = self.make_index(set);
        set.index.get_or_init(|| made)
    }

    fn make_index(&self, set: &CandidateSet) -> SetIndex {
        let mut positions: [Position; POSITIONS] = Default::default();
        let mut common: Option<Vec<Option<TypeId>>> = None;
        for (member, decl) in (0..).zip(&set.decls) {
            let signature = self.signature(self.identity_instance(*decl));
            for (index, position) in positions.iter_mut().enumerate() {
                position.add(member, signature.and_then(|signature| self.parameter_leaf(signature, index)), self);
            }
            let Some(signature) = signature else { continue };
            let plain = |parameter: &crate::data::types::Parameter| {
                (!parameter.is_variadic && !self.facts(parameter.ty).is_dependent).then_some(parameter.ty)
            };
            let types = signature.parameters.iter().filter(|parameter| !parameter.is_by_name).map(plain);
            match &mut common {
                None => common = Some(types.collect()),
                Some(common) => {
                    let mut types = types.fuse();
                    common.iter_mut().for_each(|own| *own = own.filter(|own| types.next().flatten() == Some(*own)));
                }
            }
        }
        let format = set.decls.iter().copied().find(|decl| self.attribute(*decl, "format").is_some());
        SetIndex { positions, common: common.unwrap_or_default(), format }
    }

    /// The leaf of a parameter; none where a `..` may take the argument.
    fn parameter_leaf(&self, signature: &Signature, index: usize) -> Option<DeclId> {
        let mut positional = signature.parameters.iter().filter(|parameter| !parameter.is_by_name);
        if positional.clone().take(index + 1).any(|parameter| parameter.is_variadic) {
            return None;
        }
        self.leaf(positional.nth(index)?.ty)
    }

    /// The declared type that is left without pointers, arrays and the like.
    fn leaf(&self, ty: TypeId) -> Option<DeclId> {
        let mut ty = ty;
        loop {
            ty = match *self.kind(ty) {
                TypeKind::Struct(instance)
                | TypeKind::Enum(instance)
                | TypeKind::Union(instance)
                | TypeKind::Distinct(instance) => return Some(self.instance(instance).decl),
                TypeKind::Pointer(inner) | TypeKind::Slice(inner) | TypeKind::Maybe(inner) => inner,
                TypeKind::Array { element, .. } | TypeKind::Simd { element, .. } | TypeKind::Soa { element, .. } => {
                    element
                }
                _ => return None,
            };
        }
    }
}

impl Position {
    fn add(&mut self, member: u32, leaf: Option<DeclId>, sema: &Sema) {
        match leaf {
            Some(leaf) => self.by_leaf.entry(leaf).or_default().push(member),
            None => self.others.push(member),
        }
        if leaf.is_none_or(|leaf| sema.decl(leaf).kind == DeclKind::Distinct) {
            self.for_literals.push(member);
        }
    }

    /// The members that could take an argument of this type, in two lists; `None` where the type tells nothing.
    fn taking(&self, sema: &Sema, ty: TypeId) -> Option<(&[u32], &[u32])> {
        match sema.kind(ty) {
            TypeKind::Error | TypeKind::Dependent | TypeKind::LiteralNull => None,
            TypeKind::LiteralInt | TypeKind::LiteralFloat | TypeKind::LiteralRune | TypeKind::LiteralString => {
                Some((&self.for_literals, &[]))
            }
            _ if sema.facts(ty).is_dependent => None,
            _ => {
                let own = sema.leaf(ty).and_then(|leaf| self.by_leaf.get(&leaf));
                Some((&self.others, own.map_or(&[], Vec::as_slice)))
            }
        }
    }
}
