//! From the checker's types to MIR's, with layouts as the checker computed them.
//!
//! Each type is lowered once and then found in a table that all threads share. Aggregates are nominal: what is inside
//! them is defined at the end ([`Types::aggregates`]), so recursion through pointers ends at the name.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use hashbrown::HashMap;
use hubbub_base::{Id, Name};
use hubbub_sema::data::types::{ProcedureType, TypeId, TypeKind};
use hubbub_syntax::tree::view::Abi as SourceAbi;
use indexmap::IndexMap;

use super::source::Source;
use crate::data::program::{Aggregate, AggregateKind, Field, Member};
use crate::data::ty::{Abi, Signature, Ty, TyData};

const SHARDS: usize = 16;

/// A lowered type and what lowering asks about it all the time.
#[derive(Debug)]
pub(super) struct Facts {
    /// The type.
    pub ty: Ty,
    /// How it is built, seen through `distinct`.
    pub shape: Shape,
}

/// How a type is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Numbers, Bool, runes, enums, pointers, procedures, types, vectors.
    Scalar,
    /// Nothing is stored.
    Void,
    /// Fields as the checker numbers them.
    Struct,
    /// A tag of this type in field 0; case n is field n + 1.
    Union {
        tag: Ty,
    },
    /// A pointer that is null for the case without payload.
    NullUnion {
        some: u32,
    },
    /// All fields at offset 0.
    RawUnion,
    Array {
        element: TypeId,
        length: u64,
    },
    Slice {
        element: TypeId,
    },
    String,
    Closure,
    Any,
    Soa {
        element: TypeId,
        length: u64,
    },
}

/// All lowered types.
pub(super) struct Types {
    shards: [RwLock<HashMap<TypeId, Arc<Facts>, foldhash::fast::FixedState>>; SHARDS],
    /// What aggregates and enums stand for, by their names.
    named: Mutex<HashMap<Name, Origin>>,
}

/// Where the inside of an aggregate comes from.
#[derive(Clone, Debug)]
enum Origin {
    Type(TypeId),
    /// Made by lowering itself: environments of closures.
    Made(Arc<Aggregate>),
}

impl Types {
    pub fn new() -> Self {
        Self {
            shards: std::array::from_fn(|_| {
                RwLock::new(HashMap::with_hasher(foldhash::fast::FixedState::with_seed(11)))
            }),
            named: Mutex::new(HashMap::new()),
        }
    }

    /// The lowered type.
    pub fn get(&self, source: &dyn Source, ty: TypeId) -> Arc<Facts> {
        let shard = self.shards.get(ty.index() % SHARDS);
        if let Some(found) =
            shard.and_then(|shard| shard.read().unwrap_or_else(PoisonError::into_inner).get(&ty).cloned())
        {
            return found;
        }
        let facts = Arc::new(self.lower(source, ty));
        if let Some(shard) = shard {
            shard.write().unwrap_or_else(PoisonError::into_inner).insert(ty, Arc::clone(&facts));
        }
        facts
    }

    fn ty(&self, source: &dyn Source, ty: TypeId) -> Ty {
        self.get(source, ty).ty
    }

    fn lower(&self, source: &dyn Source, ty: TypeId) -> Facts {
        let base = source.base_of(ty);
        if base != ty {
            let facts = self.get(source, base);
            return Facts { ty: facts.ty, shape: facts.shape };
        }
        let scalar = |data: TyData| Facts { ty: Ty::new(data), shape: Shape::Scalar };
        match source.kind(ty) {
            TypeKind::Int { bits, signed } => scalar(TyData::Int { bits: *bits, signed: *signed }),
            TypeKind::LiteralInt => scalar(TyData::Int { bits: 64, signed: true }),
            TypeKind::Float { bits } => scalar(TyData::Float { bits: *bits }),
            TypeKind::LiteralFloat => scalar(TyData::Float { bits: 64 }),
            TypeKind::Bool => scalar(TyData::Bool),
            TypeKind::Rune | TypeKind::LiteralRune => scalar(TyData::Rune),
            TypeKind::Type | TypeKind::LiteralNull => scalar(TyData::Pointer { pointee: None }),
            TypeKind::CString => scalar(TyData::Pointer { pointee: Some(Ty::int(8, false)) }),
            TypeKind::Pointer(_) | TypeKind::Procedure(_) if leads_to(source, ty, ty, &mut Vec::new()) => {
                scalar(TyData::Pointer { pointee: None })
            }
            TypeKind::Pointer(pointee) => scalar(TyData::Pointer { pointee: self.pointee(source, *pointee) }),
            TypeKind::Enum(instance) => {
                let name = Name::new(&source.symbol(*instance));
                self.name(name, Origin::Type(ty));
                self.enumeration(source, ty, name)
            }
            TypeKind::Simd { element, lanes } => {
                scalar(TyData::Vector { element: self.ty(source, *element), lanes: *lanes })
            }
            TypeKind::Array { element, length } => Facts {
                ty: Ty::new(TyData::Array { element: self.ty(source, *element), length: *length }),
                shape: Shape::Array { element: *element, length: *length },
            },
            TypeKind::Procedure(procedure) => self.procedure(source, ty, procedure),
            TypeKind::Maybe(_) | TypeKind::Union(_) => self.union(source, ty),
            TypeKind::Struct(_) => self.aggregate(source, ty, Shape::Struct),
            TypeKind::String | TypeKind::LiteralString => self.aggregate(source, ty, Shape::String),
            TypeKind::Slice(element) => self.aggregate(source, ty, Shape::Slice { element: *element }),
            TypeKind::Any => self.aggregate(source, ty, Shape::Any),
            TypeKind::Soa { element, length } => {
                self.aggregate(source, ty, Shape::Soa { element: *element, length: *length })
            }
            TypeKind::Void
            | TypeKind::Never
            | TypeKind::Error
            | TypeKind::Distinct(_)
            | TypeKind::Results(_)
            | TypeKind::Parameter { .. }
            | TypeKind::Dependent
            | TypeKind::Counted { .. }
            | TypeKind::Module(_)
            | TypeKind::OverloadSet => Facts { ty: nothing(), shape: Shape::Void },
        }
    }

    /// Pointers to what has no size (yet) point to anything.
    fn pointee(&self, source: &dyn Source, pointee: TypeId) -> Option<Ty> {
        match source.kind(source.base_of(pointee)) {
            TypeKind::Void | TypeKind::Never | TypeKind::Error => None,
            _ => Some(self.ty(source, pointee)),
        }
    }

    fn enumeration(&self, source: &dyn Source, ty: TypeId, name: Name) -> Facts {
        let backing = source.members(ty).map(|members| self.ty(source, members.backing));
        let (bits, signed) = match backing.map(Ty::data) {
            Some(TyData::Int { bits, signed }) => (*bits, *signed),
            _ => (32, true),
        };
        Facts { ty: Ty::new(TyData::Enum { name, bits, signed }), shape: Shape::Scalar }
    }

    fn procedure(&self, source: &dyn Source, ty: TypeId, procedure: &ProcedureType) -> Facts {
        if procedure.abi == SourceAbi::Closure {
            return self.aggregate(source, ty, Shape::Closure);
        }
        Facts { ty: Ty::new(TyData::Procedure(self.signature(source, procedure))), shape: Shape::Scalar }
    }

    /// The signature of a procedure type; a closure's has its environment in front.
    pub fn signature(&self, source: &dyn Source, procedure: &ProcedureType) -> Signature {
        let environment = (procedure.abi == SourceAbi::Closure).then(Ty::pointer);
        let parameters = procedure.parameters.iter().map(|parameter| self.ty(source, *parameter));
        Signature {
            abi: if procedure.abi == SourceAbi::C { Abi::C } else { Abi::Hubbub },
            parameters: environment.into_iter().chain(parameters).collect(),
            results: self.results(source, &procedure.results),
            is_variadic: procedure.is_c_variadic,
        }
    }

    /// Types of results; those without a value are dropped.
    pub fn results(&self, source: &dyn Source, results: &[TypeId]) -> Box<[Ty]> {
        let facts = results.iter().map(|result| self.get(source, *result));
        facts.filter(|facts| facts.shape != Shape::Void).map(|facts| facts.ty).collect()
    }

    fn union(&self, source: &dyn Source, ty: TypeId) -> Facts {
        let Some(layout) = source.layout(ty) else { return Facts { ty: nothing(), shape: Shape::Void } };
        let fields = source.fields(ty);
        if fields.is_some_and(|fields| fields.attributes.is_raw) {
            return self.aggregate(source, ty, Shape::RawUnion);
        }
        if layout.tag_offset.is_some() {
            return self.aggregate(source, ty, Shape::Union { tag: Ty::int(layout.tag_bits, false) });
        }
        let cases = fields.map_or(&[][..], |fields| &fields.fields);
        let some = cases.iter().position(|case| *source.kind(case.ty) != TypeKind::Void).unwrap_or(1);
        let ty = cases.get(some).map_or_else(Ty::pointer, |case| self.ty(source, case.ty));
        Facts { ty, shape: Shape::NullUnion { some: some as u32 } }
    }

    fn aggregate(&self, source: &dyn Source, ty: TypeId, shape: Shape) -> Facts {
        let name = Name::new(&self.type_symbol(source, ty));
        let (size, align) = match source.layout(ty) {
            Some(layout) => (layout.size, layout.align),
            None => (if shape == Shape::Struct { 0 } else { 16 }, if shape == Shape::Struct { 1 } else { 8 }),
        };
        self.name(name, Origin::Type(ty));
        Facts { ty: Ty::new(TyData::Aggregate { name, size, align }), shape }
    }

    fn name(&self, name: Name, origin: Origin) {
        self.named.lock().unwrap_or_else(PoisonError::into_inner).insert(name, origin);
    }

    /// An aggregate that lowering makes up.
    pub fn make(&self, aggregate: Aggregate) -> Ty {
        let data = TyData::Aggregate { name: aggregate.name, size: aggregate.size, align: aggregate.align };
        self.name(aggregate.name, Origin::Made(Arc::new(aggregate)));
        Ty::new(data)
    }

    /// A type's name that is unique in the program: declared ones by their symbols.
    pub fn type_symbol(&self, source: &dyn Source, ty: TypeId) -> String {
        let inner = |ty: TypeId| self.type_symbol(source, ty);
        match source.kind(ty) {
            TypeKind::Struct(instance)
            | TypeKind::Enum(instance)
            | TypeKind::Union(instance)
            | TypeKind::Distinct(instance) => source.symbol(*instance),
            TypeKind::Pointer(pointee) => format!("Pointer{{{}}}", inner(*pointee)),
            TypeKind::Slice(element) => format!("Slice{{{}}}", inner(*element)),
            TypeKind::Maybe(payload) => format!("Maybe{{{}}}", inner(*payload)),
            TypeKind::Array { element, length } => format!("Array{{{}, {length}}}", inner(*element)),
            TypeKind::Simd { element, lanes } => format!("Simd{{{}, {lanes}}}", inner(*element)),
            TypeKind::Soa { element, length } => format!("Soa{{{}, {length}}}", inner(*element)),
            TypeKind::Procedure(procedure) => self.procedure_symbol(source, procedure),
            _ => source.type_name(ty),
        }
    }

    fn procedure_symbol(&self, source: &dyn Source, procedure: &ProcedureType) -> String {
        let list =
            |types: &[TypeId]| types.iter().map(|ty| self.type_symbol(source, *ty)).collect::<Vec<_>>().join(", ");
        let abi = match procedure.abi {
            SourceAbi::Hubbub => "",
            SourceAbi::C => "#c-call ",
            SourceAbi::Closure => "#closure ",
        };
        let variadic = if procedure.is_c_variadic { ", .." } else { "" };
        let results =
            if procedure.results.is_empty() { String::new() } else { format!(" -> ({})", list(&procedure.results)) };
        format!("{abi}({}{variadic}){results}", list(&procedure.parameters))
    }

    /// The inside of one aggregate or enum that has been lowered.
    pub fn aggregate_named(&self, source: &dyn Source, name: Name) -> Option<Aggregate> {
        let origin = self.named.lock().unwrap_or_else(PoisonError::into_inner).get(&name).cloned()?;
        Some(match origin {
            Origin::Made(aggregate) => (*aggregate).clone(),
            Origin::Type(ty) => self.define(source, ty, name),
        })
    }

    /// The insides of all aggregates and enums that have been lowered, and of all that these mention, by name.
    pub fn aggregates(&self, source: &dyn Source) -> IndexMap<Name, Aggregate> {
        let mut defined: HashMap<Name, Aggregate> = HashMap::new();
        loop {
            let named = self.named.lock().unwrap_or_else(PoisonError::into_inner);
            let new: Vec<Name> = named.keys().filter(|name| !defined.contains_key(*name)).copied().collect();
            drop(named);
            if new.is_empty() {
                break;
            }
            for name in new {
                if let Some(aggregate) = self.aggregate_named(source, name) {
                    defined.insert(name, aggregate);
                }
            }
        }
        let mut all: Vec<_> = defined.into_iter().collect();
        all.sort_unstable_by_key(|(name, _)| name.as_str());
        all.into_iter().collect()
    }

    fn define(&self, source: &dyn Source, ty: TypeId, name: Name) -> Aggregate {
        let facts = self.get(source, ty);
        let (size, align) = (facts.ty.size(), facts.ty.align());
        let (kind, fields) = match facts.shape {
            Shape::Union { tag } => (AggregateKind::Union, self.union_fields(source, ty, tag)),
            Shape::RawUnion => (AggregateKind::RawUnion, self.struct_fields(source, ty)),
            Shape::Struct => (AggregateKind::Struct, self.struct_fields(source, ty)),
            Shape::String => (AggregateKind::Struct, pointer_and_length(Ty::int(8, false))),
            Shape::Slice { element } => (AggregateKind::Struct, self.slice_fields(source, element)),
            Shape::Soa { element, length } => (AggregateKind::Struct, self.soa_fields(source, element, length)),
            Shape::Closure => (AggregateKind::Struct, self.closure_fields(source, ty)),
            Shape::Any => (AggregateKind::Struct, two_words("type", Ty::pointer(), "value", Ty::int(64, false))),
            Shape::Scalar | Shape::Void | Shape::NullUnion { .. } | Shape::Array { .. } => {
                (AggregateKind::Enum, Vec::new())
            }
        };
        let members = if kind == AggregateKind::Enum { enum_members(source, ty) } else { Vec::new() };
        Aggregate { name, size, align, kind, fields, members }
    }

    fn struct_fields(&self, source: &dyn Source, ty: TypeId) -> Vec<Field> {
        let fields = source.fields(ty).map_or(&[][..], |fields| &fields.fields);
        let offsets = source.layout(ty).map_or(&[][..], |layout| &layout.offsets);
        let offsets = offsets.iter().copied().chain(std::iter::repeat(0));
        let field = |(field, offset): (&hubbub_sema::data::types::FieldInfo, u64)| Field {
            name: field.name,
            ty: self.ty(source, field.ty),
            offset,
        };
        fields.iter().zip(offsets).map(field).collect()
    }

    fn union_fields(&self, source: &dyn Source, ty: TypeId, tag: Ty) -> Vec<Field> {
        let offset = source.layout(ty).and_then(|layout| layout.tag_offset).unwrap_or(0);
        let tag = Field { name: Name::new("tag"), ty: tag, offset };
        std::iter::once(tag).chain(self.struct_fields(source, ty)).collect()
    }

    fn slice_fields(&self, source: &dyn Source, element: TypeId) -> Vec<Field> {
        match self.pointee(source, element) {
            Some(element) => pointer_and_length(element),
            None => two_words("data", Ty::pointer(), "length", Ty::i64()),
        }
    }

    fn closure_fields(&self, source: &dyn Source, ty: TypeId) -> Vec<Field> {
        let code = match source.kind(source.base_of(ty)) {
            TypeKind::Procedure(procedure) => Ty::new(TyData::Procedure(self.signature(source, procedure))),
            _ => Ty::pointer(),
        };
        two_words("code", code, "environment", Ty::pointer())
    }

    fn soa_fields(&self, source: &dyn Source, element: TypeId, length: u64) -> Vec<Field> {
        let mut offset = 0u64;
        let mut fields = Vec::new();
        for field in self.struct_fields(source, element) {
            let align = u64::from(field.ty.align().max(1));
            offset = offset.next_multiple_of(align);
            fields.push(Field { name: field.name, ty: Ty::new(TyData::Array { element: field.ty, length }), offset });
            offset += field.ty.size().saturating_mul(length);
        }
        fields
    }
}

/// Whether a type that has no name leads to another one without passing one that has: through `distinct` types alone, as in
/// `State :: distinct (n: Int) -> State`. Where such a circle closes, its pointers lead to anything.
fn leads_to(source: &dyn Source, from: TypeId, to: TypeId, seen: &mut Vec<TypeId>) -> bool {
    let mut reaches = |next: TypeId| {
        let next = source.base_of(next);
        if next == to {
            return true;
        }
        if seen.contains(&next) {
            return false;
        }
        seen.push(next);
        leads_to(source, next, to, seen)
    };
    match source.kind(from) {
        TypeKind::Pointer(element)
        | TypeKind::Maybe(element)
        | TypeKind::Array { element, .. }
        | TypeKind::Simd { element, .. } => reaches(*element),
        TypeKind::Procedure(procedure) if procedure.abi != SourceAbi::Closure => {
            procedure.parameters.iter().chain(&procedure.results).any(|ty| reaches(*ty))
        }
        _ => false,
    }
}

fn enum_members(source: &dyn Source, ty: TypeId) -> Vec<Member> {
    let members = source.members(ty).map_or(&[][..], |members| &members.members);
    members.iter().map(|(name, value, _)| Member { name: *name, value: *value }).collect()
}

fn pointer_and_length(element: Ty) -> Vec<Field> {
    two_words("data", Ty::pointer_to(element), "length", Ty::i64())
}

fn two_words(first: &str, first_ty: Ty, second: &str, second_ty: Ty) -> Vec<Field> {
    vec![
        Field { name: Name::new(first), ty: first_ty, offset: 0 },
        Field { name: Name::new(second), ty: second_ty, offset: 8 },
    ]
}

/// What stands for a value where there is none: an array of nothing.
pub(super) fn nothing() -> Ty {
    Ty::new(TyData::Array { element: Ty::int(8, false), length: 0 })
}
