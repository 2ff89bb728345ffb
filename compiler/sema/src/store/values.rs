//! The values of compile time of a session, interned with their types.

use hubbub_base::sharded::Sharded;
use num_bigint::BigInt;

use crate::data::types::TypeId;
use crate::data::value::{TypedValue, Value, ValueId};

/// All values.
#[derive(Default)]
pub struct Values {
    table: Sharded<TypedValue>,
}

impl Values {
    /// The id of a value.
    pub fn intern(&self, value: TypedValue) -> ValueId {
        ValueId(self.table.intern_value(value))
    }

    /// The id of an integer, enum or rune value.
    pub fn integer(&self, ty: TypeId, value: impl Into<BigInt>) -> ValueId {
        self.intern(TypedValue { ty, value: Value::Integer(value.into()) })
    }

    /// The value with its type.
    pub fn get(&self, id: ValueId) -> Option<&TypedValue> {
        self.table.get(id.0)
    }

    /// Whether the value is known only when there are generic arguments.
    pub fn is_dependent(&self, id: ValueId) -> bool {
        self.get(id).is_some_and(|value| matches!(value.value, Value::Dependent | Value::Parameter { .. }))
    }
}
