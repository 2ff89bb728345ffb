//! Values of compile time.

use std::sync::Arc;

use hubbub_base::define_id;
use num_bigint::BigInt;
use num_rational::BigRational;

use super::graph::Graph;
use super::types::{DeclId, InstanceId, TypeId};

define_id!(
    /// An interned value of compile time. Numbers depend on thread timing.
    pub struct ValueId,
    "value"
);

/// A value of compile time; its type stands beside it ([`TypedValue`]).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Value {
    /// Integers, enums, runes (by number); exact while the type is a literal's.
    Integer(BigInt),
    /// An exact literal.
    ExactFloat(BigRational),
    /// The literal `-0.0`: zero, but with the sign that a float can hold.
    NegativeZero,
    /// A float of a float type, by the bits of the f64 that equals it (f16 and f32 widen exactly).
    Float(u64),
    Bool(bool),
    /// The bytes of a string.
    String(Arc<[u8]>),
    /// `null` of a pointer or procedure type.
    Null,
    /// A type.
    Type(TypeId),
    /// A procedure.
    Procedure(InstanceId),
    /// The default value of its type, which is all bits zero.
    Zero,
    /// Anything else: the bytes that it has in memory.
    Static(Arc<Static>),
    /// A generic parameter in the check of a generic body that is made once. Never reaches lowering.
    Parameter {
        /// The declaration whose parameter it is.
        decl: DeclId,
        /// The how many-th, those of its parents first.
        index: u32,
    },
    /// Depends on a generic parameter in a way not known before there are arguments. Never reaches lowering.
    Dependent,
}

/// A value and its type.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TypedValue {
    /// Its type.
    pub ty: TypeId,
    /// The value.
    pub value: Value,
}

/// Bytes as they lie in memory, with addresses in them.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Static {
    /// The first bytes; the rest up to the size is zero. Bytes under an address are zero.
    pub bytes: Vec<u8>,
    /// Addresses by ascending offset.
    pub addresses: Vec<Address>,
}

/// An address within static bytes.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Address {
    /// Where its eight bytes lie.
    pub offset: u64,
    /// What it is the address of.
    pub target: Target,
    /// Bytes behind the beginning of the target.
    pub addend: u64,
}

/// What an address in static bytes leads to.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Target {
    /// A procedure: the address of its own code.
    Procedure(InstanceId),
    /// What C code calls for a procedure: its entry thunk, or the code itself where that has C's convention.
    Entry(InstanceId),
    /// A top-level variable.
    Variable(InstanceId),
    /// A type, as the run-time value of type `Type`: its type information.
    Type(TypeId),
    /// Read-only bytes without a name and without an identity of their own: literals. Alignment in bytes.
    Data { data: Arc<Static>, size: u64, align: u32 },
    /// An object that compile-time execution has made.
    Piece { graph: Arc<Graph>, index: u32 },
    /// Within a graph: another piece of it.
    Inner(u32),
}
