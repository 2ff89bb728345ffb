//! The C convention of WebAssembly: aggregates of one scalar travel as that, others in memory.

use hubbub_mir::Ty;

use super::{CONVENTION_C, ContextPass, Convention, Layouts, Pass, Piece};

pub fn convention(
    layouts: &Layouts,
    parameters: impl Iterator<Item = Ty>,
    results: impl Iterator<Item = Ty>,
) -> Convention {
    let results = results.map(|ty| pass(layouts, ty, |_| Pass::Reference)).collect();
    let parameters = parameters.map(|ty| pass(layouts, ty, |ty| Pass::Stack { align: ty.align() })).collect();
    Convention { context: ContextPass::None, number: CONVENTION_C, results, parameters, is_variadic: false }
}

fn pass(layouts: &Layouts, ty: Ty, in_memory: impl Fn(Ty) -> Pass) -> Pass {
    if ty.size() == 0 {
        return Pass::Nothing;
    }
    if let Some(piece) = Piece::extended(ty) {
        return Pass::Pieces(vec![piece]);
    }
    match layouts.leaves(ty).as_deref() {
        Some([leaf]) if leaf.scalar.bytes() == ty.size() => Pass::Pieces(vec![Piece::new(leaf.offset, leaf.scalar)]),
        _ => in_memory(ty),
    }
}
