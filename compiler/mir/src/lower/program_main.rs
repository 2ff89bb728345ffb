//! `hb_program_main`: what the runtime calls when the process has begun.

use hubbub_base::{FileId, Name};
use hubbub_sema::data::types::{InstanceId, TypeId, TypeKind};

use super::body::procedure_ty;
use super::emit::Emit;
use super::generated;
use super::session::{DEFAULT_CONTEXT, News, Session, Wanted};
use super::types::Shape;
use crate::build::BodyBuilder;
use crate::data::body::{BinaryOp, Callee, CastKind, LocalId, Operand, Place, Terminator};
use crate::data::program::{InlineHint, Linkage, Procedure};
use crate::data::ty::{Abi, Signature, Ty};
use crate::slim::Symbols;

/// The symbol that the runtime calls.
pub(super) const SYMBOL: &str = "hb_program_main";
/// Makes null and stack overflow end in a panic.
const FAULT_HANDLER: &str = "hb_rt_install_fault_handler";
/// Gives the first thread its thread-local variables.
const THREAD_LOCAL: &str = "hb_rt_set_up_thread_local";
/// Stores the slice of arguments.
const ARGUMENTS: &str = "hb_rt_arguments";

/// What leaving out the unneeded has to know by name.
pub(super) fn symbols() -> Symbols {
    Symbols {
        default_context: Name::new(DEFAULT_CONTEXT),
        entry: Name::new(SYMBOL),
        fault_handler: Name::new(FAULT_HANDLER),
        thread_local: Name::new(THREAD_LOCAL),
    }
}

/// Calls `main` under the default context and makes a status of what it gives.
pub(super) fn procedure(session: &Session<'_>, main: InstanceId, news: &mut News) -> Option<Procedure> {
    let inner = session.signature(main)?;
    let mut b = BodyBuilder::new(FileId(0));
    let status_ty = Ty::int(32, true);
    let status = b.result(status_ty);
    b.begin_block();
    // Programs that have no need of these lose them again: see `crate::slim`.
    if session.options.fault_handler {
        call_runtime(session, &mut b, THREAD_LOCAL, &[], news);
        call_runtime(session, &mut b, FAULT_HANDLER, &[], news);
    }
    let context = generated::default_context(session, &mut b, news);
    let arguments = arguments(session, inner, &mut b, news);
    let results: Vec<LocalId> = inner.results.iter().map(|ty| b.temporary(*ty)).collect();
    let places: Vec<Place> = results.iter().copied().map(Place::local).collect();
    let symbol = session.want(Wanted::Procedure(main), news);
    b.call(&places, Callee::Direct { symbol, ty: procedure_ty(inner.clone()) }, &arguments, Some(context));
    let value = finish(session, main, (results.last().copied(), context), &mut b, news);
    let value = last_word(session, value, context, &mut b, news);
    b.set(status, value);
    b.terminate(Terminator::Return);
    let signature =
        Signature { abi: Abi::C, parameters: Box::new([]), results: Box::new([status_ty]), is_variadic: false };
    let mut made = generated::internal(Name::new(SYMBOL), SYMBOL, signature, super::simplify::simplify(b.body));
    made.linkage = Linkage::Exported;
    Some(made)
}

/// The slice of arguments, if `main` takes it.
fn arguments(session: &Session<'_>, inner: &Signature, b: &mut BodyBuilder, news: &mut News) -> Vec<Operand> {
    let mut operands = Vec::new();
    if let Some(ty) = inner.parameters.first() {
        let slice = b.temporary(*ty);
        let address = b.address_of(Place::local(slice), *ty);
        call_runtime(session, b, ARGUMENTS, &[address], news);
        operands.push(b.copy(slice));
    }
    operands
}

/// Integers give their low eight bits; an error is printed and gives 1, unless it is the default.
fn finish(
    session: &Session<'_>,
    main: InstanceId,
    (result, context): (Option<LocalId>, LocalId),
    b: &mut BodyBuilder,
    news: &mut News,
) -> Operand {
    let status_ty = Ty::int(32, true);
    let declared = session.source.signature(main).and_then(|signature| signature.results.last().copied());
    let (Some(result), Some(declared)) = (result, declared) else { return b.int(status_ty, 0) };
    if let TypeKind::Int { .. } = session.source.kind(declared) {
        let value = b.copy(result);
        let value = b.cast_value(CastKind::Int, value, status_ty);
        let mask = b.int(status_ty, 0xff);
        return b.binary_value(BinaryOp::And, value, mask, status_ty);
    }
    let Some(failed) = failed(session, declared, result, b) else { return b.int(status_ty, 0) };
    let (report, after) = (b.block(), b.block());
    b.terminate(Terminator::Branch { condition: failed, then: report, otherwise: after });
    b.switch_to(report);
    b.cold();
    if let Some(reporter) = session.source.error_reporter(declared)
        && let Some(ty) = session.procedure_ty(reporter)
    {
        let symbol = session.want(Wanted::Procedure(reporter), news);
        let error = b.copy(result);
        b.call(&[], Callee::Direct { symbol, ty }, &[error], Some(context));
    }
    b.goto(after);
    b.switch_to(after);
    b.cast_value(CastKind::Int, failed, status_ty)
}

/// What the Prelude makes of the status, where it has something to say at the end.
fn last_word(
    session: &Session<'_>,
    status: Operand,
    context: LocalId,
    b: &mut BodyBuilder,
    news: &mut News,
) -> Operand {
    let end = session.source.program_end();
    let Some((end, ty)) = end.and_then(|end| Some((end, session.procedure_ty(end)?))) else { return status };
    let symbol = session.want(Wanted::Procedure(end), news);
    let result = b.temporary(Ty::int(32, true));
    b.call(&[Place::local(result)], Callee::Direct { symbol, ty }, &[status], Some(context));
    b.copy(result)
}

/// Whether an error is another than the default of its type.
fn failed(session: &Session<'_>, declared: TypeId, result: LocalId, b: &mut BodyBuilder) -> Option<Operand> {
    let facts = session.facts(declared);
    let (value, success) = match facts.shape {
        Shape::Union { tag } => (Operand::Copy(b.field(Place::local(result), 0)), b.int(tag, 0)),
        Shape::Scalar | Shape::NullUnion { .. } => (b.copy(result), b.zero(facts.ty)),
        _ => return None,
    };
    Some(b.binary_value(BinaryOp::Ne, value, success, Ty::bool()))
}

/// A call of a runtime procedure without results that takes pointers.
fn call_runtime(session: &Session<'_>, b: &mut BodyBuilder, symbol: &str, operands: &[Operand], news: &mut News) {
    let symbol = session.want(Wanted::Runtime(Name::new(symbol), operands.len() as u8), news);
    let callee = Callee::Direct { symbol, ty: procedure_ty(runtime_signature(operands.len())) };
    b.call(&[], callee, operands, None);
}

fn runtime_signature(parameters: usize) -> Signature {
    Signature {
        abi: Abi::C,
        parameters: (0..parameters).map(|_| Ty::pointer()).collect(),
        results: Box::new([]),
        is_variadic: false,
    }
}

/// The declaration of a runtime procedure.
pub(super) fn runtime_procedure(symbol: Name, parameters: u8) -> Procedure {
    Procedure {
        symbol,
        name: symbol,
        module: Name::new("Runtime"),
        signature: runtime_signature(usize::from(parameters)),
        linkage: Linkage::Foreign,
        inline: InlineHint::Auto,
        is_cold: false,
        is_never: false,
        file: FileId(0),
        at: 0,
        body: None,
    }
}
