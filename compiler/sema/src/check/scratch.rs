//! Memory that goes from body to body of one thread, so that most bodies are checked without taking any.
//!
//! Start with [`ScratchPool`]; what is in it is for [`super::checker`] to say.

use std::sync::{Mutex, PoisonError};

use hubbub_syntax::tree::view::OperatorName;

use super::call::emit::ProcedureFacts;
use super::format::Companions;
use super::scope::LocalNames;
use crate::data::types::{DeclId, ModuleId, TypeId};
use crate::data::value::ValueId;

/// What a body is built in, and what was found out about things of the session that all bodies share.
#[derive(Default, Debug)]
pub(crate) struct Scratch {
    /// Lists under construction; one stack for all.
    pub words: Vec<u32>,
    pub names: LocalNames,
    /// Small integers met before, so that they take no lock.
    pub small: hashbrown::HashMap<(TypeId, i64), ValueId, foldhash::fast::FixedState>,
    /// What attributes say about procedures met before.
    pub facts: hashbrown::HashMap<DeclId, ProcedureFacts, foldhash::fast::FixedState>,
    /// The companions of `#format` procedures met before.
    pub companions: hashbrown::HashMap<DeclId, Option<Companions>, foldhash::fast::FixedState>,
    /// Whether a module sees definitions of an operator that takes two operands with the same home module.
    pub operators: hashbrown::HashMap<(ModuleId, OperatorName, ModuleId), bool, foldhash::fast::FixedState>,
}

/// Small integers that are kept at most.
const SMALL_INTEGERS_MAX: usize = 1 << 14;

/// Threads that have memory of their own; more share it.
const SLOTS: usize = 64;

/// The scratch memory of all threads. A thread gets back what it put in, so that it stays in that core's caches; a body that is checked
/// within another one takes another piece.
#[derive(Debug)]
pub(crate) struct ScratchPool {
    slots: Vec<Slot>,
}

/// On a pair of cache lines of its own.
#[derive(Default, Debug)]
#[repr(align(128))]
struct Slot(Mutex<Vec<Scratch>>);

impl Default for ScratchPool {
    fn default() -> Self {
        Self { slots: (0..SLOTS).map(|_| Slot::default()).collect() }
    }
}

impl ScratchPool {
    /// Memory for a body.
    pub fn take(&self) -> Scratch {
        let kept = self.slot().and_then(|slot| slot.0.lock().unwrap_or_else(PoisonError::into_inner).pop());
        kept.unwrap_or_default()
    }

    /// Keeps the memory for the next body.
    pub fn give_back(&self, mut scratch: Scratch) {
        scratch.names.clear();
        scratch.words.clear();
        if scratch.small.len() > SMALL_INTEGERS_MAX {
            scratch.small.clear();
        }
        if let Some(slot) = self.slot() {
            slot.0.lock().unwrap_or_else(PoisonError::into_inner).push(scratch);
        }
    }

    fn slot(&self) -> Option<&Slot> {
        self.slots.get(rayon::current_thread_index().map_or(0, |index| index + 1) % SLOTS)
    }
}
