//! The C convention of x86-64 on Unix: System V ABI, chapter 3.2.3.
//!
//! Aggregates of at most 16 bytes are classified by eightbytes; what has no class, or finds too few registers left, goes
//! to memory. LLVM puts scalars where they belong by itself, so registers are only counted here for the sake of aggregates.

use hubbub_mir::{Ty, TyData};

use super::leaves::Leaf;
use super::{CONVENTION_C, ContextPass, Convention, Layouts, Pass, Piece, Scalar};

#[derive(Clone, Copy)]
struct Registers {
    integers: u32,
    vectors: u32,
}

const PARAMETERS: Registers = Registers { integers: 6, vectors: 8 };
/// Bigger aggregates always travel in memory.
const REGISTER_BYTES_MAX: u64 = 16;

pub fn convention(
    layouts: &Layouts,
    parameters: impl Iterator<Item = Ty>,
    results: impl Iterator<Item = Ty>,
) -> Convention {
    let results: Vec<_> = results.map(|ty| pass_result(layouts, ty)).collect();
    let mut left = PARAMETERS;
    if results.contains(&Pass::Reference) {
        left.integers -= 1;
    }
    let parameters = parameters.map(|ty| pass_parameter(layouts, ty, &mut left)).collect();
    Convention { context: ContextPass::None, number: CONVENTION_C, results, parameters, is_variadic: false }
}

fn pass_result(layouts: &Layouts, ty: Ty) -> Pass {
    if ty.size() == 0 {
        return Pass::Nothing;
    }
    if let Some(piece) = Piece::extended(ty) {
        return Pass::Pieces(vec![piece]);
    }
    classify(layouts, ty).map_or(Pass::Reference, Pass::Pieces)
}

fn pass_parameter(layouts: &Layouts, ty: Ty, left: &mut Registers) -> Pass {
    if ty.size() == 0 {
        return Pass::Nothing;
    }
    if let Some(piece) = Piece::extended(ty) {
        left.take_scalar(ty, piece.scalar);
        return Pass::Pieces(vec![piece]);
    }
    match classify(layouts, ty) {
        Some(pieces) if left.take(&pieces) => Pass::Pieces(pieces),
        _ => Pass::Stack { align: ty.align().max(8) },
    }
}

/// The registers of an aggregate; `None` if it belongs into memory.
fn classify(layouts: &Layouts, ty: Ty) -> Option<Vec<Piece>> {
    if ty.size() > REGISTER_BYTES_MAX {
        return None;
    }
    let leaves = layouts.leaves_overlapping(ty)?;
    if leaves.iter().any(is_misaligned) {
        return None;
    }
    if let Some(vector) = whole_vector(&leaves) {
        return Some(vec![vector]);
    }
    let eightbytes = (0..ty.size()).step_by(8);
    Some(eightbytes.map(|start| eightbyte(&leaves, start, (ty.size() - start).min(8))).collect())
}

/// An aggregate that is nothing but one vector of 16 bytes stays whole.
fn whole_vector(leaves: &[Leaf]) -> Option<Piece> {
    let [leaf] = leaves else { return None };
    matches!(leaf.scalar, Scalar::Vector(_)).then(|| Piece::new(leaf.offset, leaf.scalar))
}

fn is_misaligned(leaf: &Leaf) -> bool {
    let align = match leaf.scalar {
        Scalar::Vector(ty) => u64::from(ty.align()),
        scalar => scalar.bytes().next_power_of_two(),
    };
    !leaf.offset.is_multiple_of(align)
}

/// The register for `bytes` bytes from `start` on.
fn eightbyte(leaves: &[Leaf], start: u64, bytes: u64) -> Piece {
    let inside: Vec<_> = leaves.iter().filter(|leaf| overlaps(leaf, start)).collect();
    let is_float = |leaf: &&Leaf| matches!(leaf.scalar, Scalar::Float(_) | Scalar::Vector(_));
    let is_sse = !inside.is_empty() && inside.iter().all(is_float);
    let scalar = if is_sse { float_register(&inside, start, bytes) } else { Scalar::Int(bytes as u32 * 8) };
    Piece::new(start, scalar)
}

fn overlaps(leaf: &Leaf, start: u64) -> bool {
    leaf.offset < start + 8 && leaf.offset + leaf.scalar.bytes() > start
}

/// The vector register that covers floats: a lone one as itself, several packed.
fn float_register(leaves: &[&Leaf], start: u64, bytes: u64) -> Scalar {
    let width = |leaf: &&Leaf| match leaf.scalar {
        Scalar::Float(bits) => bits,
        _ => 64,
    };
    let widest = leaves.iter().map(width).max().unwrap_or(64);
    let are_equal = leaves.iter().all(|leaf| width(leaf) == widest);
    let end = leaves.iter().map(|leaf| leaf.offset + leaf.scalar.bytes()).max().unwrap_or(start + bytes);
    let used = end.min(start + 8) - start;
    match widest {
        64 => Scalar::Float(64),
        _ if !are_equal => Scalar::Float(if used > 4 { 64 } else { 32 }),
        bits if used <= u64::from(bits / 8) => Scalar::Float(bits),
        bits => Scalar::FloatPack { bits, lanes: (used.next_power_of_two() as u32 * 8) / u32::from(bits) },
    }
}

impl Registers {
    fn take_scalar(&mut self, ty: Ty, scalar: Scalar) {
        match scalar {
            Scalar::Int(bits) => {
                let words = bits.div_ceil(64);
                // A 128-bit integer that finds one register goes to the stack and leaves that register to others.
                if words <= self.integers {
                    self.integers -= words;
                }
            }
            Scalar::Bool | Scalar::Pointer => self.integers = self.integers.saturating_sub(1),
            Scalar::Float(_) | Scalar::FloatPack { .. } => self.vectors = self.vectors.saturating_sub(1),
            Scalar::Vector(_) => self.vectors = self.vectors.saturating_sub(vector_registers(ty)),
        }
    }

    /// Takes registers for all pieces, or none.
    fn take(&mut self, pieces: &[Piece]) -> bool {
        let is_integer = |piece: &&Piece| matches!(piece.scalar, Scalar::Int(_) | Scalar::Bool | Scalar::Pointer);
        let integers = pieces.iter().filter(is_integer).count() as u32;
        let vectors = pieces.len() as u32 - integers;
        let fits = integers <= self.integers && vectors <= self.vectors;
        if fits {
            self.integers -= integers;
            self.vectors -= vectors;
        }
        fits
    }
}

fn vector_registers(ty: Ty) -> u32 {
    match ty.data() {
        TyData::Vector { .. } => ty.size().div_ceil(16) as u32,
        _ => 1,
    }
}
