//! Constants: their types and their values, each a demand of its own.

pub mod exact;

use hubbub_syntax::NodeId;

use crate::data::types::{InstanceId, TypeId};
use crate::data::value::{TypedValue, ValueId};
use crate::session::{Env, Sema};

impl Sema {
    /// The type of a constant (a literal's, if it has none of its own); `None` after an error.
    pub fn constant_type(&self, _instance: InstanceId) -> Option<TypeId> {
        None
    }

    /// The value of a constant; `None` after an error, which has been reported.
    pub fn constant(&self, _instance: InstanceId) -> Option<&TypedValue> {
        None
    }

    /// The value of any expression in `env`, of the expected type if one is given; `None` after an error, which has been reported.
    pub fn evaluate(&self, _env: &Env<'_>, _node: NodeId, _expected: Option<TypeId>) -> Option<TypedValue> {
        None
    }

    /// The default value of field `index`, if one is written.
    pub fn field_default(&self, _ty: TypeId, _index: u32) -> Option<ValueId> {
        None
    }

    /// The initial value of a top-level variable; `None` when it is all bits zero, or after an error.
    pub fn variable_value(&self, _instance: InstanceId) -> Option<ValueId> {
        None
    }
}
