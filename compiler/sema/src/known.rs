//! Names and declarations that the compiler itself refers to.

use std::sync::OnceLock;

use hashbrown::HashMap;
use hubbub_base::Name;

use crate::data::types::{Constructor, InstanceId, ModuleId, TypeId};
use crate::names::lookup::Lookup;
use crate::session::Sema;
use crate::store::types::Types;

/// What every session knows by name.
#[derive(Debug)]
pub struct Known {
    /// The name of nameless things.
    pub empty: Name,
    /// The module that is imported everywhere.
    pub prelude: ModuleId,
    language: HashMap<Name, Lookup, foldhash::fast::FixedState>,
    context: OnceLock<TypeId>,
}

impl Known {
    /// The names of a session.
    pub fn new(types: &Types, prelude: ModuleId) -> Self {
        let plain = [
            ("i8", types.i8),
            ("i16", types.i16),
            ("i32", types.i32),
            ("i64", types.int),
            ("i128", types.i128),
            ("u8", types.u8),
            ("u16", types.u16),
            ("u32", types.u32),
            ("u64", types.uint),
            ("u128", types.u128),
            ("Int", types.int),
            ("UInt", types.uint),
            ("f16", types.f16),
            ("f32", types.f32),
            ("f64", types.float),
            ("Float", types.float),
            ("Bool", types.bool),
            ("Rune", types.rune),
            ("Void", types.void),
            ("Never", types.never),
            ("String", types.string),
            ("CString", types.cstring),
            ("Any", types.any),
            ("Type", types.type_),
            ("int", types.int),
            ("bool", types.bool),
            ("string", types.string),
            ("void", types.void),
            ("s8", types.i8),
            ("s16", types.i16),
            ("s32", types.i32),
            ("s64", types.int),
        ];
        let constructors = [
            ("Pointer", Constructor::Pointer),
            ("Array", Constructor::Array),
            ("Slice", Constructor::Slice),
            ("Simd", Constructor::Simd),
            ("Soa", Constructor::Soa),
            ("Maybe", Constructor::Maybe),
        ];
        let plain = plain.into_iter().map(|(name, ty)| (Name::new(name), Lookup::Type(ty)));
        let constructors = constructors.into_iter().map(|(name, made)| (Name::new(name), Lookup::Constructor(made)));
        let language = plain.chain(constructors).collect();
        Self { empty: Name::new(""), prelude, language, context: OnceLock::new() }
    }

    /// A type of the language.
    pub fn language_type(&self, name: Name) -> Option<Lookup> {
        self.language.get(&name).cloned()
    }

    /// All names of types of the language, for suggestions.
    pub fn language_names(&self) -> impl Iterator<Item = Name> + '_ {
        self.language.keys().copied()
    }
}

impl Sema {
    /// The type that the Prelude declares under this name: `Context`, `Writer`, `Format_Spec` … `None` when there is no such Prelude.
    pub fn prelude_type(&self, name: &str) -> Option<TypeId> {
        let mut declared = self.own_declarations(self.known.prelude, Name::new(name));
        let decl = declared.next().filter(|decl| self.decl(*decl).kind.is_type())?;
        Some(self.declared_type(self.instantiate(decl, &[])))
    }

    /// The first procedure without generic parameters that the Prelude declares under this name.
    pub fn prelude_procedure(&self, name: &str) -> Option<InstanceId> {
        let mut declared = self.own_declarations(self.known.prelude, Name::new(name));
        let plain =
            |decl: &crate::data::types::DeclId| self.decl(*decl).is_procedure() && self.decl(*decl).generic_count == 0;
        Some(self.instantiate(declared.find(plain)?, &[]))
    }

    /// The module that is imported everywhere.
    pub fn prelude(&self) -> ModuleId {
        self.known.prelude
    }

    /// The type `Context` (the error type without a Prelude).
    pub fn context_type(&self) -> TypeId {
        *self.known.context.get_or_init(|| self.prelude_type("Context").unwrap_or(self.types.error))
    }
}
