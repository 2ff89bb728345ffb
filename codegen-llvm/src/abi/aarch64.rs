//! The C convention of AArch64 (AAPCS64, chapter 6).
//!
//! One to four equal floats travel in vector registers, other aggregates of at most 16 bytes in integer registers, bigger ones
//! as a pointer to a copy. Each goes whole into registers or whole to the stack, which LLVM's array types say.

use hubbub_mir::Ty;

use super::{CONVENTION_C, ContextPass, Convention, Layouts, Pass, Piece, Scalar};

pub fn convention(
    layouts: &Layouts,
    parameters: impl Iterator<Item = Ty>,
    results: impl Iterator<Item = Ty>,
) -> Convention {
    let results = results.map(|ty| pass(layouts, ty, Pass::Reference)).collect();
    let parameters = parameters.map(|ty| pass(layouts, ty, Pass::Copy)).collect();
    Convention { context: ContextPass::None, number: CONVENTION_C, results, parameters, is_variadic: false }
}

fn pass(layouts: &Layouts, ty: Ty, in_memory: Pass) -> Pass {
    if ty.size() == 0 {
        return Pass::Nothing;
    }
    if let Some(piece) = Piece::extended(ty) {
        return Pass::Pieces(vec![piece]);
    }
    if let Some(floats) = equal_floats(layouts, ty) {
        return Pass::Array(floats);
    }
    match (ty.size(), ty.align()) {
        (0..=8, _) => Pass::Pieces(vec![Piece::new(0, Scalar::Int(ty.size() as u32 * 8))]),
        (9..=16, 16) => Pass::Pieces(vec![Piece::new(0, Scalar::Int(128))]),
        (9..=16, _) => Pass::Array(words(ty.size())),
        _ => in_memory,
    }
}

/// Both words of an aggregate of 9 to 16 bytes. The second may reach behind its end: see [`crate::function::pieces`].
fn words(_size: u64) -> Vec<Piece> {
    vec![Piece::new(0, Scalar::Int(64)), Piece::new(8, Scalar::Int(64))]
}

/// A homogeneous floating-point aggregate.
fn equal_floats(layouts: &Layouts, ty: Ty) -> Option<Vec<Piece>> {
    let leaves = layouts.leaves_overlapping(ty)?;
    let first = leaves.first()?.scalar;
    let is_float = matches!(first, Scalar::Float(_) | Scalar::Vector(_));
    let are_equal = leaves.iter().all(|leaf| leaf.scalar == first);
    let mut offsets: Vec<_> = leaves.iter().map(|leaf| leaf.offset).collect();
    offsets.dedup();
    let is_dense = offsets.len() as u64 * first.bytes() == ty.size();
    let is_one = is_float && are_equal && is_dense && offsets.len() <= 4;
    is_one.then(|| offsets.iter().map(|offset| Piece::new(*offset, first)).collect())
}
