//! Declarations, instances and types.
//!
//! A *declaration* is written once; an *instance* is a declaration with its generic arguments (none for most). Types,
//! procedures, constants and variables are all reached through instances, so generics need no code of their own
//! behind the checker.

use std::sync::OnceLock;

use hashbrown::HashMap;
use hubbub_base::{Name, define_id};
use hubbub_syntax::tree::view::Abi;

use super::value::ValueId;

define_id!(
    /// A module, which is a file; numbered in an order that no thread can change.
    pub struct ModuleId,
    "module"
);
define_id!(
    /// A declaration (top level or within a body), numbered by module and position.
    pub struct DeclId,
    "decl"
);
define_id!(
    /// A declaration with its generic arguments. Numbers depend on thread timing.
    pub struct InstanceId,
    "instance"
);
define_id!(
    /// A type. Numbers depend on thread timing.
    pub struct TypeId,
    "type"
);

/// What an instance stands for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Instance {
    /// The declaration.
    pub decl: DeclId,
    /// Arguments of its generic parameters, those of enclosing declarations first.
    pub arguments: Box<[Argument]>,
    /// `None` for the declaration itself, else the number of the node of a procedure literal within it.
    pub literal: Option<u32>,
}

/// A generic argument.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Argument {
    /// A type.
    Type(TypeId),
    /// A value of compile time.
    Value(ValueId),
}

/// What a type is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum TypeKind {
    /// Stands where a mistake was: fits everything, provokes no further message.
    Error,
    /// `i8` … `u128`; `Int` is `i64`, `UInt` is `u64`.
    Int {
        bits: u16,
        signed: bool,
    },
    /// `f16 f32 f64`.
    Float {
        bits: u16,
    },
    Bool,
    Rune,
    /// No value.
    Void,
    /// Control does not come back.
    Never,
    String,
    CString,
    Pointer(TypeId),
    Array {
        element: TypeId,
        length: u64,
    },
    Slice(TypeId),
    Simd {
        element: TypeId,
        lanes: u32,
    },
    Soa {
        element: TypeId,
        length: u64,
    },
    /// A procedure value.
    Procedure(ProcedureType),
    /// `struct`, an instance of its declaration.
    Struct(InstanceId),
    Enum(InstanceId),
    /// `union`, tagged or `#raw`. `Maybe{T}` is [`TypeKind::Maybe`].
    Union(InstanceId),
    Distinct(InstanceId),
    Maybe(TypeId),
    Any,
    /// A type as a value.
    Type,
    /// A literal that has not met its type yet (exact).
    LiteralInt,
    LiteralFloat,
    LiteralRune,
    LiteralString,
    /// `null` that has not met its type yet.
    LiteralNull,
    /// Several results of one call (or none: that is `Void`).
    Results(Box<[TypeId]>),
    /// A generic parameter in the check of a generic body that is made once: fits nothing and everything that depends on it.
    Parameter {
        decl: DeclId,
        index: u32,
        name: Name,
    },
    /// A type that depends on a generic parameter in a way not known before there are arguments.
    Dependent,
    /// `Array{T, N}`, `Simd{T, N}`, `Soa{T, N}` whose length is a generic parameter.
    Counted {
        constructor: Constructor,
        element: TypeId,
        length: ValueId,
    },
    /// A module, as the left side of a point.
    Module(ModuleId),
    /// An overload set that waits for its use, or a procedure's name: see the expression that has it.
    OverloadSet,
}

/// Types of the language that take arguments.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Constructor {
    Pointer,
    Array,
    Slice,
    Simd,
    Soa,
    Maybe,
}

/// The type of a procedure; names and defaults are no part of it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ProcedureType {
    /// The convention.
    pub abi: Abi,
    /// Types of parameters; a variadic `..T` is its `Slice{T}`.
    pub parameters: Box<[TypeId]>,
    /// Types of results.
    pub results: Box<[TypeId]>,
    /// C's `..` behind the others.
    pub is_c_variadic: bool,
}

/// A procedure's signature with all that a call needs to know.
#[derive(Clone, PartialEq, Debug)]
pub struct Signature {
    /// Its type, with all parameters.
    pub ty: TypeId,
    /// The type that it has as a value: without the parameters that are given by name only, for whoever calls a value knows no names.
    pub value_ty: TypeId,
    /// Parameters in order.
    pub parameters: Box<[Parameter]>,
    /// Types of results.
    pub results: Box<[TypeId]>,
    /// The convention.
    pub abi: Abi,
    /// C's `..`.
    pub is_c_variadic: bool,
}

/// A parameter.
#[derive(Clone, PartialEq, Debug)]
pub struct Parameter {
    /// Its name, for named arguments.
    pub name: Name,
    /// Its type; for `..T` it is `Slice{T}`.
    pub ty: TypeId,
    /// `..T`.
    pub is_variadic: bool,
    /// Whether there is a default; it is checked at the call, in the scope of the declaration.
    pub has_default: bool,
    /// The address of the place of the call (`Pointer{Source_Location} = #caller-location`): given by name only, so that it does not get in the
    /// way of other arguments.
    pub is_by_name: bool,
}

/// Size, alignment and the place of every field, as the target has them (C's rules).
#[derive(Clone, PartialEq, Debug)]
pub struct Layout {
    /// Bytes, a multiple of `align`.
    pub size: u64,
    /// Bytes.
    pub align: u32,
    /// Offsets of fields of structs; for unions one per case, the payload's.
    pub offsets: Box<[u64]>,
    /// Unions: where the tag lies; `None` when a null pointer stands for the member without payload (`Maybe{Pointer{T}}`).
    pub tag_offset: Option<u64>,
    /// Unions: bits of the tag, an unsigned integer that counts the cases from 0.
    pub tag_bits: u16,
    /// How deep values are nested in it: later phases follow types into their parts.
    pub depth: u16,
}

/// The fields of a struct or the cases of a union.
#[derive(Clone, PartialEq, Debug)]
pub struct Fields {
    /// In order of declaration; `using` fields stand here too.
    pub fields: Box<[FieldInfo]>,
    /// `#raw` unions, `#packed` structs, `#flags` enums do not appear here: see [`TypeAttributes`].
    pub attributes: TypeAttributes,
    /// Whether a field is `using`.
    pub has_using: bool,
    by_name: NameIndex,
}

impl Fields {
    /// Fields in their order.
    pub fn new(fields: Box<[FieldInfo]>, attributes: TypeAttributes) -> Self {
        let has_using = fields.iter().any(|field| field.is_using);
        Self { fields, attributes, has_using, by_name: NameIndex::default() }
    }

    /// The index of the field or case of this name.
    pub fn position(&self, name: Name) -> Option<usize> {
        self.by_name.position(name, self.fields.iter().map(|field| field.name))
    }
}

/// Where names stand in a list, found by a table where the list is long.
#[derive(Clone, PartialEq, Default, Debug)]
struct NameIndex(OnceLock<HashMap<Name, u32, foldhash::fast::FixedState>>);

/// Names that are looked through one by one.
const NAMES_WITHOUT_TABLE_MAX: usize = 16;

impl NameIndex {
    fn position(&self, name: Name, mut names: impl ExactSizeIterator<Item = Name>) -> Option<usize> {
        if names.len() <= NAMES_WITHOUT_TABLE_MAX {
            return names.position(|own| own == name);
        }
        let table = self.0.get_or_init(|| {
            let mut table = HashMap::with_capacity_and_hasher(names.len(), foldhash::fast::FixedState::with_seed(11));
            for (name, index) in names.zip(0..) {
                table.entry(name).or_insert(index);
            }
            table
        });
        table.get(&name).map(|index| *index as usize)
    }
}

/// One field or case.
#[derive(Clone, PartialEq, Debug)]
pub struct FieldInfo {
    /// Its name.
    pub name: Name,
    /// Its type; [`TypeKind::Void`] for a case without payload.
    pub ty: TypeId,
    /// Whether a default is written; its value is a demand of its own, `Sema::field_default`.
    pub has_default: bool,
    /// `using`: its own fields are found through the outer struct.
    pub is_using: bool,
    /// What `#tag "…"` says.
    pub tag: Option<Name>,
    /// What `#align(n)` says: at least that much; 0 without.
    pub align: u32,
    /// Byte offset of its name in the module's file.
    pub at: u32,
}

/// Members of an enum.
#[derive(Clone, PartialEq, Debug)]
pub struct Members {
    /// Type of the representation.
    pub backing: TypeId,
    /// `#flags`.
    pub is_flags: bool,
    /// In order of declaration: name, value, byte offset of the name.
    pub members: Box<[(Name, i128, u32)]>,
    by_name: NameIndex,
}

impl Members {
    /// Members in their order.
    pub fn new(backing: TypeId, is_flags: bool, members: Box<[(Name, i128, u32)]>) -> Self {
        Self { backing, is_flags, members, by_name: NameIndex::default() }
    }

    /// The value of the member of this name.
    pub fn value(&self, name: Name) -> Option<i128> {
        let index = self.by_name.position(name, self.members.iter().map(|(name, ..)| *name))?;
        self.members.get(index).map(|(_, value, _)| *value)
    }
}

/// Attributes that change a type's layout or meaning.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct TypeAttributes {
    /// `#packed`: no padding.
    pub is_packed: bool,
    /// `#align(n)`: at least that much; 0 without.
    pub align: u32,
    /// `union #raw`.
    pub is_raw: bool,
    /// `#error`: the default value means success.
    pub is_error: bool,
    /// `#must-use`.
    pub must_use: bool,
}
