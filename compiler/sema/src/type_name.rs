//! Types as users write them.

use crate::data::types::TypeId;
use crate::session::Sema;

impl Sema {
    /// A type as users write it: `Int`, `Pointer{Node}`, `Pair{Int, Bool}`.
    pub fn type_name(&self, _ty: TypeId) -> String {
        String::new()
    }
}
