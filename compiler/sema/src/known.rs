//! Names and declarations that the compiler itself refers to.

use hubbub_base::Name;

use crate::data::types::{InstanceId, ModuleId, TypeId};
use crate::session::Sema;

/// What every session knows by name.
#[derive(Debug)]
pub struct Known {
    /// The name of nameless things.
    pub empty: Name,
    /// The module that is imported everywhere.
    pub prelude: ModuleId,
}

impl Sema {
    /// The type that the Prelude declares under this name: `Context`, `Writer`, `Format_Spec` … `None` when there is no such Prelude.
    pub fn prelude_type(&self, _name: &str) -> Option<TypeId> {
        None
    }

    /// The one procedure without generic parameters that the Prelude declares under this name.
    pub fn prelude_procedure(&self, _name: &str) -> Option<InstanceId> {
        None
    }

    /// The type `Context` (the error type without a Prelude).
    pub fn context_type(&self) -> TypeId {
        self.prelude_type("Context").unwrap_or(self.types.error)
    }
}
