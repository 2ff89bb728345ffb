//! Symbols: readable, unique, the same in every build.

use crate::data::types::InstanceId;
use crate::session::Sema;

impl Sema {
    /// The symbol of an instance: `Module.name`, with parameter types where the set has several members, and generic arguments.
    pub fn symbol(&self, _instance: InstanceId) -> String {
        String::new()
    }

    /// What people call an instance: `max{Int}`.
    pub fn instance_name(&self, _instance: InstanceId) -> String {
        String::new()
    }
}
