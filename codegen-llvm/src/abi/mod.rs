//! How parameters and results travel: by which convention, in which pieces, in which order.
//!
//! Pure data: types of MIR go in, a [`Convention`] comes out; `crate::function` turns it into LLVM's types, attributes and
//! instructions. `docs/reference/abi.md` states the rules. [`hubbub`] is our own convention, the others are the C conventions
//! of the platforms.

pub mod aarch64;
pub mod hubbub;
pub mod leaves;
pub mod riscv64;
pub mod wasm32;
pub mod x86_64;

use hubbub_mir::{Abi, Signature, Ty, TyData};

pub use leaves::Layouts;

/// What fits into one register.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scalar {
    /// An integer of so many bits.
    Int(u32),
    /// A float of so many bits.
    Float(u16),
    /// A Bool as `i1`; only for whole Bools, those within aggregates are bytes.
    Bool,
    Pointer,
    /// A vector as it lies in memory.
    Vector(Ty),
    /// Several floats packed into one vector register, as C does.
    FloatPack {
        bits: u16,
        lanes: u32,
    },
}

/// How a register is filled beyond a narrow integer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extension {
    None,
    Zero,
    Sign,
}

/// A part of a value that travels in one register (or in a stack slot when there is none left).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Bytes from the beginning of the value.
    pub offset: u64,
    /// What it is there.
    pub scalar: Scalar,
    /// For integers narrower than a register.
    pub extension: Extension,
}

/// How one parameter or result travels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Pass {
    /// It has no bytes.
    Nothing,
    /// Taken apart.
    Pieces(Vec<Piece>),
    /// As one array of equal pieces: all in registers or all on the stack.
    Array(Vec<Piece>),
    /// Parameters: a pointer to memory that is only read. Results: a pointer to memory to write.
    Reference,
    /// C: a pointer to a copy of the caller's that the callee may change.
    Copy,
    /// C: a copy on the stack, aligned.
    Stack { align: u32 },
}

/// Where the context travels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ContextPass {
    /// There is none.
    None,
    /// The register that `swiftself` names.
    Register,
    /// The first parameter.
    First,
}

/// How a procedure is called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Convention {
    pub context: ContextPass,
    /// LLVM's number of the calling convention.
    pub number: u32,
    pub results: Vec<Pass>,
    pub parameters: Vec<Pass>,
    pub is_variadic: bool,
}

/// The machines that code is made for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Machine {
    X86_64,
    Aarch64,
    Riscv64,
    Wasm32,
}

/// LLVM's number of the C convention.
pub const CONVENTION_C: u32 = 0;
/// LLVM's number of `swiftcc`.
pub const CONVENTION_SWIFT: u32 = 16;

impl Machine {
    /// The machine that a target triple begins with.
    pub fn of_triple(triple: &str) -> Option<Self> {
        match triple.split('-').next().unwrap_or(triple) {
            "x86_64" => Some(Machine::X86_64),
            "aarch64" | "arm64" => Some(Machine::Aarch64),
            "riscv64" | "riscv64gc" => Some(Machine::Riscv64),
            "wasm32" | "wasm64" => Some(Machine::Wasm32),
            _ => None,
        }
    }

    /// Whether LLVM has `swiftcc` with a register for the context there.
    pub fn has_context_register(self) -> bool {
        matches!(self, Machine::X86_64 | Machine::Aarch64)
    }
}

/// The convention of a signature; `extra` are the types of variadic arguments at a call.
pub fn convention(machine: Machine, layouts: &Layouts, signature: &Signature, extra: &[Ty]) -> Convention {
    let parameters = signature.parameters.iter().chain(extra).copied();
    let results = signature.results.iter().copied();
    match signature.abi {
        Abi::Hubbub => hubbub::convention(machine, layouts, parameters, results),
        Abi::C => {
            let mut convention = match machine {
                Machine::X86_64 => x86_64::convention(layouts, parameters, results),
                Machine::Aarch64 => aarch64::convention(layouts, parameters, results),
                Machine::Riscv64 => riscv64::convention(layouts, parameters, results, signature.parameters.len()),
                Machine::Wasm32 => wasm32::convention(layouts, parameters, results),
            };
            convention.is_variadic = signature.is_variadic;
            convention
        }
    }
}

impl Piece {
    /// A piece at an offset, not extended.
    pub fn new(offset: u64, scalar: Scalar) -> Self {
        Self { offset, scalar, extension: Extension::None }
    }

    /// The whole of a scalar value, extended to a register as C wants it.
    pub fn extended(ty: Ty) -> Option<Self> {
        let scalar = Scalar::of(ty)?;
        let extension = match scalar {
            Scalar::Bool => Extension::Zero,
            Scalar::Int(bits) if bits < 32 => {
                if ty.is_signed() {
                    Extension::Sign
                } else {
                    Extension::Zero
                }
            }
            _ => Extension::None,
        };
        Some(Self { offset: 0, scalar, extension })
    }
}

impl Scalar {
    /// What a scalar type is in a register; `None` for arrays and aggregates.
    pub fn of(ty: Ty) -> Option<Self> {
        match ty.data() {
            TyData::Int { bits, .. } | TyData::Enum { bits, .. } => Some(Scalar::Int(u32::from(*bits))),
            TyData::Float { bits } => Some(Scalar::Float(*bits)),
            TyData::Bool => Some(Scalar::Bool),
            TyData::Rune => Some(Scalar::Int(32)),
            TyData::Pointer { .. } | TyData::Procedure(_) => Some(Scalar::Pointer),
            TyData::Vector { .. } => Some(Scalar::Vector(ty)),
            TyData::Array { .. } | TyData::Aggregate { .. } => None,
        }
    }

    /// Bytes in memory.
    pub fn bytes(self) -> u64 {
        match self {
            Scalar::Int(bits) => u64::from(bits.div_ceil(8)),
            Scalar::Float(bits) => u64::from(bits / 8),
            Scalar::Bool => 1,
            Scalar::Pointer => 8,
            Scalar::Vector(ty) => ty.size(),
            Scalar::FloatPack { bits, lanes } => u64::from(bits / 8) * u64::from(lanes),
        }
    }
}
