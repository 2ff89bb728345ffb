//! The C convention of RISC-V, `lp64d`.
//!
//! An aggregate of one float, two floats, or a float and an integer travels in the registers of these as long as there are
//! enough; others of at most 16 bytes in integer registers, bigger ones as a pointer to a copy.

use hubbub_mir::Ty;

use super::leaves::Leaf;
use super::{CONVENTION_C, ContextPass, Convention, Extension, Layouts, Pass, Piece, Scalar};

#[derive(Clone, Copy)]
struct Registers {
    integers: u32,
    floats: u32,
}

pub fn convention(
    layouts: &Layouts,
    parameters: impl Iterator<Item = Ty>,
    results: impl Iterator<Item = Ty>,
    fixed: usize,
) -> Convention {
    let mut left = Registers { integers: 2, floats: 2 };
    let results: Vec<_> = results.map(|ty| pass(layouts, ty, &mut left, true, Pass::Reference)).collect();
    let mut left = Registers { integers: 8, floats: 8 };
    if results.contains(&Pass::Reference) {
        left.integers -= 1;
    }
    let parameters = parameters.enumerate();
    let parameters = parameters.map(|(index, ty)| pass(layouts, ty, &mut left, index < fixed, Pass::Copy)).collect();
    Convention { context: ContextPass::None, number: CONVENTION_C, results, parameters, is_variadic: false }
}

fn pass(layouts: &Layouts, ty: Ty, left: &mut Registers, may_use_floats: bool, in_memory: Pass) -> Pass {
    if ty.size() == 0 {
        return Pass::Nothing;
    }
    if let Some(mut piece) = Piece::extended(ty) {
        // Integers of 32 bits are sign-extended to the register, whatever their own sign.
        if piece.scalar == Scalar::Int(32) {
            piece.extension = Extension::Sign;
        }
        left.take_scalar(piece.scalar);
        return Pass::Pieces(vec![piece]);
    }
    if may_use_floats && let Some(pieces) = float_pieces(layouts, ty).filter(|pieces| left.take(pieces)) {
        return Pass::Pieces(pieces);
    }
    left.integers = left.integers.saturating_sub(ty.size().div_ceil(8).min(2) as u32);
    match (ty.size(), ty.align()) {
        (0..=8, _) => Pass::Pieces(vec![Piece::new(0, Scalar::Int(64))]),
        (9..=16, 16) => Pass::Pieces(vec![Piece::new(0, Scalar::Int(128))]),
        (9..=16, _) => Pass::Array(vec![Piece::new(0, Scalar::Int(64)), Piece::new(8, Scalar::Int(64))]),
        _ => in_memory,
    }
}

fn float_pieces(layouts: &Layouts, ty: Ty) -> Option<Vec<Piece>> {
    let leaves = layouts.leaves(ty)?;
    let is_float = |leaf: &Leaf| matches!(leaf.scalar, Scalar::Float(_));
    let fits =
        matches!(leaves.len(), 1..=2) && leaves.iter().any(is_float) && leaves.iter().all(|l| l.scalar.bytes() <= 8);
    fits.then(|| leaves.iter().map(|leaf| Piece::new(leaf.offset, leaf.scalar)).collect())
}

impl Registers {
    fn take_scalar(&mut self, scalar: Scalar) {
        match scalar {
            Scalar::Float(_) if self.floats > 0 => self.floats -= 1,
            other => self.integers = self.integers.saturating_sub(other.bytes().div_ceil(8) as u32),
        }
    }

    fn take(&mut self, pieces: &[Piece]) -> bool {
        let floats = pieces.iter().filter(|piece| matches!(piece.scalar, Scalar::Float(_))).count() as u32;
        let integers = pieces.len() as u32 - floats;
        let fits = floats <= self.floats && integers <= self.integers;
        if fits {
            self.floats -= floats;
            self.integers -= integers;
        }
        fits
    }
}
