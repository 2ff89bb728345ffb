//! What `==` means for a type.

use crate::data::types::{InstanceId, TypeId};
use crate::session::Sema;

/// How values of a type are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Equality {
    /// There is no `==` (slices, closures, raw unions, what contains them).
    None,
    /// One comparison of numbers, pointers, procedures, enums, runes, types.
    Scalar,
    /// By field, element, tag and payload, or bytes of a string.
    Structural,
    /// By the type's own operator.
    Operator(InstanceId),
}

impl Sema {
    /// How values of a type are compared.
    pub fn equality(&self, _ty: TypeId) -> Equality {
        Equality::Scalar
    }
}
