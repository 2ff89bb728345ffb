//! Procedures that no source declares: values of procedures, entry thunks, adapters of closures, names of enum members.

use hubbub_base::{FileId, Name};
use hubbub_sema::data::types::{InstanceId, TypeId, TypeKind};
use hubbub_sema::data::value::Value;
use hubbub_syntax::tree::view::Abi as SourceAbi;

use super::body::procedure_ty;
use super::emit::Emit;
use super::session::{News, Session, Wanted};
use super::source::ProcedureFacts;
use super::{simplify, statics};
use crate::build::BodyBuilder;
use crate::data::body::{Body, Callee, CastKind, Constant, LocalId, Operand, Place, Terminator};
use crate::data::program::{InlineHint, Linkage, Procedure};
use crate::data::ty::{Abi, Signature, Ty};

/// A procedure that only this program sees.
pub(super) fn internal(symbol: Name, name: &str, signature: Signature, body: Body) -> Procedure {
    Procedure {
        symbol,
        name: Name::new(name),
        module: Name::new("Prelude"),
        signature,
        linkage: Linkage::Internal,
        inline: InlineHint::Auto,
        is_cold: false,
        is_never: false,
        file: FileId(0),
        at: 0,
        body: Some(body),
    }
}

/// The address of the default context, to go along with calls.
pub(super) fn default_context(session: &Session<'_>, b: &mut BodyBuilder, news: &mut News) -> LocalId {
    let ty = Ty::pointer_to(session.ty(session.source.context_type()));
    let symbol = session.want(Wanted::DefaultContext, news);
    let pointer = b.temporary(ty);
    let address = b.constant(Constant::GlobalAddress { symbol, offset: 0, ty });
    b.set(pointer, address);
    pointer
}

/// A procedure as a value: it gives itself the places of calls that its caller cannot know of, and they are its own place.
pub(super) fn value(session: &Session<'_>, instance: InstanceId, news: &mut News) -> Option<Procedure> {
    let signature = session.value_signature(instance)?;
    let whole = session.signature(instance)?;
    let declared = session.source.signature(instance)?;
    let facts = session.source.procedure(instance);
    let mut b = BodyBuilder::new(facts.file);
    b.at = facts.at;
    let context = b.context();
    let parameters: Vec<LocalId> = signature.parameters.iter().map(|ty| b.parameter(*ty, "_")).collect();
    let results: Vec<LocalId> = signature.results.iter().map(|ty| b.result(*ty)).collect();
    b.begin_block();
    let mut given = parameters.into_iter();
    let mut arguments: Vec<Operand> = Vec::with_capacity(whole.parameters.len());
    for (parameter, ty) in declared.parameters.iter().zip(&whole.parameters) {
        arguments.push(match parameter.is_by_name {
            true => own_place(session, &mut b, &facts, (parameter.ty, *ty), news)?,
            false => b.copy(given.next()?),
        });
    }
    let places: Vec<Place> = results.iter().copied().map(Place::local).collect();
    let symbol = session.want(Wanted::Procedure(instance), news);
    b.call(&places, Callee::Direct { symbol, ty: procedure_ty(whole.clone()) }, &arguments, Some(context));
    b.terminate(Terminator::Return);
    let own = session.root(Wanted::Value(instance));
    let mut value = internal(own, facts.name.as_str(), signature, b.body);
    (value.module, value.file, value.at) = (facts.module, facts.file, facts.at);
    Some(value)
}

/// The address of the place where a procedure is declared.
fn own_place(
    session: &Session<'_>,
    b: &mut BodyBuilder,
    facts: &ProcedureFacts,
    (ty, lowered): (TypeId, Ty),
    news: &mut News,
) -> Option<Operand> {
    let address = session.source.location_address(facts.file, facts.at);
    let data = statics::of_value(session, &address, ty, news);
    let relocation = data.relocations.first()?;
    Some(b.constant(Constant::GlobalAddress { symbol: relocation.symbol, offset: 0, ty: lowered }))
}

/// The C entry of a Hubbub procedure, which runs under the default context.
pub(super) fn thunk(session: &Session<'_>, instance: InstanceId, news: &mut News) -> Option<Procedure> {
    let inner = session.value_signature(instance)?;
    let signature = Signature { abi: Abi::C, ..inner.clone() };
    let facts = session.source.procedure(instance);
    let mut b = BodyBuilder::new(facts.file);
    b.at = facts.at;
    let parameters: Vec<LocalId> = inner.parameters.iter().map(|ty| b.parameter(*ty, "_")).collect();
    let results: Vec<LocalId> = inner.results.iter().map(|ty| b.result(*ty)).collect();
    b.begin_block();
    let context = default_context(session, &mut b, news);
    let arguments: Vec<Operand> = parameters.iter().map(|local| b.copy(*local)).collect();
    let places: Vec<Place> = results.iter().copied().map(Place::local).collect();
    let symbol = session.want(session.value_of(instance), news);
    b.call(&places, Callee::Direct { symbol, ty: procedure_ty(inner) }, &arguments, Some(context));
    b.terminate(Terminator::Return);
    let own = session.root(Wanted::Thunk(instance));
    let mut thunk = internal(own, facts.name.as_str(), signature, b.body);
    (thunk.module, thunk.file, thunk.at) = (facts.module, facts.file, facts.at);
    if session.has_exported_entry(instance) {
        thunk.linkage = Linkage::Exported;
    }
    Some(thunk)
}

/// The code of closures that are a procedure: the environment is the procedure's address.
pub(super) fn adapter(session: &Session<'_>, ty: TypeId, abi: Abi) -> Option<Procedure> {
    let TypeKind::Procedure(procedure) = session.source.kind(session.source.base_of(ty)) else { return None };
    let signature = session.types.signature(session.source, procedure);
    let mut plain = procedure.clone();
    plain.abi = if abi == Abi::C { SourceAbi::C } else { SourceAbi::Hubbub };
    let inner = session.types.signature(session.source, &plain);
    let mut b = BodyBuilder::new(FileId(0));
    let context = b.context();
    let environment = b.parameter(Ty::pointer(), "environment");
    let parameters: Vec<LocalId> = inner.parameters.iter().map(|ty| b.parameter(*ty, "_")).collect();
    let results: Vec<LocalId> = inner.results.iter().map(|ty| b.result(*ty)).collect();
    b.begin_block();
    let inner_ty = procedure_ty(inner);
    let address = b.copy(environment);
    let operand = b.cast_value(CastKind::Bits, address, inner_ty);
    let arguments: Vec<Operand> = parameters.iter().map(|local| b.copy(*local)).collect();
    let places: Vec<Place> = results.iter().copied().map(Place::local).collect();
    let context = (abi == Abi::Hubbub).then_some(context);
    b.call(&places, Callee::Pointer { operand, ty: inner_ty }, &arguments, context);
    b.terminate(Terminator::Return);
    Some(internal(session.root(Wanted::Adapter(ty, abi)), "closure", signature, b.body))
}

/// `(value) -> the address of a String`, empty for what is no member.
pub(super) fn enum_name_signature(session: &Session<'_>, ty: TypeId) -> Signature {
    Signature {
        abi: Abi::C,
        parameters: Box::new([session.ty(ty)]),
        results: Box::new([Ty::pointer()]),
        is_variadic: false,
    }
}

/// The name of an enum's member.
pub(super) fn enum_name(session: &Session<'_>, ty: TypeId, string: TypeId, news: &mut News) -> Option<Procedure> {
    let signature = enum_name_signature(session, ty);
    let lowered = session.ty(ty);
    let string_ty = session.ty(string);
    let mut b = BodyBuilder::new(FileId(0));
    let value = b.parameter(lowered, "value");
    let result = b.result(Ty::pointer());
    let start = b.begin_block();
    let otherwise = b.block();
    let mut cases: Vec<(i128, crate::data::body::Block)> = Vec::new();
    for (name, number, _) in &session.source.members(ty)?.members {
        let number = statics::fitted(*number, lowered);
        if cases.iter().any(|(other, _)| *other == number) {
            continue;
        }
        let block = b.begin_block();
        let data = Value::String(name.as_str().as_bytes().into());
        let data = statics::of_value(session, &data, string, news);
        return_static(session, &mut b, result, (data, string_ty));
        cases.push((number, block));
    }
    b.switch_to(otherwise);
    return_static(session, &mut b, result, (Default::default(), string_ty));
    b.switch_to(start);
    let value = b.copy(value);
    b.switch(value, &cases, otherwise);
    let symbol = session.root(Wanted::EnumName(ty, string));
    Some(internal(symbol, "enum_name", signature, simplify::simplify(b.body)))
}

fn return_static(
    session: &Session<'_>,
    b: &mut BodyBuilder,
    result: LocalId,
    (data, ty): (crate::data::program::StaticData, Ty),
) {
    let symbol = statics::add(session, data, ty);
    let address = b.constant(Constant::GlobalAddress { symbol, offset: 0, ty: Ty::pointer() });
    b.set(result, address);
    b.terminate(Terminator::Return);
}
