//! Static data: values of compile time as bytes with addresses in them, named by their contents.
//!
//! Equal data has one symbol, whoever asks for it, so nothing depends on who came first.

use std::sync::Arc;

use hubbub_base::Name;
use hubbub_sema::data::graph::Graph;
use hubbub_sema::data::types::{InstanceId, TypeId, TypeKind};
use hubbub_sema::data::value::{Static, Target, Value};
use hubbub_syntax::tree::view::Abi as SourceAbi;
use num_traits::ToPrimitive;

use super::session::{News, Session, Wanted};
use super::types::Shape;
use crate::data::program::{Global, Linkage, Relocation, StaticData};
use crate::data::ty::{Abi, Ty, TyData};

/// Data nested deeper than this is not followed; the checker's limits lie below.
const DEPTH_MAX: u32 = 512;

/// The bytes of a value.
pub(super) fn of_value(session: &Session<'_>, value: &Value, ty: TypeId, news: &mut News) -> StaticData {
    let mut writer = Writer { session, news, data: StaticData::default(), graph: None };
    writer.value(value, ty, 0, 0);
    writer.finish()
}

/// An object that compile-time execution has made.
pub(super) fn of_piece(session: &Session<'_>, graph: &Arc<Graph>, index: u32, news: &mut News) -> Option<Global> {
    let piece = graph.pieces.get(index as usize)?;
    let symbol = session.want(Wanted::Piece(Arc::clone(graph), index), news);
    let mut writer = Writer { session, news, data: StaticData::default(), graph: Some(graph) };
    writer.data(&piece.data, 0, 0);
    Some(Global {
        symbol,
        name: None,
        ty: Ty::new(TyData::Array { element: Ty::int(8, false), length: piece.size }),
        align: piece.align.max(1),
        data: writer.finish(),
        is_constant: piece.is_constant,
        is_thread_local: false,
        linkage: Linkage::Internal,
    })
}

/// Adds read-only data and gives its symbol.
pub(super) fn add(session: &Session<'_>, data: StaticData, ty: Ty) -> Name {
    add_data(session, data, ty, ty.align().max(1))
}

/// Adds a string's bytes with a NUL behind them and gives their symbol.
pub(super) fn add_string(session: &Session<'_>, bytes: &[u8]) -> Name {
    let length = bytes.len() as u64 + 1;
    let ty = Ty::new(TyData::Array { element: Ty::int(8, false), length });
    add_data(session, StaticData { bytes: bytes.to_vec(), relocations: Vec::new() }, ty, 1)
}

fn add_data(session: &Session<'_>, mut data: StaticData, ty: Ty, align: u32) -> Name {
    while data.bytes.last() == Some(&0) && data.bytes.len() as u64 > 0 {
        data.bytes.pop();
    }
    let symbol = Name::new(&format!("const{{{:032x}}}", fingerprint(&data, ty, align)));
    session.add_static(symbol, || Global {
        symbol,
        name: None,
        ty,
        align,
        data,
        is_constant: true,
        is_thread_local: false,
        linkage: Linkage::Internal,
    });
    symbol
}

/// 128 bits that tell contents apart (FNV-1a).
fn fingerprint(data: &StaticData, ty: Ty, align: u32) -> u128 {
    let mut hash = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128;
    let mut add = |bytes: &[u8]| {
        for byte in bytes {
            hash ^= u128::from(*byte);
            hash = hash.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    };
    add(&ty.size().to_le_bytes());
    add(&align.to_le_bytes());
    add(crate::print::ty(ty).as_bytes());
    add(&(data.bytes.len() as u64).to_le_bytes());
    add(&data.bytes);
    for relocation in &data.relocations {
        add(&relocation.offset.to_le_bytes());
        add(&relocation.addend.to_le_bytes());
        add(&(relocation.symbol.as_str().len() as u64).to_le_bytes());
        add(relocation.symbol.as_str().as_bytes());
    }
    hash
}

/// A value truncated to a type's bits and extended as the type says.
pub(super) fn fitted(value: i128, ty: Ty) -> i128 {
    let bits = (ty.size() * 8).clamp(1, 128) as u32;
    let shift = 128 - bits;
    if ty.is_signed() { (value << shift) >> shift } else { (((value as u128) << shift) >> shift) as i128 }
}

/// The bits of a float of a type.
pub(super) fn float_bits(value: f64, ty: Ty) -> u64 {
    match ty.data() {
        TyData::Float { bits: 16 } => u64::from(crate::float::f16_from_f64(value)),
        TyData::Float { bits: 32 } => u64::from((value as f32).to_bits()),
        _ => value.to_bits(),
    }
}

struct Writer<'w, 's> {
    session: &'w Session<'s>,
    news: &'w mut News,
    data: StaticData,
    /// The graph to whose pieces the data belongs.
    graph: Option<&'w Arc<Graph>>,
}

impl Writer<'_, '_> {
    fn finish(self) -> StaticData {
        self.data
    }

    fn bytes(&mut self, offset: u64, bytes: &[u8]) {
        let start = offset as usize;
        let end = start + bytes.len();
        if self.data.bytes.len() < end {
            self.data.bytes.resize(end, 0);
        }
        if let Some(target) = self.data.bytes.get_mut(start..end) {
            target.copy_from_slice(bytes);
        }
        // Data is mostly written from front to back: then nothing can lie under it.
        if self.data.relocations.last().is_some_and(|last| last.offset + 8 > offset) {
            let is_beside = |at: u64| at + 8 <= offset || at >= end as u64;
            self.data.relocations.retain(|relocation| is_beside(relocation.offset));
        }
    }

    fn address(&mut self, offset: u64, symbol: Name, addend: u64) {
        self.bytes(offset, &[0; 8]);
        let position = self.data.relocations.partition_point(|relocation| relocation.offset < offset);
        self.data.relocations.insert(position, Relocation { offset, symbol, addend });
    }

    fn integer(&mut self, value: i128, ty: Ty, offset: u64) {
        let bytes = value.to_le_bytes();
        let size = (ty.size() as usize).min(16);
        self.bytes(offset, bytes.get(..size).unwrap_or(&bytes));
    }

    fn value(&mut self, value: &Value, ty: TypeId, offset: u64, depth: u32) {
        let facts = self.session.facts(ty);
        let is_float = matches!(facts.ty.data(), TyData::Float { .. });
        match value {
            Value::Integer(value) if is_float => self.float(value.to_f64().unwrap_or(0.0), facts.ty, offset),
            Value::Integer(value) => {
                self.integer(super::constants::wrapped(value).unwrap_or(0), facts.ty, offset);
            }
            Value::Bool(value) => self.integer(i128::from(*value), facts.ty, offset),
            Value::Float(bits) => self.float(f64::from_bits(*bits), facts.ty, offset),
            Value::NegativeZero => self.float(-0.0, facts.ty, offset),
            Value::ExactFloat(exact) => self.float(exact.to_f64().unwrap_or(0.0), facts.ty, offset),
            Value::String(bytes) => {
                let symbol = add_string(self.session, bytes);
                self.address(offset, symbol, 0);
                if facts.shape == Shape::String {
                    self.integer(bytes.len() as i128, Ty::i64(), offset + 8);
                }
            }
            Value::Type(named) => {
                let symbol = self.session.want(Wanted::TypeInformation(*named), self.news);
                self.address(offset, symbol, 0);
            }
            Value::Procedure(instance) => self.procedure(*instance, ty, offset),
            Value::Static(data) => self.data(data, offset, depth),
            // All bits zero, whatever lay there before.
            _ => self.zero(offset, facts.ty.size()),
        }
    }

    fn zero(&mut self, offset: u64, size: u64) {
        let end = offset.saturating_add(size).min(self.data.bytes.len() as u64);
        if let Some(bytes) = self.data.bytes.get_mut(offset as usize..end as usize) {
            bytes.fill(0);
        }
    }

    fn float(&mut self, value: f64, ty: Ty, offset: u64) {
        self.integer(i128::from(float_bits(value, ty)), ty, offset);
    }

    fn procedure(&mut self, instance: InstanceId, ty: TypeId, offset: u64) {
        let source = self.session.source;
        let wants_c = matches!(source.kind(source.base_of(ty)),
            TypeKind::Procedure(procedure) if procedure.abi == SourceAbi::C);
        let symbol = if wants_c { self.entry(instance) } else { self.own_code(instance) };
        self.address(offset, symbol, 0);
    }

    fn own_code(&mut self, instance: InstanceId) -> Name {
        self.session.want(self.session.value_of(instance), self.news)
    }

    /// What C code calls for a procedure.
    fn entry(&mut self, instance: InstanceId) -> Name {
        let is_hubbub = self.session.signature(instance).is_some_and(|signature| signature.abi == Abi::Hubbub);
        let wanted = if is_hubbub { Wanted::Thunk(instance) } else { Wanted::Procedure(instance) };
        self.session.want(wanted, self.news)
    }

    fn data(&mut self, data: &Static, offset: u64, depth: u32) {
        self.bytes(offset, &data.bytes);
        for address in &data.addresses {
            if let Some(symbol) = self.target(&address.target, depth + 1) {
                self.address(offset + address.offset, symbol, address.addend);
            }
        }
    }

    fn target(&mut self, target: &Target, depth: u32) -> Option<Name> {
        match target {
            Target::Procedure(instance) => Some(self.own_code(*instance)),
            Target::Entry(instance) => Some(self.entry(*instance)),
            Target::Type(ty) => Some(self.session.want(Wanted::TypeInformation(*ty), self.news)),
            Target::Variable(instance) => Some(self.session.want(Wanted::Variable(*instance), self.news)),
            Target::Piece { graph, index } => {
                Some(self.session.want(Wanted::Piece(Arc::clone(graph), *index), self.news))
            }
            Target::Inner(index) => {
                let graph = Arc::clone(self.graph?);
                Some(self.session.want(Wanted::Piece(graph, *index), self.news))
            }
            Target::Data { data, size, align } if depth < DEPTH_MAX => {
                let ty = Ty::new(TyData::Array { element: Ty::int(8, false), length: *size });
                let mut inner =
                    Writer { session: self.session, news: self.news, data: StaticData::default(), graph: self.graph };
                inner.data(data, 0, depth);
                let found = inner.finish();
                Some(add_data(self.session, found, ty, (*align).max(1)))
            }
            Target::Data { .. } => None,
        }
    }
}
