//! Aggregates and globals of a program.

use hubbub_base::Name;

use super::{Verifier, VerifyError};
use crate::data::program::{Aggregate, AggregateKind, Global, Linkage, Program};

pub fn verify(program: &Program, errors: &mut Vec<VerifyError>) {
    let mut verifier = Verifier { symbols: program, entity: String::new(), errors: Vec::new() };
    for (name, aggregate) in &program.aggregates {
        verifier.entity = format!("type {name}");
        aggregate_(&mut verifier, *name, aggregate);
    }
    for (symbol, global) in &program.globals {
        verifier.entity = format!("global {symbol}");
        verifier.require(*symbol == global.symbol, || format!("stands for a global `{}`", global.symbol));
        verifier.require(!program.procedures.contains_key(symbol), || "is a procedure too".to_owned());
        global_(&mut verifier, program, global);
    }
    errors.append(&mut verifier.errors);
}

fn aggregate_(verifier: &mut Verifier<'_>, name: Name, aggregate: &Aggregate) {
    verifier.require(name == aggregate.name, || format!("stands for a type `{}`", aggregate.name));
    verifier.require(aggregate.align.is_power_of_two(), || "an alignment that is no power of two".to_owned());
    let is_multiple = aggregate.align != 0 && aggregate.size.is_multiple_of(u64::from(aggregate.align));
    verifier.require(is_multiple, || "a size that is no multiple of the alignment".to_owned());
    verifier.require(!aggregate.is_enum() || aggregate.fields.is_empty(), || "an enum with fields".to_owned());
    verifier.require(aggregate.is_enum() || aggregate.members.is_empty(), || "members, but no enum".to_owned());
    let has_tag = aggregate.kind != AggregateKind::Union || !aggregate.fields.is_empty();
    verifier.require(has_tag, || "a union without a tag".to_owned());
    for field in &aggregate.fields {
        verifier.value_type(field.ty);
        let end = field.offset.checked_add(field.ty.size());
        let is_inside = end.is_some_and(|end| end <= aggregate.size);
        verifier.require(is_inside, || format!("field `{}` reaches beyond the end", field.name));
        let is_at_start = aggregate.kind != AggregateKind::RawUnion || field.offset == 0;
        verifier.require(is_at_start, || format!("field `{}` of a raw union is not at its start", field.name));
    }
}

fn global_(verifier: &mut Verifier<'_>, program: &Program, global: &Global) {
    verifier.value_type(global.ty);
    let is_aligned = global.align.is_power_of_two() && global.align >= global.ty.align();
    verifier.require(is_aligned, || "an alignment that is no power of two or below the type's".to_owned());
    let size = global.ty.size();
    verifier.require(global.data.bytes.len() as u64 <= size, || "more bytes than its type has".to_owned());
    let is_foreign = matches!(global.linkage, Linkage::Foreign | Linkage::ForeignWeak);
    let is_empty = global.data.bytes.is_empty() && global.data.relocations.is_empty();
    verifier.require(!is_foreign || is_empty, || "foreign, but with contents".to_owned());
    let mut free_from = 0;
    for relocation in &global.data.relocations {
        let end = relocation.offset.checked_add(8);
        let is_inside = end.is_some_and(|end| end <= size) && relocation.offset >= free_from;
        verifier.require(is_inside, || format!("a relocation at {} that is out of order or range", relocation.offset));
        free_from = end.unwrap_or(u64::MAX);
        let bytes = global.data.bytes.iter().skip(usize::try_from(relocation.offset).unwrap_or(usize::MAX)).take(8);
        let are_zero = bytes.copied().all(|byte| byte == 0);
        verifier.require(are_zero, || format!("bytes under the relocation at {}", relocation.offset));
        let symbol = relocation.symbol;
        let is_known = program.globals.contains_key(&symbol) || program.procedures.contains_key(&symbol);
        verifier.require(is_known, || format!("`{symbol}` is not defined"));
    }
}
