//! What a name means where it stands.

use hubbub_base::Name;
use hubbub_syntax::tree::view::OperatorName;

use crate::data::typed::LocalId;
use crate::data::types::{Argument, DeclId, InstanceId, ModuleId, TypeId, TypeKind};
use crate::session::{Env, Sema};

/// What a name means.
#[derive(Clone, PartialEq, Debug)]
pub enum Lookup {
    /// Nothing.
    NotFound,
    /// One declaration that is no procedure.
    Decl(DeclId),
    /// Procedures, one or more, own module's first, those of the Prelude last. All generic arguments of parents are still to be given.
    Procedures(Candidates),
    /// A generic parameter, by what it stands for here.
    Generic(Argument),
    /// A module, as the left side of a point.
    Module(ModuleId),
    /// A type of the language: `Int`, `Bool`, `String`.
    Type(TypeId),
    /// A type of the language that takes arguments.
    Constructor(Constructor),
    /// A variable of the body (only from [`crate::session::LocalScope`]).
    Local(LocalId),
    /// Several imports bring it in.
    Ambiguous(Vec<DeclId>),
    /// It is there, but private to its module.
    Private(DeclId),
}

/// Types of the language that take arguments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Constructor {
    Pointer,
    Array,
    Slice,
    Simd,
    Soa,
    Maybe,
}

/// One or more procedures.
#[derive(Clone, PartialEq, Debug)]
pub enum Candidates {
    One(DeclId),
    Many(Box<[DeclId]>),
}

impl Candidates {
    /// The procedures.
    pub fn as_slice(&self) -> &[DeclId] {
        match self {
            Candidates::One(decl) => std::slice::from_ref(decl),
            Candidates::Many(decls) => decls,
        }
    }
}

impl Sema {
    /// What `name` means at byte `at` of what `env` describes.
    pub fn lookup(&self, _env: &Env<'_>, _name: Name, _at: u32) -> Lookup {
        Lookup::NotFound
    }

    /// What `M.name` means, asked from module `from` (whose own private names it can see).
    pub fn lookup_in_module(&self, _module: ModuleId, _name: Name, _from: ModuleId) -> Lookup {
        Lookup::NotFound
    }

    /// The public procedures called `name` that `module` declares: what home lookup adds.
    pub fn public_procedures(&self, _module: ModuleId, _name: Name) -> Vec<DeclId> {
        Vec::new()
    }

    /// The operators that can be seen from `module` (its own, imported ones, the Prelude's).
    pub fn operators(&self, _module: ModuleId, _operator: OperatorName) -> Vec<DeclId> {
        Vec::new()
    }

    /// The public operators that `module` declares.
    pub fn public_operators(&self, _module: ModuleId, _operator: OperatorName) -> Vec<DeclId> {
        Vec::new()
    }

    /// The module that declares a type.
    pub fn home_module(&self, ty: TypeId) -> ModuleId {
        match self.kind(ty) {
            TypeKind::Struct(instance)
            | TypeKind::Enum(instance)
            | TypeKind::Union(instance)
            | TypeKind::Distinct(instance) => self.decl_of(*instance).module,
            TypeKind::Pointer(inner) | TypeKind::Slice(inner) | TypeKind::Maybe(inner) => self.home_module(*inner),
            TypeKind::Array { element, .. } | TypeKind::Simd { element, .. } | TypeKind::Soa { element, .. } => {
                self.home_module(*element)
            }
            _ => self.known.prelude,
        }
    }

    /// The declaration that stands at a node of a body: a constant, type or procedure (or one of several variables' first).
    pub fn decl_at(&self, _module: ModuleId, _node: hubbub_syntax::NodeId) -> Option<DeclId> {
        None
    }

    /// The declaration with arguments for its parents' parameters taken from `env`, where it has no parameters of its own.
    pub fn instance_in(&self, env: &Env<'_>, decl: DeclId) -> InstanceId {
        let inherited = self.decl(decl).inherited_generic_count as usize;
        self.instantiate(decl, env.arguments.get(..inherited).unwrap_or(&[]))
    }
}
