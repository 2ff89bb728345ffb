//! One LLVM module under construction: its declarations, globals and constants. Bodies are `crate::function`'s.

mod globals;
mod panics;
mod prototype;

use std::rc::Rc;

use hashbrown::HashMap;
use hubbub_base::{FileId, Name, SourceMap, entity};
use hubbub_mir::{InlineHint, Linkage, Procedure, Program, Ty, TyData};

use crate::abi::{Layouts, Scalar};
use crate::deal::Deal;
use crate::debug::DebugInfo;
use crate::llvm::attributes::{Attribute, MadeAttribute, Position};
use crate::llvm::builder::Builder;
use crate::llvm::global::{Module, Visibility};
use crate::llvm::{Metadata, Type, Types, Value};
use crate::options::{Error, Level, Options, Sanitizer};
use crate::target::Target;

pub use panics::Panic;
pub use prototype::Prototype;

pub type Map<K, V> = HashMap<K, V, foldhash::fast::FixedState>;

/// An empty map with a fixed hash.
pub fn map<K, V>() -> Map<K, V> {
    HashMap::with_hasher(foldhash::fast::FixedState::with_seed(13))
}

/// What all units of a build share.
pub struct Shared<'a> {
    pub program: &'a Program,
    pub sources: &'a SourceMap,
    pub options: &'a Options,
    pub target: &'a Target,
    pub layouts: Layouts<'a>,
    /// The `Context` struct, when the program has one.
    pub context_layout: Option<ContextLayout>,
    /// Whether the program is one module.
    pub is_single: bool,
}

/// One module under construction.
pub struct Unit<'a> {
    pub shared: &'a Shared<'a>,
    pub types: Types,
    pub module: Module,
    /// Where statements go.
    pub builder: Builder,
    /// Where stack slots and the prologue go.
    pub entry: Builder,
    pub debug: Option<DebugInfo<'a>>,
    /// Whether values get names for those who read the IR.
    pub has_names: bool,
    procedures: Map<Name, Value>,
    globals: Map<Name, Value>,
    prototypes: Map<Ty, Rc<Prototype>>,
    intrinsics: Map<(&'static str, Type), (Value, Type)>,
    panics: Map<&'static str, (Value, Type)>,
    locations: Map<(FileId, u32, u32), Value>,
    strings: Map<String, Value>,
    function_attributes: Vec<MadeAttribute>,
    unlikely: Metadata,
    likely: Metadata,
    profile_kind: u32,
}

/// What is known of the memory behind a context pointer.
#[derive(Clone, Copy)]
pub struct ContextLayout {
    pub bytes: u64,
    pub align: u32,
}

/// The layout of the context struct: that of what context locals point to, else of the aggregate of that name.
pub fn context_layout(program: &Program) -> Option<ContextLayout> {
    let mut bodies = program.procedures.values().filter_map(|procedure| procedure.body.as_ref());
    let pointee = bodies.find_map(|body| address_of(body.locals.get(body.context?)?.ty));
    let used = pointee.map(|ty| ContextLayout { bytes: ty.size(), align: ty.align() });
    let names = [Name::new("Prelude.Context"), Name::new("Context")];
    let declared = || names.iter().find_map(|name| program.aggregates.get(name));
    let declared = || declared().map(|context| ContextLayout { bytes: context.size, align: context.align });
    used.filter(|layout| layout.bytes > 0).or_else(declared)
}

impl<'a> Unit<'a> {
    /// An empty module's unit.
    pub fn new(shared: &'a Shared<'a>, types: Types, module: Module, main_file: FileId) -> Self {
        let options = shared.options;
        let has_lines = options.debug_info || options.has_panic_lines() && can_panic(shared.program);
        let weight = |likely: u64, unlikely: u64| {
            let name = types.metadata_string("branch_weights");
            let weights = [types.i32.int(likely).as_metadata(), types.i32.int(unlikely).as_metadata()];
            let [then, otherwise] = weights;
            types.metadata_node(&[name, then, otherwise])
        };
        Self {
            shared,
            types,
            module,
            builder: Builder::new(&types),
            entry: Builder::new(&types),
            debug: has_lines.then(|| DebugInfo::new(shared, types, module, main_file)),
            has_names: options.emit.ir || options.emit.assembly || options.emit.bitcode,
            procedures: map(),
            globals: map(),
            prototypes: map(),
            intrinsics: map(),
            panics: map(),
            locations: map(),
            strings: map(),
            function_attributes: function_attributes(shared, &types),
            unlikely: weight(1, 2000),
            likely: weight(2000, 1),
            profile_kind: types.metadata_kind("prof"),
        }
    }

    /// Builds everything of a deal.
    pub fn build(&mut self, deal: &Deal<'a>) -> Result<(), Error> {
        for global in &deal.globals {
            self.define_global(global);
        }
        for procedure in &deal.procedures {
            let _working = entity::work_on(procedure.symbol);
            crate::function::build(self, procedure)?;
        }
        for procedure in &deal.imports {
            crate::function::build(self, procedure)?;
            self.procedure(procedure.symbol).set_visibility(Visibility::Copy);
        }
        if let Some(debug) = &mut self.debug {
            debug.finish();
        }
        Ok(())
    }

    /// The function of a symbol of the program, declared on first use.
    pub fn procedure(&mut self, symbol: Name) -> Value {
        if let Some(function) = self.procedures.get(&symbol) {
            return *function;
        }
        let function = match self.shared.program.procedures.get(&symbol) {
            Some(procedure) => self.declare(procedure),
            // Not one of the program: a symbol that only its address is known of.
            None => self.module.add_function(symbol.as_str(), self.types.function(self.types.void, &[], false)),
        };
        self.procedures.insert(symbol, function);
        function
    }

    fn declare(&mut self, procedure: &Procedure) -> Value {
        let prototype = self.prototype(Ty::new(TyData::Procedure(procedure.signature.clone())));
        let symbol = procedure.symbol.as_str();
        // The runtime's panics and others may be declared already.
        if let Some(existing) = self.module.function(symbol) {
            return existing;
        }
        let function = self.module.add_function(symbol, prototype.ty);
        function.set_calling_convention(prototype.convention.number);
        function.set_visibility(self.visibility(procedure.linkage));
        for (position, attribute) in &prototype.attributes {
            function.add_attribute(*position, *attribute);
        }
        self.add_function_attributes(function, procedure);
        function
    }

    fn add_function_attributes(&self, function: Value, procedure: &Procedure) {
        let add = |attribute: Attribute| function.add_attribute(Position::Function, attribute.make(&self.types));
        if procedure.is_never {
            add(Attribute::NoReturn);
        }
        if procedure.is_cold {
            add(Attribute::Cold);
        }
        if procedure.body.is_none() {
            // Foreign code may be C++ and throw; nothing of ours unwinds.
            add(Attribute::NoUnwind);
            if gives_memory(procedure.symbol) {
                function.add_attribute(Position::Result, Attribute::NoAlias.make(&self.types));
                function.add_attribute(Position::Function, MadeAttribute::text(&self.types, "no-builtins", ""));
            }
            return;
        }
        self.add_common_attributes(function);
        if matches!(self.shared.options.level, Level::O1 | Level::O2 | Level::O3) {
            // What differs in this is not folded: a backtrace names the procedure that was called, or another instance of it.
            let name = procedure.symbol.as_str();
            let name = name.split_once('{').map_or(name, |(name, _)| name);
            function.add_attribute(Position::Function, MadeAttribute::text(&self.types, "hubbub-procedure", name));
        }
        if self.shared.options.is_bare && procedure.symbol.as_str() == "_start" {
            // Nobody has called it, so the stack is not aligned as a call leaves it.
            function.add_attribute(Position::Function, MadeAttribute::text(&self.types, "stackrealign", ""));
        }
        match procedure.inline {
            InlineHint::Always if self.shared.options.level.optimizes() => add(Attribute::AlwaysInline),
            InlineHint::Never => add(Attribute::NoInline),
            _ => {}
        }
    }

    /// What every function with a body has.
    pub fn add_common_attributes(&self, function: Value) {
        for attribute in &self.function_attributes {
            function.add_attribute(Position::Function, *attribute);
        }
    }

    pub(crate) fn visibility(&self, linkage: Linkage) -> Visibility {
        match linkage {
            Linkage::Internal if self.shared.is_single => Visibility::Internal,
            Linkage::Internal => Visibility::Hidden,
            Linkage::Exported | Linkage::Foreign => Visibility::Public,
            Linkage::ForeignWeak => Visibility::Weak,
        }
    }

    /// How a procedure type is called.
    pub fn prototype(&mut self, ty: Ty) -> Rc<Prototype> {
        if let Some(prototype) = self.prototypes.get(&ty) {
            return prototype.clone();
        }
        let prototype = Rc::new(Prototype::new(self, ty, &[]));
        self.prototypes.insert(ty, prototype.clone());
        prototype
    }

    /// An intrinsic of LLVM, overloaded for one type.
    pub fn intrinsic(&mut self, name: &'static str, overload: Type) -> (Value, Type) {
        let module = self.module;
        *self.intrinsics.entry((name, overload)).or_insert_with(|| module.intrinsic(name, &[overload]))
    }

    /// Marks a conditional branch whose second (or first) way is hardly ever taken.
    pub fn set_unlikely(&self, branch: Value, is_first_unlikely: bool) {
        let node = if is_first_unlikely { self.unlikely } else { self.likely };
        branch.set_metadata(self.profile_kind, self.types.context, node);
    }

    /// The type of a scalar in a register.
    pub fn register_type(&self, ty: Ty) -> Type {
        match ty.data() {
            TyData::Bool => self.types.i1,
            TyData::Vector { element, lanes } => self.types.vector(self.register_type(*element), *lanes),
            _ => Scalar::of(ty).map_or(self.types.i8, |scalar| self.scalar_type(scalar)),
        }
    }

    /// The type of a piece.
    pub fn scalar_type(&self, scalar: Scalar) -> Type {
        let types = &self.types;
        match scalar {
            Scalar::Int(bits) => types.int(bits),
            Scalar::Float(bits) => types.float(bits),
            Scalar::Bool => types.i1,
            Scalar::Pointer => types.ptr,
            Scalar::Vector(ty) => self.memory_type(ty),
            Scalar::FloatPack { bits, lanes } => types.vector(types.float(bits), lanes),
        }
    }

    /// The type by which a scalar is loaded and stored: Bools are bytes.
    pub fn memory_type(&self, ty: Ty) -> Type {
        match ty.data() {
            TyData::Bool => self.types.i8,
            TyData::Vector { element, lanes } => self.types.vector(self.memory_type(*element), *lanes),
            _ if ty.is_scalar() => self.register_type(ty),
            _ => self.types.bytes(ty.size()),
        }
    }
}

/// Whether frames may have to be found for a backtrace. A whole program that nothing can go wrong in installs no fault handler (see
/// `hubbub_mir::slim`).
fn can_panic(program: &Program) -> bool {
    let has = |symbol: &str| program.procedures.contains_key(&Name::new(symbol));
    has("hb_rt_install_fault_handler") || !has("hb_program_main")
}

fn function_attributes(shared: &Shared, types: &Types) -> Vec<MadeAttribute> {
    let optimizes = shared.options.level.optimizes();
    let mut attributes = vec![Attribute::NoUnwind];
    if optimizes {
        // Null is found by the guard page: an access through it must not be taken for unreachable.
        attributes.push(Attribute::NullPointerIsValid);
    }
    if can_panic(shared.program) {
        attributes.push(Attribute::UnwindTable);
    }
    match shared.options.level {
        Level::Os => attributes.push(Attribute::OptimizeForSize),
        Level::Oz => attributes.extend([Attribute::OptimizeForSize, Attribute::MinimizeSize]),
        _ => {}
    }
    match shared.options.sanitizer {
        Some(Sanitizer::Address) => attributes.push(Attribute::SanitizeAddress),
        Some(Sanitizer::Thread) => attributes.push(Attribute::SanitizeThread),
        None => {}
    }
    let mut made: Vec<_> = attributes.into_iter().map(|attribute| attribute.make(types)).collect();
    let mut text = |key: &str, value: &str| made.push(MadeAttribute::text(types, key, value));
    // The inliner compares these; without it the target machine's own do.
    if optimizes {
        text("target-cpu", &shared.target.cpu);
    }
    if optimizes && !shared.target.features.is_empty() {
        text("target-features", &shared.target.features);
    }
    if !shared.options.level.is_whole_program() {
        text("frame-pointer", "all");
    }
    if shared.target.is_elf() {
        // A frame bigger than the guard page must not step over it.
        text("probe-stack", "inline-asm");
    }
    made
}

/// What a pointer type points to.
pub fn address_of(ty: Ty) -> Option<Ty> {
    match ty.data() {
        TyData::Pointer { pointee } => *pointee,
        _ => None,
    }
}

/// Whether C's library gives memory under this name. LLVM takes it that such a call cannot fail where nothing but that is looked at, and leaves it out;
/// here a program that asks for more than there is hears of it at every level of optimisation.
pub fn gives_memory(symbol: Name) -> bool {
    matches!(symbol.as_str(), "malloc" | "calloc" | "realloc" | "aligned_alloc" | "memalign")
}
