//! How values of MIR types are held: in one register, in two, or in memory.
//!
//! A register has 64 bits. Integers of up to 64 bits are held extended to 64, by their sign or by zeros, so that
//! comparisons and most operators need not know the width; floats by their bits; 128-bit integers in two registers, low half first.

use hubbub_mir::{Ty, TyData};

/// The type of a value that fits a register, or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scalar {
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
    Pointer,
    F16,
    F32,
    F64,
    I128,
    U128,
}

impl Scalar {
    /// The scalar that a type is; `None` for aggregates, arrays and vectors.
    pub fn of(ty: Ty) -> Option<Self> {
        match ty.data() {
            TyData::Int { bits, signed } | TyData::Enum { bits, signed, .. } => Self::int(*bits, *signed),
            TyData::Float { bits: 16 } => Some(Scalar::F16),
            TyData::Float { bits: 32 } => Some(Scalar::F32),
            TyData::Float { .. } => Some(Scalar::F64),
            TyData::Bool => Some(Scalar::U8),
            TyData::Rune => Some(Scalar::U32),
            TyData::Pointer { .. } | TyData::Procedure(_) => Some(Scalar::Pointer),
            TyData::Array { .. } | TyData::Vector { .. } | TyData::Aggregate { .. } => None,
        }
    }

    fn int(bits: u16, signed: bool) -> Option<Self> {
        match (bits, signed) {
            (8, true) => Some(Scalar::I8),
            (16, true) => Some(Scalar::I16),
            (32, true) => Some(Scalar::I32),
            (64, true) => Some(Scalar::I64),
            (128, true) => Some(Scalar::I128),
            (8, false) => Some(Scalar::U8),
            (16, false) => Some(Scalar::U16),
            (32, false) => Some(Scalar::U32),
            (64, false) => Some(Scalar::U64),
            (128, false) => Some(Scalar::U128),
            _ => None,
        }
    }

    /// Bytes in memory.
    pub fn size(self) -> u32 {
        match self {
            Scalar::I8 | Scalar::U8 => 1,
            Scalar::I16 | Scalar::U16 | Scalar::F16 => 2,
            Scalar::I32 | Scalar::U32 | Scalar::F32 => 4,
            Scalar::I64 | Scalar::U64 | Scalar::Pointer | Scalar::F64 => 8,
            Scalar::I128 | Scalar::U128 => 16,
        }
    }

    /// Whether it takes two registers.
    pub fn is_wide(self) -> bool {
        matches!(self, Scalar::I128 | Scalar::U128)
    }

    /// Whether it is a float.
    pub fn is_float(self) -> bool {
        matches!(self, Scalar::F16 | Scalar::F32 | Scalar::F64)
    }

    /// Whether arithmetic is signed.
    pub fn is_signed(self) -> bool {
        matches!(self, Scalar::I8 | Scalar::I16 | Scalar::I32 | Scalar::I64 | Scalar::I128)
    }

    /// Whether a register holds it without any extension.
    pub fn is_word(self) -> bool {
        matches!(self, Scalar::I64 | Scalar::U64 | Scalar::Pointer)
    }

    /// The register's contents for the low bits of `value`.
    #[inline(always)]
    pub fn narrow(self, value: u64) -> u64 {
        match self {
            Scalar::I8 => value as i8 as i64 as u64,
            Scalar::I16 => value as i16 as i64 as u64,
            Scalar::I32 => value as i32 as i64 as u64,
            Scalar::U8 => u64::from(value as u8),
            Scalar::U16 | Scalar::F16 => u64::from(value as u16),
            Scalar::U32 | Scalar::F32 => u64::from(value as u32),
            _ => value,
        }
    }

    /// The value as an `i128`, from its registers.
    pub fn widen(self, low: u64, high: u64) -> i128 {
        match self {
            Scalar::I128 | Scalar::U128 => (u128::from(high) << 64 | u128::from(low)) as i128,
            _ if self.is_signed() => i128::from(low as i64),
            _ => i128::from(low),
        }
    }
}
