//! Types of MIR: what decides layout, arithmetic and debug information, nothing else.
//!
//! Sizes are those of the target; all supported targets have 64-bit pointers. Aggregates are nominal: the type
//! holds name, size and alignment, [`super::program::Program::aggregates`] their fields. So types may be recursive
//! through pointers while every type is finite.

use std::sync::LazyLock;

use hubbub_base::Name;
use hubbub_base::sharded::Sharded;

/// An interned type. Numbers depend on thread timing: compare for equality only.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ty(u32);

/// What a type is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum TyData {
    /// An integer of 8, 16, 32, 64 or 128 bits.
    Int { bits: u16, signed: bool },
    /// IEEE 754 of 16, 32 or 64 bits.
    Float { bits: u16 },
    /// One byte, 0 or 1.
    Bool,
    /// A Unicode scalar value in 32 bits.
    Rune,
    /// An enum, stored as its backing integer; members in [`super::program::Program::aggregates`].
    Enum { name: Name, bits: u16, signed: bool },
    /// A pointer; the pointee serves debug information and printing only (`None`: to anything).
    Pointer { pointee: Option<Ty> },
    /// A pointer to code.
    Procedure(Signature),
    /// `length` elements one behind the other.
    Array { element: Ty, length: u64 },
    /// A vector register of numbers, pointers or Bools.
    Vector { element: Ty, lanes: u32 },
    /// A struct, union, string, slice, closure …: fields at offsets. Size is a multiple of the alignment.
    Aggregate { name: Name, size: u64, align: u32 },
}

/// Parameters and results of a procedure. A closure's environment is an ordinary first parameter.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Signature {
    /// The convention; with [`Abi::Hubbub`] a context goes along.
    pub abi: Abi,
    /// Types of the parameters.
    pub parameters: Box<[Ty]>,
    /// Types of the results; with [`Abi::C`] at most one.
    pub results: Box<[Ty]>,
    /// Whether C's `...` follows.
    pub is_variadic: bool,
}

/// Calling conventions.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Abi {
    /// Hubbub's: the context in a reserved register, aggregates taken apart (`docs/reference/abi.md`).
    Hubbub,
    /// The platform's C convention.
    C,
}

static TYPES: LazyLock<Sharded<TyData>> = LazyLock::new(Sharded::new);

impl Ty {
    /// The type with this content.
    pub fn new(data: TyData) -> Self {
        Self(TYPES.intern_value(data))
    }

    /// The content.
    #[inline]
    pub fn data(self) -> &'static TyData {
        const MISSING: &TyData = &TyData::Bool;
        TYPES.get(self.0).unwrap_or(MISSING)
    }

    /// An integer type.
    pub fn int(bits: u16, signed: bool) -> Self {
        Self::new(TyData::Int { bits, signed })
    }

    /// `i64`: lengths, indices.
    pub fn i64() -> Self {
        Self::int(64, true)
    }

    /// A pointer to anything.
    pub fn pointer() -> Self {
        Self::new(TyData::Pointer { pointee: None })
    }

    /// A pointer to `pointee`.
    pub fn pointer_to(pointee: Ty) -> Self {
        Self::new(TyData::Pointer { pointee: Some(pointee) })
    }

    /// `Bool`.
    pub fn bool() -> Self {
        Self::new(TyData::Bool)
    }

    /// Bytes of a value in memory.
    pub fn size(self) -> u64 {
        match self.data() {
            TyData::Int { bits, .. } | TyData::Float { bits } | TyData::Enum { bits, .. } => u64::from(*bits / 8),
            TyData::Bool => 1,
            TyData::Rune => 4,
            TyData::Pointer { .. } | TyData::Procedure(_) => 8,
            TyData::Array { element, length } => element.size().saturating_mul(*length),
            TyData::Vector { element, lanes } => (element.size() * u64::from(*lanes)).next_power_of_two(),
            TyData::Aggregate { size, .. } => *size,
        }
    }

    /// Alignment of a value in memory, in bytes.
    pub fn align(self) -> u32 {
        match self.data() {
            TyData::Array { element, .. } => element.align(),
            TyData::Vector { .. } => self.size().min(64) as u32,
            TyData::Aggregate { align, .. } => *align,
            _ => self.size() as u32,
        }
    }

    /// Whether a value is one LLVM value: a number, Bool, rune, enum, pointer or vector.
    pub fn is_scalar(self) -> bool {
        !matches!(self.data(), TyData::Array { .. } | TyData::Aggregate { .. })
    }

    /// Whether arithmetic on it is signed.
    pub fn is_signed(self) -> bool {
        matches!(self.data(), TyData::Int { signed: true, .. } | TyData::Enum { signed: true, .. })
    }
}

impl std::fmt::Debug for Ty {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.data().fmt(f)
    }
}
