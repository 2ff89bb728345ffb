//! What all bodies of a program share while they are lowered: types, who is wanted, static data.
//!
//! Lowering a body *wants* other things (procedures, thunks, equalities, variables) by their symbols. [`Session::lower`]
//! makes one wanted thing; who drives it (all at once, or on demand for the interpreter) stands in [`super::program`].

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use hashbrown::HashMap;
use hubbub_base::Name;
use hubbub_sema::data::graph::Graph;
use hubbub_sema::data::types::{InstanceId, TypeId, TypeKind};

use super::source::Source;
use super::types::{Facts, Types};
use super::{Options, generated, program_main, variable};
use crate::data::program::{Global, Linkage, Procedure};
use crate::data::ty::{Abi, Signature, Ty, TyData};

/// Something that the program needs and that becomes a procedure or a global.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Wanted {
    /// A procedure, as it is declared.
    Procedure(InstanceId),
    /// A procedure as a value where that lacks parameters: those that are given by name only.
    Value(InstanceId),
    /// The C entry of a Hubbub procedure.
    Thunk(InstanceId),
    /// The code of closures of this type that call a procedure, of the same convention or C's, whose address is the environment.
    Adapter(TypeId, Abi),
    /// `==` of a type.
    Equality(TypeId),
    /// The name of a member of an enum, the first, as the second, `String`.
    EnumName(TypeId, TypeId),
    /// The next rune of a string.
    NextRune,
    /// The rune before a place of a string.
    PreviousRune,
    /// A top-level variable.
    Variable(InstanceId),
    /// An object that compile-time execution has made.
    Piece(Arc<Graph>, u32),
    /// The context of those who have none.
    DefaultContext,
    /// What stands for a type at run time.
    TypeInformation(TypeId),
    /// `hb_program_main`, which calls this `main`.
    ProgramMain(InstanceId),
    /// A procedure of the runtime without results that takes so many pointers.
    Runtime(Name, u8),
}

/// What a wanted thing became.
#[derive(Clone, Debug)]
pub enum Item {
    /// Code.
    Procedure(Arc<Procedure>),
    /// Data.
    Global(Arc<Global>),
}

/// Shared by all threads.
pub struct Session<'s> {
    /// The checked program.
    pub source: &'s dyn Source,
    /// What the build chose.
    pub options: Options,
    pub(super) types: Types,
    /// Symbols of what has been wanted.
    symbols: RwLock<HashMap<Wanted, Name, foldhash::fast::FixedState>>,
    /// What has been wanted by its symbol.
    wanted: Mutex<HashMap<Name, Wanted>>,
    statics: Mutex<HashMap<Name, Arc<Global>>>,
    /// The names of the members of unions, with blanks between.
    members: RwLock<HashMap<TypeId, Name, foldhash::fast::FixedState>>,
    /// Types of procedures.
    signatures: RwLock<HashMap<InstanceId, Ty, foldhash::fast::FixedState>>,
}

/// What one task found to be wanted for the first time.
#[derive(Default)]
pub(super) struct News(Vec<Wanted>);

impl News {
    /// What has been found.
    pub fn take(self) -> Vec<Wanted> {
        self.0
    }
}

impl<'s> Session<'s> {
    /// A session in which nothing is wanted yet.
    pub fn new(source: &'s dyn Source, options: Options) -> Self {
        Self {
            source,
            options,
            types: Types::new(),
            symbols: RwLock::default(),
            wanted: Mutex::default(),
            statics: Mutex::default(),
            members: RwLock::default(),
            signatures: RwLock::default(),
        }
    }

    /// Lowers one wanted thing; the rest is what it wants that nobody has wanted before.
    pub fn lower(&self, wanted: &Wanted) -> (Option<Item>, Vec<Wanted>) {
        let mut news = News::default();
        let item = match wanted {
            Wanted::Procedure(instance) => super::body::lower_procedure(self, *instance, &mut news),
            Wanted::Value(instance) => generated::value(self, *instance, &mut news),
            Wanted::Thunk(instance) => generated::thunk(self, *instance, &mut news),
            Wanted::Adapter(ty, abi) => generated::adapter(self, *ty, *abi),
            Wanted::Equality(ty) => super::equality::procedure(self, *ty, &mut news),
            Wanted::EnumName(ty, string) => generated::enum_name(self, *ty, *string, &mut news),
            Wanted::NextRune => super::utf8::next(self),
            Wanted::PreviousRune => super::utf8::previous(self, &mut news),
            Wanted::Runtime(symbol, parameters) => Some(program_main::runtime_procedure(*symbol, *parameters)),
            Wanted::ProgramMain(instance) => program_main::procedure(self, *instance, &mut news),
            Wanted::Variable(instance) => {
                return (variable::variable(self, *instance, &mut news).map(global), news.take());
            }
            Wanted::Piece(graph, index) => {
                return (super::statics::of_piece(self, graph, *index, &mut news).map(global), news.take());
            }
            Wanted::DefaultContext => return (Some(global(variable::default_context(self, &mut news))), news.take()),
            Wanted::TypeInformation(ty) => {
                return (Some(global(super::type_information::global(self, *ty, &mut news))), news.take());
            }
        };
        (item.map(|procedure| Item::Procedure(Arc::new(procedure))), news.take())
    }

    /// The symbol of a wanted thing, which is remembered.
    pub(super) fn want(&self, wanted: Wanted, news: &mut News) -> Name {
        if let Some(symbol) = read(&self.symbols).get(&wanted) {
            return *symbol;
        }
        let symbol = Name::new(&self.symbol(&wanted));
        let is_new = write(&self.symbols).insert(wanted.clone(), symbol).is_none();
        if is_new {
            // Two foreign declarations may share a symbol; either serves those who look it up.
            lock(&self.wanted).entry(symbol).or_insert_with(|| wanted.clone());
            news.0.push(wanted);
        }
        symbol
    }

    /// Lets something be wanted from outside.
    pub fn root(&self, wanted: Wanted) -> Name {
        self.want(wanted, &mut News::default())
    }

    /// What a symbol stands for, if it has been wanted.
    pub fn wanted(&self, symbol: Name) -> Option<Wanted> {
        lock(&self.wanted).get(&symbol).cloned()
    }

    /// Static data by its symbol.
    pub fn static_data(&self, symbol: Name) -> Option<Arc<Global>> {
        lock(&self.statics).get(&symbol).cloned()
    }

    /// All static data there is so far, in no order.
    pub(super) fn all_statics(&self) -> Vec<Arc<Global>> {
        lock(&self.statics).values().cloned().collect()
    }

    /// Adds static data, whose symbol says all there is to it.
    pub(super) fn add_static(&self, symbol: Name, make: impl FnOnce() -> Global) {
        lock(&self.statics).entry(symbol).or_insert_with(|| Arc::new(make()));
    }

    /// Symbols that hold a brace before any point are lowering's own: neither C nor a module can have them.
    fn symbol(&self, wanted: &Wanted) -> String {
        let type_symbol = |ty: &TypeId| self.types.type_symbol(self.source, *ty);
        match wanted {
            Wanted::Variable(instance) => self.source.symbol(*instance),
            // Whoever asks for an exported symbol gets C's convention.
            Wanted::Procedure(instance) if self.has_exported_entry(*instance) => {
                format!("inner{{{}}}", self.source.symbol(*instance))
            }
            Wanted::Thunk(instance) if self.has_exported_entry(*instance) => self.source.symbol(*instance),
            Wanted::Procedure(instance) => self.source.symbol(*instance),
            Wanted::Value(instance) => format!("value{{{}}}", self.source.symbol(*instance)),
            Wanted::Thunk(instance) => format!("entry{{{}}}", self.source.symbol(*instance)),
            Wanted::Adapter(ty, Abi::Hubbub) => format!("closure{{{}}}", type_symbol(ty)),
            Wanted::Adapter(ty, Abi::C) => format!("c_closure{{{}}}", type_symbol(ty)),
            Wanted::Equality(ty) => format!("equal{{{}}}", type_symbol(ty)),
            Wanted::EnumName(ty, _) => format!("enum_name{{{}}}", type_symbol(ty)),
            Wanted::NextRune => "rune{next}".into(),
            Wanted::PreviousRune => "rune{previous}".into(),
            Wanted::Piece(graph, index) => {
                format!("made{{{:032x},{index}}}{}", graph.fingerprint, self.source.symbol(graph.owner))
            }
            Wanted::DefaultContext => DEFAULT_CONTEXT.into(),
            Wanted::TypeInformation(ty) => format!("type{{{}}}", type_symbol(ty)),
            Wanted::ProgramMain(_) => program_main::SYMBOL.into(),
            Wanted::Runtime(symbol, _) => symbol.as_str().into(),
        }
    }

    /// Whether it is a Hubbub procedure that is exported: its entry has the symbol that C knows.
    pub(super) fn has_exported_entry(&self, instance: InstanceId) -> bool {
        self.source.procedure(instance).linkage == Linkage::Exported
            && self.signature(instance).is_some_and(|signature| signature.abi == Abi::Hubbub)
    }

    /// What has to be made so that `root` can be used from outside.
    pub(super) fn outside(&self, root: &Wanted) -> Wanted {
        match root {
            Wanted::Procedure(instance) if self.has_exported_entry(*instance) => Wanted::Thunk(*instance),
            _ => root.clone(),
        }
    }

    /// A lowered type with its shape.
    pub(super) fn facts(&self, ty: TypeId) -> Arc<Facts> {
        self.types.get(self.source, ty)
    }

    /// A lowered type.
    pub(super) fn ty(&self, ty: TypeId) -> Ty {
        self.facts(ty).ty
    }

    /// The names of a union's members, with blanks between: what panics look them up in.
    pub(super) fn members_of(&self, ty: TypeId) -> Name {
        if let Some(names) = read(&self.members).get(&ty) {
            return *names;
        }
        let names = match self.source.fields(self.source.base_of(ty)) {
            Some(fields) => fields.fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>().join(" "),
            None => "none some".to_owned(),
        };
        let names = Name::new(&names);
        write(&self.members).insert(ty, names);
        names
    }

    /// The lowered signature of a procedure.
    pub(super) fn signature(&self, instance: InstanceId) -> Option<&'static Signature> {
        match self.procedure_ty(instance)?.data() {
            TyData::Procedure(signature) => Some(signature),
            _ => None,
        }
    }

    /// What stands for a procedure that is a value.
    pub(super) fn value_of(&self, instance: InstanceId) -> Wanted {
        if self.is_its_value(instance) { Wanted::Procedure(instance) } else { Wanted::Value(instance) }
    }

    /// Whether a procedure has all its parameters as a value.
    pub(super) fn is_its_value(&self, instance: InstanceId) -> bool {
        self.source.signature(instance).is_none_or(|signature| signature.value_ty == signature.ty)
    }

    /// The lowered signature that a procedure has as a value.
    pub(super) fn value_signature(&self, instance: InstanceId) -> Option<Signature> {
        match self.source.kind(self.source.signature(instance)?.value_ty) {
            TypeKind::Procedure(procedure) => Some(self.types.signature(self.source, procedure)),
            _ => None,
        }
    }

    /// The lowered type of a procedure's address.
    pub(super) fn procedure_ty(&self, instance: InstanceId) -> Option<Ty> {
        if let Some(ty) = read(&self.signatures).get(&instance) {
            return Some(*ty);
        }
        let declared = self.source.signature(instance)?;
        let TypeKind::Procedure(procedure) = self.source.kind(declared.ty) else { return None };
        let ty = Ty::new(TyData::Procedure(self.types.signature(self.source, procedure)));
        write(&self.signatures).insert(instance, ty);
        Some(ty)
    }
}

/// The global that holds the context of entry thunks and of the beginning.
pub(super) const DEFAULT_CONTEXT: &str = "hb_default_context";

fn global(global: Global) -> Item {
    Item::Global(Arc::new(global))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}
