//! What names meant lately, for each thread: a program says `Int` and the names of its types and procedures over and over.
//!
//! What a name means at the top of a module never changes once imports are resolved, and neither do the imports that it goes through: these have
//! been marked as used when it was looked up.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU32, Ordering};

use hubbub_base::Name;
use hubbub_base::table::Id;

use crate::data::types::{DeclId, ModuleId, TypeId};
use crate::names::lookup::{Candidates, Lookup};

/// Names that a thread remembers; a power of two.
const ENTRIES: usize = 512;

/// The number of a session, by which its names are told from another's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct SessionNumber(u32);

impl SessionNumber {
    /// A new one.
    pub fn next() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

/// Meanings that are remembered; the others are looked up each time.
#[derive(Clone, Copy)]
enum Meaning {
    Decl(DeclId),
    Procedure(DeclId),
    Type(TypeId),
    Module(ModuleId),
}

#[derive(Clone, Copy)]
struct Entry {
    session: SessionNumber,
    module: ModuleId,
    name: Name,
    meaning: Meaning,
}

thread_local! {
    static RECENT: RefCell<Vec<Option<Entry>>> = const { RefCell::new(Vec::new()) };
}

/// What `name` means at the top of `module`, as `look_up` finds it.
pub(crate) fn remembered(
    session: SessionNumber,
    module: ModuleId,
    name: Name,
    look_up: impl FnOnce() -> Lookup,
) -> Lookup {
    let slot = (name.raw().wrapping_mul(0x9E37_79B9) >> 16) as usize ^ module.index();
    let slot = slot % ENTRIES;
    let known = RECENT.with_borrow(|recent| *recent.get(slot)?);
    if let Some(entry) = known
        && (entry.session, entry.module, entry.name) == (session, module, name)
    {
        return match entry.meaning {
            Meaning::Decl(decl) => Lookup::Decl(decl),
            Meaning::Procedure(decl) => Lookup::Procedures(Candidates::One(decl)),
            Meaning::Type(ty) => Lookup::Type(ty),
            Meaning::Module(module) => Lookup::Module(module),
        };
    }
    let found = look_up();
    let meaning = match found {
        Lookup::Decl(decl) => Meaning::Decl(decl),
        Lookup::Procedures(Candidates::One(decl)) => Meaning::Procedure(decl),
        Lookup::Type(ty) => Meaning::Type(ty),
        Lookup::Module(module) => Meaning::Module(module),
        _ => return found,
    };
    RECENT.with_borrow_mut(|recent| {
        recent.resize(ENTRIES, None);
        if let Some(entry) = recent.get_mut(slot) {
            *entry = Some(Entry { session, module, name, meaning });
        }
    });
    found
}
