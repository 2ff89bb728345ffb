//! The session of the checker: owns modules, trees, interned things, what has been demanded, and the diagnostics.
//!
//! [`Sema`] is shared by all threads and never changes but by filling cells, each once. What can be asked stands in the
//! module of each question: names in [`crate::names::lookup`], types in [`crate::resolve`], signatures in
//! [`crate::signature`], constants in [`crate::constants`], layouts in [`crate::layout`].

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock};

use hubbub_base::table::Id;
use hubbub_base::{FileId, Name, SourceMap, Span, Table};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::condition::BuildConstants;
use hubbub_syntax::{NodeId, Tree, View};
use rayon::prelude::*;

use crate::check::scratch::ScratchPool;
use crate::data::typed::TypedBody;
use crate::data::types::{Argument, DeclId, Instance, InstanceId, ModuleId, TypeId, TypeKind};
use crate::data::value::{TypedValue, ValueId};
use crate::known::Known;
use crate::load::LoadedProgram;
use crate::names::collect::{Collected, collect};
use crate::names::lookup::Lookup;
use crate::names::recent::SessionNumber;
use crate::names::sets::Sets;
use crate::record::{Record, Wanted};
use crate::store::decls::{Decl, DeclKind, Module};
use crate::store::instances::{InstanceEntry, Instances};
use crate::store::types::{TypeFacts, Types};
use crate::store::values::Values;

/// Runs code at compile time; the driver fills it with the interpreter.
pub trait CompileTime: Send + Sync {
    /// The how many-th result of a body without parameters. An `Err` is reported by the caller.
    ///
    /// # Errors
    /// What went wrong, with the calls that led there.
    fn evaluate(&self, sema: &Sema, body: Arc<TypedBody>, result: u16) -> Result<TypedValue, Box<Diagnostic>>;

    /// Whether a text is a regular expression; `options` are the bits of `Option` of the module `Regex`.
    ///
    /// # Errors
    /// The byte of the pattern where it goes wrong, and why.
    fn check_pattern(&self, pattern: &[u8], options: u64) -> Result<(), (usize, String)>;
}

/// Everything the checker knows.
pub struct Sema {
    /// The files; module n is file n.
    pub sources: Arc<SourceMap>,
    /// The modules.
    pub modules: Table<ModuleId, Module>,
    /// All declarations, by module and position.
    pub decls: Table<DeclId, Decl>,
    /// The types.
    pub types: Types,
    /// The values of compile time.
    pub values: Values,
    /// The instances.
    pub instances: Instances,
    /// Options that change what is checked.
    pub options: Options,
    /// The interpreter; without one, constants that need calls are errors.
    pub compile_time: OnceLock<Box<dyn CompileTime>>,
    /// What the build says to its program.
    pub build: BuildConstants,
    pub(crate) known: Known,
    pub(crate) number: SessionNumber,
    pub(crate) context_fields: Vec<DeclId>,
    /// Whether any module defines `[]=`: asked at every assignment to `x[i]`.
    pub(crate) has_index_assign: OnceLock<bool>,
    /// Whether a checked body prints an `Any`.
    pub(crate) prints_any: AtomicBool,
    /// Whether the program asks for more of a type than its name, its size and its alignment.
    pub(crate) reads_types: AtomicBool,
    /// Large overload sets.
    pub(crate) sets: Sets,
    /// Memory that checkers of bodies hand on.
    pub(crate) scratch: ScratchPool,
    /// What names mean, by place, for those who asked for it.
    pub(crate) record: Option<Record>,
    pub(crate) diagnostics: Mutex<Vec<Diagnostic>>,
}

/// Options of a session.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Keep checked bodies, for lowering; else each is dropped once it is checked.
    pub keep_bodies: bool,
    /// Once it is set the check ends soon, with what it has found so far: nobody waits for it any more.
    pub is_cancelled: Option<Arc<AtomicBool>>,
    /// Note what names mean while they are checked.
    pub record: Option<Wanted>,
}

/// Where a name or a type expression stands: what it can see.
#[derive(Clone, Copy)]
pub struct Env<'e> {
    /// The module, which gives the tree as well.
    pub module: ModuleId,
    /// The declaration that it stands in.
    pub decl: Option<DeclId>,
    /// Arguments of all generic parameters of that declaration, those of its parents first.
    pub arguments: &'e [Argument],
    /// Names of the body it stands in, asked before all others.
    pub locals: Option<&'e dyn LocalScope>,
}

/// The scopes of a body that is being checked.
pub trait LocalScope {
    /// What a name means there; `None` hands the question on. A local variable is [`Lookup::Local`].
    fn find(&self, name: Name) -> Option<Lookup>;

    /// The names that can be seen, innermost first, for suggestions.
    fn names(&self) -> Vec<Name> {
        Vec::new()
    }
}

thread_local! {
    /// Whether this thread reports nothing.
    static IS_QUIET: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

impl Sema {
    /// A session for a program: collects its declarations and resolves its imports. Its diagnostics begin with those of loading.
    pub fn new(program: LoadedProgram, options: Options) -> Self {
        let collected: Vec<Collected> = program
            .modules
            .into_entries()
            .into_par_iter()
            .enumerate()
            .map(|(index, module)| collect(ModuleId::from_index(index), module))
            .collect();
        let mut decls = Table::with_capacity(collected.iter().map(Collected::decl_count).sum());
        let mut modules = Table::with_capacity(collected.len());
        let mut diagnostics = program.diagnostics;
        for mut module in collected {
            diagnostics.append(&mut module.diagnostics);
            modules.push(module.number(&mut decls));
        }
        crate::names::parts::join(&mut modules, program.prelude);
        let visible: Vec<_> = modules
            .as_slice()
            .par_iter()
            .enumerate()
            .map(|(index, _)| crate::names::imports::visible(&modules, ModuleId::from_index(index)))
            .collect();
        for (module, visible) in modules.iter_mut().zip(visible) {
            module.see(visible);
        }
        let types = Types::new();
        let known = Known::new(&types, program.prelude);
        let is_context_field = |(id, decl): (DeclId, &Decl)| (decl.kind == DeclKind::ContextField).then_some(id);
        let context_fields = decls.iter_ids().filter_map(is_context_field).collect();
        Self {
            sources: Arc::new(program.sources),
            modules,
            decls,
            types,
            values: Values::default(),
            instances: Instances::default(),
            record: options.record.map(Record::new),
            options,
            compile_time: OnceLock::new(),
            build: program.build,
            known,
            number: SessionNumber::next(),
            context_fields,
            has_index_assign: OnceLock::new(),
            prints_any: AtomicBool::new(false),
            reads_types: AtomicBool::new(false),
            scratch: ScratchPool::default(),
            sets: Sets::default(),
            diagnostics: Mutex::new(diagnostics),
        }
    }

    /// Whether nobody waits for the result any more.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.options.is_cancelled.as_ref().is_some_and(|flag| flag.load(std::sync::atomic::Ordering::Relaxed))
    }

    // ---- modules and trees ---------------------------------------------------------------------------------------

    /// The tree of a module.
    #[inline]
    pub fn tree(&self, module: ModuleId) -> &Tree {
        &self.modules[module].tree
    }

    /// What a node of a module says.
    #[inline]
    pub fn view(&self, module: ModuleId, node: NodeId) -> View<'_> {
        self.modules[module].tree.view(node)
    }

    /// The file of a module.
    pub fn file(&self, module: ModuleId) -> FileId {
        self.modules[module].file
    }

    /// The place of a node.
    pub fn span(&self, module: ModuleId, node: NodeId) -> Span {
        let (start, end) = self.tree(module).range(node);
        Span::new(self.file(module), start, end)
    }

    /// The text of a name node; the empty name if it is none.
    #[inline]
    pub fn name_of(&self, module: ModuleId, node: NodeId) -> Name {
        self.tree(module).name(node).unwrap_or(self.known.empty)
    }

    // ---- declarations and instances ------------------------------------------------------------------------------

    /// A declaration.
    #[inline]
    pub fn decl(&self, decl: DeclId) -> &Decl {
        &self.decls[decl]
    }

    /// An instance.
    #[inline]
    pub fn instance(&self, instance: InstanceId) -> &Instance {
        &self.instance_entry(instance).instance
    }

    pub(crate) fn instance_entry(&self, instance: InstanceId) -> &InstanceEntry {
        match self.instances.get(instance) {
            Some(entry) => entry,
            None => unreachable!("{instance} names nothing"),
        }
    }

    /// The declaration of an instance.
    #[inline]
    pub fn decl_of(&self, instance: InstanceId) -> &Decl {
        self.decl(self.instance(instance).decl)
    }

    /// The instance of a declaration with these arguments (of its parents' parameters first).
    pub fn instantiate(&self, decl: DeclId, arguments: &[Argument]) -> InstanceId {
        if arguments.is_empty() && self.decl(decl).generic_count == 0 {
            return *self.decl(decl).plain.get_or_init(|| self.instances.intern(decl, arguments, None));
        }
        self.instances.intern(decl, arguments, None)
    }

    /// Of several variables or constants declared at once the one at `index`, whichever of them `instance` is: they share what gives their values.
    pub fn declared_beside(&self, instance: InstanceId, index: u16) -> InstanceId {
        let Instance { decl, arguments, .. } = self.instance(instance);
        // They have been collected one behind the other.
        let beside = DeclId(decl.0 - u32::from(self.decl(*decl).index) + u32::from(index));
        let is_beside = |found: &Decl| (found.module, found.node) == (self.decl(*decl).module, self.decl(*decl).node);
        if self.decls.get(beside).is_some_and(is_beside) { self.instantiate(beside, arguments) } else { instance }
    }

    /// The procedure literal at a node of the body (or value, default, type …) of `owner`.
    pub fn literal_instance(&self, owner: InstanceId, literal: NodeId) -> InstanceId {
        let instance = self.instance(owner);
        self.instances.intern(instance.decl, &instance.arguments, Some(literal.0))
    }

    /// What the inside of an instance's declaration can see.
    pub fn env(&self, instance: InstanceId) -> Env<'_> {
        let instance = self.instance(instance);
        let module = self.decl(instance.decl).module;
        Env { module, decl: Some(instance.decl), arguments: &instance.arguments, locals: None }
    }

    /// Where a declaration stands: its name, or its beginning.
    pub fn decl_span(&self, decl: DeclId) -> Span {
        let decl = self.decl(decl);
        let text = decl.name.as_str();
        Span::new(self.file(decl.module), decl.at, decl.at + text.len() as u32)
    }

    /// Arguments of a declaration's attribute `#name`, if it has it. Names are written with `_`.
    pub fn attribute(&self, decl: DeclId, name: &str) -> Option<&[NodeId]> {
        let decl = self.decl(decl);
        if !decl.marks.has_attributes() {
            return None;
        }
        let wanted = Name::new(name);
        self.attributes(decl).find_map(|(name, arguments)| (name == wanted).then_some(arguments))
    }

    /// The operation of MIR that a procedure is, as `#intrinsic "name"` says.
    pub fn intrinsic(&self, decl: DeclId) -> Option<Name> {
        let name = self.attribute(decl, "intrinsic")?.first()?;
        self.string_literal(self.decl(decl).module, *name).map(|name| Name::new(&name))
    }

    /// All attributes of a declaration: those behind it and those of what stands right of `::`.
    pub fn attributes<'s>(&'s self, decl: &Decl) -> impl Iterator<Item = (Name, &'s [NodeId])> {
        let tree = self.tree(decl.module);
        let outer = tree.attributes(decl.node);
        let inner = if decl.value == decl.node { &[][..] } else { tree.attributes(decl.value) };
        outer.iter().chain(inner).filter_map(|node| match tree.view(*node) {
            View::Attribute { name, arguments } => Some((name, arguments)),
            _ => None,
        })
    }

    // ---- types and values ------------------------------------------------------------------------------------------

    /// The type of this kind.
    pub fn intern(&self, kind: TypeKind) -> TypeId {
        let facts = self.types.facts_of(&kind, &self.instances, &self.values);
        self.types.intern_with(kind, facts)
    }

    /// What a type is.
    #[inline]
    pub fn kind(&self, ty: TypeId) -> &TypeKind {
        self.types.get(ty)
    }

    /// Facts about a type.
    #[inline]
    pub fn facts(&self, ty: TypeId) -> TypeFacts {
        self.types.facts(ty)
    }

    /// `Pointer{T}`.
    pub fn pointer_to(&self, ty: TypeId) -> TypeId {
        self.intern(TypeKind::Pointer(ty))
    }

    /// `Slice{T}`.
    pub fn slice_of(&self, ty: TypeId) -> TypeId {
        self.intern(TypeKind::Slice(ty))
    }

    /// A value with its type.
    pub fn value(&self, value: ValueId) -> Option<&TypedValue> {
        self.values.get(value)
    }

    // ---- diagnostics -------------------------------------------------------------------------------------------------

    /// Reports a diagnostic. The same one reported twice is shown once.
    pub fn report(&self, diagnostic: Diagnostic) {
        if Self::is_giving_up() || IS_QUIET.get() {
            return;
        }
        let diagnostic = self.with_frames(diagnostic);
        self.diagnostics.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(diagnostic);
    }

    /// Computes what may have mistakes that are nobody's: of those nothing is said.
    pub fn quietly<T>(compute: impl FnOnce() -> T) -> T {
        let was_quiet = IS_QUIET.replace(true);
        let value = compute();
        IS_QUIET.set(was_quiet);
        value
    }

    /// A diagnostic at a node; report it with [`Sema::report`].
    pub fn error_at(&self, module: ModuleId, node: NodeId, kind: Kind, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(kind, self.span(module, node), message)
    }

    /// What has been reported, by module and position, each once.
    pub fn take_diagnostics(&self) -> Vec<Diagnostic> {
        let mut sink = self.diagnostics.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut all = std::mem::take(&mut *sink);
        all.sort_by(|a, b| {
            let by_place = a.place().cmp(&b.place()).then_with(|| a.kind.cmp(&b.kind));
            by_place.then_with(|| a.message.cmp(&b.message)).then_with(|| a.frames.len().cmp(&b.frames.len()))
        });
        all.dedup_by(|b, a| a.is_same(b));
        all
    }
}

impl Decl {
    /// Whether it is a procedure or an operator.
    pub fn is_procedure(&self) -> bool {
        matches!(self.kind, DeclKind::Procedure | DeclKind::Operator(_))
    }
}
