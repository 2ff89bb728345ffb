//! Instances, interned, each with the cells of what is known about it.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use hubbub_base::sharded::Sharded;

use crate::data::typed::TypedBody;
use crate::data::types::{Argument, DeclId, Instance, InstanceId, Signature, TypeId};
use crate::data::value::ValueId;

/// All instances of a session.
#[derive(Default)]
pub struct Instances {
    table: Sharded<InstanceEntry>,
}

/// An instance and what has been demanded of it so far. A cell is set once; who comes late drops an equal value.
#[derive(Debug)]
pub struct InstanceEntry {
    /// The instance.
    pub instance: Instance,
    pub(crate) signature: OnceLock<Option<Box<Signature>>>,
    /// The type of a constant or variable, the type that a type declaration declares.
    pub(crate) ty: OnceLock<Option<TypeId>>,
    pub(crate) value: OnceLock<Option<ValueId>>,
    pub(crate) condition: OnceLock<Option<bool>>,
    pub(crate) body: OnceLock<Option<Arc<TypedBody>>>,
}

impl PartialEq for InstanceEntry {
    fn eq(&self, other: &Self) -> bool {
        self.instance == other.instance
    }
}

impl Eq for InstanceEntry {}

impl Hash for InstanceEntry {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Key { decl: self.instance.decl, arguments: &self.instance.arguments, literal: self.instance.literal }
            .hash(state);
    }
}

#[derive(Hash)]
struct Key<'k> {
    decl: DeclId,
    arguments: &'k [Argument],
    literal: Option<u32>,
}

impl Instances {
    /// The instance of `decl` with these arguments.
    pub fn intern(&self, decl: DeclId, arguments: &[Argument], literal: Option<u32>) -> InstanceId {
        let id = self.table.intern(
            &Key { decl, arguments, literal },
            |entry, key| {
                let instance = &entry.instance;
                instance.decl == key.decl && instance.literal == key.literal && *instance.arguments == *key.arguments
            },
            || InstanceEntry {
                instance: Instance { decl, arguments: arguments.into(), literal },
                signature: OnceLock::new(),
                ty: OnceLock::new(),
                value: OnceLock::new(),
                condition: OnceLock::new(),
                body: OnceLock::new(),
            },
        );
        InstanceId(id)
    }

    /// The instance and its cells.
    #[inline]
    pub fn get(&self, id: InstanceId) -> Option<&InstanceEntry> {
        self.table.get(id.0)
    }
}
