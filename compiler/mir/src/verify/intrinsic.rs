//! Intrinsics: one table of what each takes and gives.
//!
//! A shape is a letter for each operand: `p` a pointer, `n` an `i64`, `y` a `u8`, `d` an `i32`, `B` a `Bool`, `c` any integer;
//! `f`, `i`, `t` a float, an integer, anything (lanes included), the same type wherever the letter stands; `v` a vector, `e` the type
//! of its lanes, `m` a vector of as many Bools, `x` any vector.

use super::body::BodyVerifier;
use super::rvalue::with_lanes;
use super::{is_address, is_float, is_integer, is_same, lane, lanes};
use crate::data::body::Intrinsic;
use crate::data::ty::{Ty, TyData};

/// Operands and results of an intrinsic; `None` for inline assembly, which takes anything.
fn shape(intrinsic: Intrinsic) -> Option<(&'static str, &'static str)> {
    let shape = match intrinsic {
        Intrinsic::MemoryCopy | Intrinsic::MemoryMove => ("ppn", ""),
        Intrinsic::MemorySet => ("pyn", ""),
        Intrinsic::MemoryCompare => ("ppn", "d"),
        Intrinsic::SquareRoot
        | Intrinsic::Floor
        | Intrinsic::Ceil
        | Intrinsic::Truncate
        | Intrinsic::RoundEven
        | Intrinsic::AbsoluteFloat => ("f", "f"),
        Intrinsic::FusedMultiplyAdd => ("fff", "f"),
        Intrinsic::MinimumFloat | Intrinsic::MaximumFloat | Intrinsic::CopySign => ("ff", "f"),
        Intrinsic::CountOnes
        | Intrinsic::LeadingZeros
        | Intrinsic::TrailingZeros
        | Intrinsic::ByteSwap
        | Intrinsic::BitReverse => ("i", "i"),
        Intrinsic::RotateLeft | Intrinsic::RotateRight => ("ic", "i"),
        Intrinsic::AddOverflow | Intrinsic::SubOverflow | Intrinsic::MulOverflow => ("ii", "iB"),
        Intrinsic::VolatileLoad | Intrinsic::AtomicLoad(_) => ("p", "t"),
        Intrinsic::VolatileStore | Intrinsic::AtomicStore(_) => ("pt", ""),
        Intrinsic::AtomicExchange(_)
        | Intrinsic::AtomicAdd(_)
        | Intrinsic::AtomicSub(_)
        | Intrinsic::AtomicAnd(_)
        | Intrinsic::AtomicOr(_)
        | Intrinsic::AtomicXor(_)
        | Intrinsic::AtomicMin(_)
        | Intrinsic::AtomicMax(_) => ("pt", "t"),
        Intrinsic::AtomicCompareExchange(_) => ("ptt", "tB"),
        Intrinsic::Fence(_) | Intrinsic::DebugTrap => ("", ""),
        Intrinsic::ReduceAdd
        | Intrinsic::ReduceMul
        | Intrinsic::ReduceMin
        | Intrinsic::ReduceMax
        | Intrinsic::ReduceAnd
        | Intrinsic::ReduceOr
        | Intrinsic::ReduceXor => ("v", "e"),
        Intrinsic::Shuffle => ("vvx", "x"),
        Intrinsic::Select => ("mvv", "v"),
        Intrinsic::FrameAddress => ("", "p"),
        Intrinsic::InlineAsm => return None,
    };
    Some(shape)
}

impl BodyVerifier<'_, '_> {
    pub fn intrinsic(&mut self, intrinsic: Intrinsic, arguments: &[Ty], results: &[Ty]) {
        let Some((parameters, expected)) = shape(intrinsic) else { return };
        let is_count_right = arguments.len() == parameters.len() && results.len() <= expected.len();
        self.verifier.require(is_count_right, || {
            format!("{intrinsic:?} with {} operands and {} results", arguments.len(), results.len())
        });
        let letters = parameters.chars().zip(arguments).chain(expected.chars().zip(results));
        let letters: Vec<_> = letters.map(|(letter, ty)| (letter, *ty)).collect();
        for (letter, ty) in &letters {
            let is_fit = fits_letter(*letter, *ty, &letters);
            self.verifier.require(is_fit, || format!("{intrinsic:?} with `{}`", crate::print::ty(*ty)));
        }
    }
}

fn fits_letter(letter: char, ty: Ty, letters: &[(char, Ty)]) -> bool {
    let first = |wanted: char| letters.iter().find(|(letter, _)| *letter == wanted).map(|(_, ty)| *ty);
    let is_bound = || first(letter).is_some_and(|bound| is_same(ty, bound));
    let is_vector = matches!(ty.data(), TyData::Vector { .. });
    match letter {
        'p' => is_address(ty),
        'n' => ty == Ty::i64(),
        'y' => ty == Ty::int(8, false),
        'd' => ty == Ty::int(32, true),
        'B' => ty == Ty::bool(),
        'c' => is_integer(lane(ty)),
        'f' => is_float(lane(ty)) && is_bound(),
        'i' => is_integer(lane(ty)) && is_bound(),
        't' => is_bound(),
        'v' => is_vector && is_bound(),
        'e' => first('v').is_some_and(|vector| is_same(lane(vector), ty)),
        'm' => first('v').is_some_and(|vector| ty == with_lanes(Ty::bool(), vector)),
        'x' => lanes(ty).is_some(),
        _ => false,
    }
}
