//! The types of a session, interned: equal types have equal ids.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use hubbub_base::sharded::Sharded;

use crate::data::types::{Argument, Fields, Layout, Members, TypeId, TypeKind};
use crate::data::value::ValueId;
use crate::store::instances::Instances;
use crate::store::values::Values;

/// All types, and ready-made ids of those that the compiler itself speaks of.
pub struct Types {
    table: Sharded<TypeEntry>,
    error_kind: TypeKind,
    pub error: TypeId,
    pub i8: TypeId,
    pub i16: TypeId,
    pub i32: TypeId,
    /// `i64`, which is also called `Int`.
    pub int: TypeId,
    pub i128: TypeId,
    pub u8: TypeId,
    pub u16: TypeId,
    pub u32: TypeId,
    /// `u64`, which is also called `UInt`.
    pub uint: TypeId,
    pub u128: TypeId,
    pub f16: TypeId,
    pub f32: TypeId,
    /// `f64`, which is also called `Float`.
    pub float: TypeId,
    pub bool: TypeId,
    pub rune: TypeId,
    pub void: TypeId,
    pub never: TypeId,
    pub string: TypeId,
    pub cstring: TypeId,
    pub any: TypeId,
    /// The type of types.
    pub type_: TypeId,
    pub literal_int: TypeId,
    pub literal_float: TypeId,
    pub literal_rune: TypeId,
    pub literal_string: TypeId,
    pub literal_null: TypeId,
    pub dependent: TypeId,
    pub overload_set: TypeId,
    /// `Pointer{Void}`.
    pub void_pointer: TypeId,
    /// `Pointer{u8}`.
    pub byte_pointer: TypeId,
    /// `Slice{Any}`, the type of `..Any`.
    pub any_slice: TypeId,
}

/// What is known about a type.
#[derive(Debug)]
pub struct TypeEntry {
    kind: TypeKind,
    facts: TypeFacts,
    pub(crate) fields: OnceLock<Option<Box<Fields>>>,
    pub(crate) members: OnceLock<Option<Box<Members>>>,
    pub(crate) layout: OnceLock<Option<Box<Layout>>>,
    /// Default values of fields, as many as there are fields.
    pub(crate) defaults: OnceLock<Box<[OnceLock<Option<ValueId>>]>>,
    pub(crate) default: OnceLock<Option<ValueId>>,
}

/// Facts about a type that are seen when it is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct TypeFacts {
    /// How deep it is nested.
    pub depth: u16,
    /// It mentions a generic parameter or is [`TypeKind::Dependent`].
    pub is_dependent: bool,
    /// It mentions [`TypeKind::Error`].
    pub has_error: bool,
}

impl TypeFacts {
    pub(crate) fn join(self, inner: TypeFacts) -> TypeFacts {
        TypeFacts {
            depth: self.depth.max(inner.depth.saturating_add(1)),
            is_dependent: self.is_dependent || inner.is_dependent,
            has_error: self.has_error || inner.has_error,
        }
    }
}

impl PartialEq for TypeEntry {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for TypeEntry {}

impl Hash for TypeEntry {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.kind.hash(state);
    }
}

impl Types {
    /// The types of a new session. Kinds that mention instances are looked up in `instances`.
    pub fn new() -> Self {
        let none = TypeId(0);
        let table = Sharded::new();
        let mut types = Self {
            table,
            error_kind: TypeKind::Error,
            error: none,
            i8: none,
            i16: none,
            i32: none,
            int: none,
            i128: none,
            u8: none,
            u16: none,
            u32: none,
            uint: none,
            u128: none,
            f16: none,
            f32: none,
            float: none,
            bool: none,
            rune: none,
            void: none,
            never: none,
            string: none,
            cstring: none,
            any: none,
            type_: none,
            literal_int: none,
            literal_float: none,
            literal_rune: none,
            literal_string: none,
            literal_null: none,
            dependent: none,
            overload_set: none,
            void_pointer: none,
            byte_pointer: none,
            any_slice: none,
        };
        types.make_ready();
        types
    }

    fn make_ready(&mut self) {
        let plain = |types: &Self, kind: TypeKind| {
            let facts = TypeFacts {
                is_dependent: kind == TypeKind::Dependent,
                has_error: kind == TypeKind::Error,
                ..TypeFacts::default()
            };
            types.intern_with(kind, facts)
        };
        let int = |types: &Self, bits: u16, signed: bool| plain(types, TypeKind::Int { bits, signed });
        self.error = plain(self, TypeKind::Error);
        (self.i8, self.i16, self.i32) = (int(self, 8, true), int(self, 16, true), int(self, 32, true));
        (self.int, self.i128) = (int(self, 64, true), int(self, 128, true));
        (self.u8, self.u16, self.u32) = (int(self, 8, false), int(self, 16, false), int(self, 32, false));
        (self.uint, self.u128) = (int(self, 64, false), int(self, 128, false));
        self.f16 = plain(self, TypeKind::Float { bits: 16 });
        self.f32 = plain(self, TypeKind::Float { bits: 32 });
        self.float = plain(self, TypeKind::Float { bits: 64 });
        (self.bool, self.rune) = (plain(self, TypeKind::Bool), plain(self, TypeKind::Rune));
        (self.void, self.never) = (plain(self, TypeKind::Void), plain(self, TypeKind::Never));
        (self.string, self.cstring) = (plain(self, TypeKind::String), plain(self, TypeKind::CString));
        (self.any, self.type_) = (plain(self, TypeKind::Any), plain(self, TypeKind::Type));
        self.literal_int = plain(self, TypeKind::LiteralInt);
        self.literal_float = plain(self, TypeKind::LiteralFloat);
        self.literal_rune = plain(self, TypeKind::LiteralRune);
        self.literal_string = plain(self, TypeKind::LiteralString);
        self.literal_null = plain(self, TypeKind::LiteralNull);
        self.dependent = plain(self, TypeKind::Dependent);
        self.overload_set = plain(self, TypeKind::OverloadSet);
        self.void_pointer = self.wrap(TypeKind::Pointer(self.void), &[self.void]);
        self.byte_pointer = self.wrap(TypeKind::Pointer(self.u8), &[self.u8]);
        self.any_slice = self.wrap(TypeKind::Slice(self.any), &[self.any]);
    }

    fn wrap(&self, kind: TypeKind, parts: &[TypeId]) -> TypeId {
        let facts = parts.iter().fold(TypeFacts::default(), |facts, part| facts.join(self.facts(*part)));
        self.intern_with(kind, facts)
    }

    /// What a type is.
    #[inline]
    pub fn get(&self, ty: TypeId) -> &TypeKind {
        self.table.get(ty.0).map_or(&self.error_kind, |entry| &entry.kind)
    }

    /// Facts about a type.
    #[inline]
    pub fn facts(&self, ty: TypeId) -> TypeFacts {
        self.table.get(ty.0).map_or(TypeFacts::default(), |entry| entry.facts)
    }

    pub(crate) fn entry(&self, ty: TypeId) -> Option<&TypeEntry> {
        self.table.get(ty.0)
    }

    /// The id of a type that mentions no instance; [`crate::Sema::intern`] takes every kind.
    pub(crate) fn intern_with(&self, kind: TypeKind, facts: TypeFacts) -> TypeId {
        struct Key<'k>(&'k TypeKind);
        impl Hash for Key<'_> {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.0.hash(state);
            }
        }
        let id = self.table.intern(
            &Key(&kind),
            |entry, key| entry.kind == *key.0,
            || TypeEntry {
                kind: kind.clone(),
                facts,
                fields: OnceLock::new(),
                members: OnceLock::new(),
                layout: OnceLock::new(),
                defaults: OnceLock::new(),
                default: OnceLock::new(),
            },
        );
        TypeId(id)
    }

    /// The facts of a kind, from those of its parts.
    pub(crate) fn facts_of(&self, kind: &TypeKind, instances: &Instances, values: &Values) -> TypeFacts {
        let base = TypeFacts::default();
        match kind {
            TypeKind::Error => TypeFacts { has_error: true, ..base },
            TypeKind::Dependent | TypeKind::Parameter { .. } => TypeFacts { is_dependent: true, ..base },
            TypeKind::Pointer(inner) | TypeKind::Slice(inner) | TypeKind::Maybe(inner) => base.join(self.facts(*inner)),
            TypeKind::Array { element, .. } | TypeKind::Simd { element, .. } | TypeKind::Soa { element, .. } => {
                base.join(self.facts(*element))
            }
            TypeKind::Counted { element, .. } => TypeFacts { is_dependent: true, ..base.join(self.facts(*element)) },
            TypeKind::Procedure(procedure) => {
                let parts = procedure.parameters.iter().chain(procedure.results.iter());
                parts.fold(base, |facts, part| facts.join(self.facts(*part)))
            }
            TypeKind::Results(results) => results.iter().fold(base, |facts, part| facts.join(self.facts(*part))),
            TypeKind::Struct(instance)
            | TypeKind::Enum(instance)
            | TypeKind::Union(instance)
            | TypeKind::Distinct(instance) => {
                let arguments = instances.get(*instance).map_or(&[][..], |entry| &entry.instance.arguments);
                arguments.iter().fold(base, |facts, argument| match argument {
                    Argument::Type(ty) => facts.join(self.facts(*ty)),
                    Argument::Value(value) => {
                        TypeFacts { is_dependent: facts.is_dependent || values.is_dependent(*value), ..facts }
                    }
                })
            }
            _ => base,
        }
    }
}

impl Default for Types {
    fn default() -> Self {
        Self::new()
    }
}
