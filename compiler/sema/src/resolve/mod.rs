//! From type expressions to types.

use hubbub_syntax::NodeId;

use crate::data::types::TypeId;
use crate::session::{Env, Sema};

impl Sema {
    /// The type that a node writes; reports what is wrong and gives the error type.
    pub fn resolve_type(&self, _env: &Env<'_>, _node: NodeId) -> TypeId {
        self.types.error
    }

    /// The type that a node writes, if it writes one; reports nothing when it is an expression that is no type.
    pub fn try_resolve_type(&self, _env: &Env<'_>, _node: NodeId) -> Option<TypeId> {
        None
    }

    /// The type that a type declaration (struct, enum, union, distinct, alias) with its arguments declares.
    pub fn declared_type(&self, _instance: crate::data::types::InstanceId) -> TypeId {
        self.types.error
    }
}
