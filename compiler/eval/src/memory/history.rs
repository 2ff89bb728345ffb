//! Where the blocks of allocators were made and freed, for whoever uses one after its end.
//!
//! Of blocks that live the place is known; of those that were freed it is that of the latest few, since a mistake mostly follows soon.

use std::collections::VecDeque;

use hubbub_base::FileId;

use super::{Address, slot_of};

/// Where the program was: a file, and a byte offset in it.
pub type Site = (FileId, u32);

/// Blocks whose end is remembered.
const ENDED_MAX: usize = 1 << 16;

/// The life of a block that has been freed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The upper half of its addresses: generation and slot.
    object: u32,
    /// Where it was made.
    pub made: Option<Site>,
    /// Where it was freed.
    pub freed: Option<Site>,
}

/// See the head of this module.
#[derive(Default)]
pub struct History {
    /// Where the block of each slot was made.
    made: Vec<Option<Site>>,
    ended: VecDeque<Ended>,
}

impl History {
    /// A block begins.
    pub fn begin(&mut self, address: Address, site: Option<Site>) {
        let slot = slot_of(address) as usize;
        if self.made.len() <= slot {
            self.made.resize(slot + 1, None);
        }
        if let Some(made) = self.made.get_mut(slot) {
            *made = site;
        }
    }

    /// A block has been freed.
    pub fn end(&mut self, address: Address, site: Option<Site>) {
        if self.ended.len() == ENDED_MAX {
            self.ended.pop_front();
        }
        let made = self.made.get(slot_of(address) as usize).copied().flatten();
        self.ended.push_back(Ended { object: object_of(address), made, freed: site });
    }

    /// The life of the block to which an address led.
    pub fn of(&self, address: Address) -> Option<Ended> {
        self.ended.iter().rev().find(|ended| ended.object == object_of(address)).copied()
    }
}

fn object_of(address: Address) -> u32 {
    (address >> 32) as u32
}
