//! Signatures of procedures, types of variables.

use crate::data::types::{InstanceId, Signature, TypeId};
use crate::session::Sema;

impl Sema {
    /// The signature of a procedure; `None` if the instance is none.
    pub fn signature(&self, _instance: InstanceId) -> Option<&Signature> {
        None
    }

    /// The type of a top-level variable.
    pub fn variable_type(&self, _instance: InstanceId) -> Option<TypeId> {
        None
    }
}
