//! Hubbub's own convention: see `docs/reference/abi.md`.
//!
//! Six integer and eight vector words carry parameters, four and four carry results. A scalar takes the next ones and goes
//! to the stack when there are none left; an aggregate is taken apart if all of it fits, else it goes by reference.

use hubbub_mir::{Ty, TyData};

use super::{
    CONVENTION_C, CONVENTION_SWIFT, ContextPass, Convention, Extension, Layouts, Machine, Pass, Piece, Scalar,
};

/// Registers that are left, in words: 8 bytes for integers and pointers, 16 for floats and vectors.
#[derive(Clone, Copy)]
struct Budget {
    integers: u32,
    vectors: u32,
    /// So many of the vector words take no `f16`.
    without_half: u32,
}

const PARAMETERS: Budget = Budget { integers: 6, vectors: 8, without_half: 0 };
/// LLVM's `swiftcc` returns no `f16` in `xmm3`.
const RESULTS: Budget = Budget { integers: 4, vectors: 4, without_half: 1 };
/// Aggregates of many small fields travel as whole words up to this size.
const WORDS_BYTES_MAX: u64 = 32;

pub fn convention(
    machine: Machine,
    layouts: &Layouts,
    parameters: impl Iterator<Item = Ty>,
    results: impl Iterator<Item = Ty>,
) -> Convention {
    let mut left = RESULTS;
    let results: Vec<_> = results.map(|ty| pass_result(layouts, ty, &mut left)).collect();
    let mut left = PARAMETERS;
    let in_memory = results.iter().filter(|pass| matches!(pass, Pass::Reference)).count() as u32;
    let has_own_register = machine.has_context_register() && is_in_memory_only(&results);
    left.integers = left.integers.saturating_sub(in_memory - u32::from(has_own_register));
    let parameters = parameters.map(|ty| pass_parameter(layouts, ty, &mut left)).collect();
    let (context, number) = match machine.has_context_register() {
        true => (ContextPass::Register, CONVENTION_SWIFT),
        false => (ContextPass::First, CONVENTION_C),
    };
    Convention { context, number, results, parameters, is_variadic: false }
}

/// Whether results come in memory and none in registers: `swiftcc` has a register for the first pointer then.
pub fn is_in_memory_only(results: &[Pass]) -> bool {
    let mut in_memory = results.iter().filter(|pass| **pass != Pass::Nothing).peekable();
    in_memory.peek().is_some() && in_memory.all(|pass| *pass == Pass::Reference)
}

fn pass_parameter(layouts: &Layouts, ty: Ty, left: &mut Budget) -> Pass {
    let Some(pieces) = pieces(layouts, ty, *left) else {
        left.integers = left.integers.saturating_sub(1);
        return Pass::Reference;
    };
    let is_scalar_on_stack = ty.is_scalar() && !is_huge(ty);
    if left.take(&pieces) || is_scalar_on_stack {
        return if pieces.is_empty() { Pass::Nothing } else { Pass::Pieces(pieces) };
    }
    left.integers = left.integers.saturating_sub(1);
    Pass::Reference
}

fn pass_result(layouts: &Layouts, ty: Ty, left: &mut Budget) -> Pass {
    match pieces(layouts, ty, *left) {
        Some(pieces) if pieces.is_empty() => Pass::Nothing,
        Some(pieces) if left.take(&pieces) => Pass::Pieces(pieces),
        _ => Pass::Reference,
    }
}

/// A vector that no register file holds.
fn is_huge(ty: Ty) -> bool {
    matches!(ty.data(), TyData::Vector { .. }) && ty.size() > 64
}

/// A vector whose lanes no vector register holds: LLVM takes it apart into integers.
pub fn has_wide_lanes(ty: Ty) -> bool {
    matches!(ty.data(), TyData::Vector { element, .. } if element.size() > 8)
}

fn pieces(layouts: &Layouts, ty: Ty, left: Budget) -> Option<Vec<Piece>> {
    if ty.size() == 0 {
        return Some(Vec::new());
    }
    if ty.is_scalar() {
        let mut piece = Piece::extended(ty)?;
        if piece.scalar != Scalar::Bool {
            piece.extension = Extension::None;
        }
        return Some(vec![piece]);
    }
    let leaves = layouts.leaves(ty);
    let fields: Option<Vec<_>> =
        leaves.map(|leaves| leaves.iter().map(|leaf| Piece::new(leaf.offset, leaf.scalar)).collect());
    match fields {
        Some(fields) if left.fits(&fields) => Some(fields),
        _ if ty.size() <= WORDS_BYTES_MAX => Some(words(ty.size())),
        _ => None,
    }
}

/// An aggregate as 8-byte words; the last one may be shorter.
fn words(size: u64) -> Vec<Piece> {
    let word = |offset| Piece::new(offset, Scalar::Int((size - offset).min(8) as u32 * 8));
    (0..size).step_by(8).map(word).collect()
}

impl Budget {
    /// The words of integers and of vectors that a piece takes.
    fn cost(piece: &Piece) -> (u32, u32) {
        match piece.scalar {
            Scalar::Int(bits) => (bits.div_ceil(64), 0),
            Scalar::Bool | Scalar::Pointer => (1, 0),
            Scalar::Float(_) | Scalar::FloatPack { .. } => (0, 1),
            Scalar::Vector(ty) if has_wide_lanes(ty) => (ty.size().div_ceil(8) as u32, 0),
            Scalar::Vector(ty) => (0, ty.size().div_ceil(16) as u32),
        }
    }

    /// What is left behind these pieces; nothing if they do not fit.
    fn without(self, pieces: &[Piece]) -> Option<Budget> {
        let mut left = self;
        for piece in pieces {
            if piece.scalar == Scalar::Float(16) && left.vectors <= left.without_half {
                return None;
            }
            let (integers, vectors) = Self::cost(piece);
            left.integers = left.integers.checked_sub(integers)?;
            left.vectors = left.vectors.checked_sub(vectors)?;
        }
        Some(left)
    }

    fn fits(self, pieces: &[Piece]) -> bool {
        self.without(pieces).is_some()
    }

    /// Takes what the pieces need; if they do not fit, nothing is left of the kind that a single one wanted.
    fn take(&mut self, pieces: &[Piece]) -> bool {
        match (self.without(pieces), pieces) {
            (Some(left), _) => *self = left,
            (None, [only]) => {
                let (integers, vectors) = Self::cost(only);
                self.integers = self.integers.saturating_sub(integers);
                self.vectors = self.vectors.saturating_sub(vectors);
                return false;
            }
            (None, _) => return false,
        }
        true
    }
}
