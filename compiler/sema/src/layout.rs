//! Size, alignment and offsets of types, as the target has them: C's rules.

use crate::data::types::{Fields, Layout, Members, TypeId};
use crate::session::Sema;

impl Sema {
    /// The layout of a type; `None` after an error, for types that have none (literals, parameters), and for types that contain themselves.
    pub fn layout(&self, _ty: TypeId) -> Option<&Layout> {
        None
    }

    /// The fields of a struct, cases of a union or `Maybe` (0 `none`, 1 `some`); also those of `Context` with `#add-context` ones behind.
    pub fn fields(&self, _ty: TypeId) -> Option<&Fields> {
        None
    }

    /// The members of an enum.
    pub fn members(&self, _ty: TypeId) -> Option<&Members> {
        None
    }

    /// What a distinct type is made of, through any number of them.
    pub fn base_of(&self, ty: TypeId) -> TypeId {
        ty
    }

    /// What a distinct type was declared to be; `None` for other types.
    pub fn distinct_base(&self, _ty: TypeId) -> Option<TypeId> {
        None
    }
}
