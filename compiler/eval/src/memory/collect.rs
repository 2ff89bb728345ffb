//! Frees blocks of allocators that nothing leads to any more, so that a program which builds its values piece by piece and never
//! frees takes memory in proportion to what it still uses.
//!
//! Whatever looks like the address of a live object is taken for one: words of registers and of objects that live. An address carries
//! the slot and the generation of its object in its upper half, so a number is hardly ever mistaken for one, and an address that was made a
//! number, or given some bits at its low end, still leads to its object.

use super::{Address, Entry, Kind, Memory, WRITTEN, generation_of, slot_of};

/// Below so many bytes nothing is ever looked for.
pub const BYTES_MIN: u64 = 2 << 20;
/// It is looked for again when there are so many times the bytes that were left.
const GROWTH: u64 = 2;

impl Memory {
    /// Whether it is time to collect, before so many bytes are allocated.
    pub fn is_collection_due(&self, size: u64) -> bool {
        let used = self.bytes_used();
        // A program that has really filled its memory must not look for more at every allocation.
        let has_grown = used > self.left_by_collection + self.left_by_collection / 8;
        used >= self.collect_at || has_grown && self.blocks.is_full(size.saturating_add(size / 4))
    }

    /// Frees the objects of allocators to which neither these words nor other objects lead; how many bytes were looked at.
    pub fn collect(&mut self, known: impl Iterator<Item = u64>) -> u64 {
        let mut marked = vec![false; self.entries.len()];
        let mut waiting: Vec<u32> = (0..self.entries.len() as u32).filter(|slot| self.is_root(*slot)).collect();
        let mut looked_at = 0;
        for word in known {
            self.mark(word, &mut marked, &mut waiting);
        }
        while let Some(slot) = waiting.pop() {
            looked_at += self.mark_contents(slot, &mut marked, &mut waiting);
        }
        for (slot, is_marked) in (0u64..).zip(marked) {
            let Some(entry) = self.entries.get(slot as usize).copied() else { continue };
            if !is_marked && is_collectable(&entry) {
                self.kill(u64::from(entry.generation) << 56 | slot << 32);
                self.blocks.free(entry.base, entry.size);
            }
        }
        self.blocks.join();
        self.left_by_collection = self.bytes_used();
        self.collect_at = BYTES_MIN.max(self.bytes_used().saturating_mul(GROWTH));
        looked_at
    }

    /// Whether an object lives whatever leads to it.
    fn is_root(&self, slot: u32) -> bool {
        self.entries.get(slot as usize).is_some_and(|entry| entry.is_live && !is_collectable(entry))
    }

    fn mark(&self, word: Address, marked: &mut [bool], waiting: &mut Vec<u32>) {
        let slot = slot_of(word);
        let Some(entry) = self.entries.get(slot as usize) else { return };
        if entry.generation != generation_of(word) || !is_collectable(entry) {
            return;
        }
        if let Some(mark) = marked.get_mut(slot as usize).filter(|mark| !**mark) {
            *mark = true;
            waiting.push(slot);
        }
    }

    /// Follows what looks like an address in an object; how many bytes it has.
    fn mark_contents(&self, slot: u32, marked: &mut [bool], waiting: &mut Vec<u32>) -> u64 {
        let Some(entry) = self.entries.get(slot as usize) else { return 0 };
        if matches!(entry.kind, Kind::Procedure(_)) {
            return 0;
        }
        let end = entry.base as usize + entry.size as usize;
        let (start, step) = match self.has_split_pointers {
            true => (entry.base as usize, 1),
            false => ((entry.base as usize).next_multiple_of(8), 8),
        };
        for at in (start..end.saturating_sub(7)).step_by(step) {
            let is_written =
                step == 1 || self.blocks.marks.get(at >> 3).is_some_and(|marks| marks & WRITTEN == WRITTEN);
            if is_written && let Some(word) = self.blocks.bytes.get(at..).and_then(|rest| rest.first_chunk()) {
                self.mark(u64::from_le_bytes(*word), marked, waiting);
            }
        }
        u64::from(entry.size)
    }
}

fn is_collectable(entry: &Entry) -> bool {
    entry.is_live && entry.kind == Kind::Heap
}
