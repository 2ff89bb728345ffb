//! Declarations and modules as tables.

use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

use hashbrown::HashMap;
use hubbub_base::table::Run;
use hubbub_base::{FileId, Name};
use hubbub_syntax::tree::view::OperatorName;
use hubbub_syntax::{NodeId, Tree};

use crate::data::types::{DeclId, InstanceId, ModuleId};
use crate::load::Embedded;

/// A declaration: top level, or a constant, type or procedure within a body.
#[derive(Debug)]
pub struct Decl {
    /// Its module.
    pub module: ModuleId,
    /// What declares it: a constant, variable, import, operator … node.
    pub node: NodeId,
    /// What stands right of `::`, where there is such a thing; else `node`.
    pub value: NodeId,
    /// Its name; operators and other nameless things have the empty name.
    pub name: Name,
    /// Byte offset of its name (of its beginning, without one).
    pub at: u32,
    /// What it is.
    pub kind: DeclKind,
    /// `#private`, or not at top level.
    pub is_private: bool,
    /// What else there is to know.
    pub(crate) marks: Marks,
    /// The declaration whose body it stands in.
    pub parent: Option<DeclId>,
    /// How many generic parameters it has, those of its parents first.
    pub generic_count: u16,
    /// How many of them are its parents'.
    pub inherited_generic_count: u16,
    /// Of several variables or constants declared at once, the how many-th.
    pub index: u16,
    /// Where it can be seen, for declarations in bodies: the bytes of the innermost block.
    pub visible: (u32, u32),
    pub(crate) plain: OnceLock<InstanceId>,
}

/// Answers about a declaration in one byte: there are many declarations, and most have no attributes to be looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Marks(u8);

impl Marks {
    pub fn new(is_alias: bool, has_attributes: bool, has: impl Fn(&str) -> bool) -> Self {
        let has = |name| u8::from(has_attributes && has(name));
        Self(u8::from(is_alias) | u8::from(has_attributes) << 1 | has("deprecated") << 2 | has("export") << 3)
    }

    /// Its value is a path, so it may be another name of something that is no value.
    pub fn is_alias(self) -> bool {
        self.0 & 1 != 0
    }

    /// It has attributes of its own, or what stands right of `::` has some.
    pub fn has_attributes(self) -> bool {
        self.0 & 2 != 0
    }

    /// `#deprecated`.
    pub fn is_deprecated(self) -> bool {
        self.0 & 4 != 0
    }

    /// `#export`.
    pub fn is_exported(self) -> bool {
        self.0 & 8 != 0
    }
}

/// What a declaration is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeclKind {
    Procedure,
    Operator(OperatorName),
    Struct,
    Enum,
    Union,
    Distinct,
    /// `#type …`, or a procedure's signature alone.
    TypeAlias,
    /// Any other constant, which may turn out to be a type or another name of something.
    Constant,
    Variable,
    /// `M :: #import "M"`.
    Module(ModuleId),
    ForeignLibrary,
    /// `#add-context`.
    ContextField,
    /// Top-level `#run`.
    Run,
    /// Top-level `#assert`.
    Assert,
}

/// A module.
#[derive(Debug)]
pub struct Module {
    /// Its file; files and modules are numbered alike.
    pub file: FileId,
    /// Its name, unique in the program: as imported, `Shapes`, `Dir/Name`.
    pub name: Name,
    /// Itself, or the Prelude for the files in which that is continued: they have one scope, one name and one privacy.
    pub whole: ModuleId,
    /// Its tree.
    pub tree: Tree,
    /// Its top-level items, without the branches of `#if` that are not taken.
    pub items: Vec<NodeId>,
    /// Its imports.
    pub imports: Vec<Import>,
    /// Files that its `#embed`s name, by node.
    pub embedded: Vec<(NodeId, Embedded)>,
    /// It belongs to the standard library.
    pub is_library: bool,
    /// It was found through a search folder: it belongs to somebody else.
    pub is_dependency: bool,
    /// Declarations of this module: all ids from the first to before the last.
    pub decls: std::ops::Range<u32>,
    /// What top-level names mean: runs of [`Module::sets`]. Those of the Prelude's other files stand in the Prelude's.
    pub(crate) scope: HashMap<Name, Run, foldhash::fast::FixedState>,
    /// Declarations of one name side by side, as offsets from the first of [`Module::decls`], modulo 2³².
    pub(crate) sets: Vec<u32>,
    /// Names that several declarations have which are not all procedures: these have been reported, and what is said of uses would follow.
    pub(crate) clashes: Vec<Name>,
    /// Its operators.
    pub(crate) operators: Vec<(OperatorName, DeclId)>,
    /// Declarations within bodies by name.
    pub(crate) nested: HashMap<Name, Vec<DeclId>, foldhash::fast::FixedState>,
    /// Which declaration stands at a node of a body (the first one of several), sorted by node.
    pub(crate) at_nodes: Vec<(NodeId, DeclId)>,
    /// What unqualified imports let it see.
    pub(crate) visible: Vec<Visible>,
    /// What of this its `#public` imports hand on.
    pub(crate) handed_on: Vec<Visible>,
}

/// A module whose public names can be seen.
#[derive(Clone, Debug)]
pub(crate) struct Visible {
    pub module: ModuleId,
    /// All names, or these.
    pub names: Option<Box<[Name]>>,
    /// Which import brings them.
    pub import: u32,
}

/// An import.
#[derive(Debug)]
pub struct Import {
    /// Where it stands.
    pub node: NodeId,
    /// What it imports; `None` when there is no such module (reported already).
    pub module: Option<ModuleId>,
    /// `M :: #import …`.
    pub alias: Option<NodeId>,
    /// `#import "Name" (a, b)`.
    pub names: Vec<NodeId>,
    /// `#public`.
    pub is_public: bool,
    /// Whether something was found through it.
    pub is_used: AtomicBool,
}
