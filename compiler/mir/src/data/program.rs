//! Everything that becomes an object file or is interpreted: procedures, globals, aggregates, by symbol.
//!
//! All maps are sorted by symbol once lowering is done, so that what is made from them is the same from run to run.

use hubbub_base::{FileId, Name};
use indexmap::IndexMap;

use super::body::Body;
use super::ty::{Signature, Ty};

/// A program, free of generics.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    /// Procedures by symbol, foreign ones included.
    pub procedures: IndexMap<Name, Procedure>,
    /// Global variables and static data by symbol.
    pub globals: IndexMap<Name, Global>,
    /// Fields of aggregates and members of enums by the name of their type.
    pub aggregates: IndexMap<Name, Aggregate>,
    /// Libraries to link with (`#foreign-library`), as written.
    pub libraries: Vec<String>,
}

/// A procedure.
#[derive(Clone, Debug, PartialEq)]
pub struct Procedure {
    /// Unique in the program: `Trees.build`, `List.push{Int}`; for foreign and exported ones the symbol of the object file.
    pub symbol: Name,
    /// The name for people and debuggers: `build`.
    pub name: Name,
    /// The module that it is declared in; units are dealt by it.
    pub module: Name,
    /// Parameters and results.
    pub signature: Signature,
    /// Who sees it.
    pub linkage: Linkage,
    /// Wishes about inlining.
    pub inline: InlineHint,
    /// `#cold`, or a procedure that never returns.
    pub is_cold: bool,
    /// Whether control never comes back from it.
    pub is_never: bool,
    /// Where its name stands in the source.
    pub file: FileId,
    /// Byte offset of its name.
    pub at: u32,
    /// `None` for foreign procedures.
    pub body: Option<Body>,
}

/// Who sees a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Linkage {
    /// This program only.
    Internal,
    /// `#export`, and what the runtime calls.
    Exported,
    /// Defined elsewhere.
    Foreign,
    /// As `Foreign`, and may be missing (its address is null then).
    ForeignWeak,
}

/// Wishes about inlining.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InlineHint {
    /// As the optimiser likes.
    Auto,
    /// `#inline`, from -O1 on.
    Always,
    /// `#no-inline`.
    Never,
}

/// A variable or a piece of static data.
#[derive(Clone, Debug, PartialEq)]
pub struct Global {
    /// Unique in the program.
    pub symbol: Name,
    /// The name for people; `None` for static data without one (strings).
    pub name: Option<Name>,
    /// Its type.
    pub ty: Ty,
    /// Alignment in bytes, at least the type's.
    pub align: u32,
    /// Contents at start; unused for foreign ones.
    pub data: StaticData,
    /// Constants and literals lie in read-only memory.
    pub is_constant: bool,
    /// One for each thread.
    pub is_thread_local: bool,
    /// Who sees it.
    pub linkage: Linkage,
}

/// Bytes with addresses in them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct StaticData {
    /// The first bytes; what follows up to the size of the type is zero. Bytes under a relocation are zero.
    pub bytes: Vec<u8>,
    /// Addresses, by offset in ascending order.
    pub relocations: Vec<Relocation>,
}

/// An address within static data.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Relocation {
    /// Where the eight bytes of the address lie.
    pub offset: u64,
    /// What they point to: a global or procedure of the program.
    pub symbol: Name,
    /// Bytes behind its beginning.
    pub addend: u64,
}

/// The inside of an aggregate or enum type.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregate {
    /// The type's name.
    pub name: Name,
    /// Bytes.
    pub size: u64,
    /// Bytes.
    pub align: u32,
    /// What it is in the source.
    pub kind: AggregateKind,
    /// Fields in order; those of unions overlap.
    pub fields: Vec<Field>,
    /// Members, for enums.
    pub members: Vec<Member>,
}

/// What an aggregate is in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AggregateKind {
    /// Fields one behind the other: structs, strings, slices, closures.
    Struct,
    /// Field 0 is the tag, the others are payloads that overlap.
    Union,
    /// `union #raw`: all fields at offset 0.
    RawUnion,
    /// No fields, but members.
    Enum,
}

/// A field of an aggregate.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: Ty,
    /// Bytes from the beginning.
    pub offset: u64,
}

/// A member of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its name.
    pub name: Name,
    /// Its value.
    pub value: i128,
}

impl Aggregate {
    /// Whether it is an enum: members, no fields.
    pub fn is_enum(&self) -> bool {
        self.kind == AggregateKind::Enum
    }
}
