//! Interned names: a 32-bit [`Name`] stands for a text, equal names for equal texts, in the whole process.

use std::cell::RefCell;
use std::sync::LazyLock;

use hashbrown::HashMap;

use crate::sharded::Sharded;

/// An interned text. Its number depends on thread timing: compare names for equality, order them by their text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Name(u32);

static NAMES: LazyLock<Sharded<Box<str>>> = LazyLock::new(Sharded::new);

thread_local! {
    /// Keeps the shards' locks out of hot paths: most names have been seen by the thread before.
    static SEEN: RefCell<HashMap<&'static str, Name, foldhash::fast::FixedState>> =
        const { RefCell::new(HashMap::with_hasher(foldhash::fast::FixedState::with_seed(7))) };
}

impl Name {
    /// The name of `text`.
    pub fn new(text: &str) -> Self {
        SEEN.with_borrow_mut(|seen| {
            if let Some(name) = seen.get(text) {
                return *name;
            }
            let name = Self(NAMES.intern(text, |a, b| &**a == b, || text.into()));
            seen.insert(name.as_str(), name);
            name
        })
    }

    /// The text.
    #[inline]
    pub fn as_str(self) -> &'static str {
        NAMES.get(self.0).map_or("", |text| text)
    }

    /// The bare number, for storage in flat arrays; [`Name::from_raw`] takes it back.
    #[inline]
    pub fn raw(self) -> u32 {
        self.0
    }

    /// The name with this number.
    #[inline]
    pub fn from_raw(raw: u32) -> Self {
        Self(raw)
    }
}

impl std::fmt::Debug for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}`", self.as_str())
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
