//! Loads and stores of one to sixteen bytes, and of whole ranges from outside.
//!
//! The fast ones give `None` for every fault; [`Memory::explain`] finds out which.

use super::{Address, Entry, Fault, Kind, Memory, POINTER, WRITTEN, generation_of, offset_of, slot_of};

/// No object is so large: offsets below can be added to without a carry.
const INSIDE_MAX: u64 = 1 << 40;

/// Bits for `length` bytes of a word from byte `at` on.
#[inline(always)]
fn mask(at: usize, length: usize) -> u16 {
    ((1u16 << length) - 1) << (at & 7)
}

impl Memory {
    #[inline(always)]
    fn entry(&self, address: Address) -> Option<&Entry> {
        let entry = self.entries.get(slot_of(address) as usize)?;
        (entry.generation == generation_of(address)).then_some(entry)
    }

    /// Where readable bytes lie in the flat array.
    #[inline(always)]
    fn readable(&self, address: Address, offset: u64, length: u64) -> Option<usize> {
        let entry = self.entry(address)?;
        let offset = u64::from(offset_of(address)).wrapping_add(offset);
        (offset < INSIDE_MAX && offset + length <= u64::from(entry.size))
            .then(|| (u64::from(entry.base) + offset) as usize)
    }

    #[inline(always)]
    fn writable(&self, address: Address, offset: u64, length: u64) -> Option<usize> {
        let entry = self.entry(address)?;
        let offset = u64::from(offset_of(address)).wrapping_add(offset);
        (offset < INSIDE_MAX && offset + length <= u64::from(entry.writable))
            .then(|| (u64::from(entry.base) + offset) as usize)
    }

    /// The bytes at an address, if all of them may be read and have been written.
    #[inline(always)]
    pub fn load<const N: usize>(&self, address: Address) -> Option<[u8; N]> {
        self.load_at(address, 0)
    }

    /// The bytes at an address and an offset (a negative one wraps), if that stays in the object and all of them may be read and have been written.
    #[inline(always)]
    pub fn load_at<const N: usize>(&self, address: Address, offset: u64) -> Option<[u8; N]> {
        let at = self.readable(address, offset, N as u64)?;
        if (at & 7) + N <= 8 {
            let wanted = mask(at, N);
            if self.blocks.marks.get(at >> 3)? & wanted != wanted {
                return None;
            }
        } else if !self.is_written(at, N) {
            return None;
        }
        self.blocks.bytes.get(at..at + N)?.first_chunk().copied()
    }

    /// Stores bytes that are no pointer.
    #[inline(always)]
    pub fn store<const N: usize>(&mut self, address: Address, bytes: [u8; N]) -> Option<()> {
        self.store_at(address, 0, bytes)
    }

    /// Stores bytes that are no pointer at an address and an offset, if that stays in the object.
    #[inline(always)]
    pub fn store_at<const N: usize>(&mut self, address: Address, offset: u64, bytes: [u8; N]) -> Option<()> {
        let at = self.writable(address, offset, N as u64)?;
        if (at & 7) + N <= 8 {
            let marks = self.blocks.marks.get_mut(at >> 3)?;
            *marks = (*marks | mask(at, N)) & WRITTEN;
        } else {
            self.mark_written(at, N);
        }
        *self.blocks.bytes.get_mut(at..at + N)?.first_chunk_mut()? = bytes;
        Some(())
    }

    /// Stores a pointer.
    #[inline(always)]
    pub fn store_pointer(&mut self, address: Address, pointer: Address) -> Option<()> {
        self.store_pointer_at(address, 0, pointer)
    }

    /// Stores a pointer at an address and an offset, if that stays in the object.
    #[inline(always)]
    pub fn store_pointer_at(&mut self, address: Address, offset: u64, pointer: Address) -> Option<()> {
        let at = self.writable(address, offset, 8)?;
        if at & 7 == 0 {
            *self.blocks.marks.get_mut(at >> 3)? = WRITTEN | POINTER;
        } else {
            self.has_split_pointers = true;
            self.mark_written(at, 8);
        }
        *self.blocks.bytes.get_mut(at..at + 8)?.first_chunk_mut()? = pointer.to_le_bytes();
        Some(())
    }

    /// Whether every byte of a flat range has been written.
    pub(super) fn is_written(&self, start: usize, length: usize) -> bool {
        let end = start + length;
        let mut at = start;
        while at < end {
            let stop = end.min((at | 7) + 1);
            let wanted = mask(at, stop - at);
            if self.blocks.marks.get(at >> 3).is_none_or(|marks| marks & wanted != wanted) {
                return false;
            }
            at = stop;
        }
        true
    }

    /// Marks a flat range as written, and as no pointers.
    pub(super) fn mark_written(&mut self, start: usize, length: usize) {
        let end = start + length;
        let mut at = start;
        while at < end {
            let stop = end.min((at | 7) + 1);
            if let Some(marks) = self.blocks.marks.get_mut(at >> 3) {
                *marks = (*marks | mask(at, stop - at)) & WRITTEN;
            }
            at = stop;
        }
    }

    /// Whether the word at an address is a pointer that was stored as one.
    pub fn is_pointer(&self, address: Address) -> bool {
        let at = self.readable(address, 0, 8).unwrap_or(1);
        at & 7 == 0 && self.blocks.marks.get(at >> 3).is_some_and(|marks| marks & POINTER != 0)
    }

    /// The bytes of a range, all of which have been written.
    pub fn read(&self, address: Address, length: u64) -> Result<&[u8], Fault> {
        if length == 0 {
            return Ok(&[]);
        }
        let fault = || self.explain(address, length, false);
        let at = self.readable(address, 0, length).ok_or_else(fault)?;
        if !self.is_written(at, length as usize) {
            return Err(Fault::Uninitialised);
        }
        self.blocks.bytes.get(at..at + length as usize).ok_or_else(fault)
    }

    /// The bytes of a whole object, written or not; those not written are 0.
    pub fn object_bytes(&self, start: Address) -> Vec<u8> {
        let Some(entry) = self.live_entry(start) else { return Vec::new() };
        if matches!(entry.kind, Kind::Procedure(_)) {
            return Vec::new();
        }
        let base = entry.base as usize;
        let bytes = self.blocks.bytes.get(base..base + entry.size as usize).unwrap_or(&[]);
        let shown = bytes.iter().enumerate().map(|(index, byte)| {
            let at = base + index;
            let marks = self.blocks.marks.get(at >> 3).copied().unwrap_or(0);
            if marks & mask(at, 1) != 0 { *byte } else { 0 }
        });
        shown.collect()
    }

    /// Writes bytes that are no pointers.
    pub fn write(&mut self, address: Address, bytes: &[u8]) -> Result<(), Fault> {
        let length = bytes.len();
        if length == 0 {
            return Ok(());
        }
        let Some(at) = self.writable(address, 0, length as u64) else {
            return Err(self.explain(address, length as u64, true));
        };
        self.mark_written(at, length);
        if let Some(to) = self.blocks.bytes.get_mut(at..at + length) {
            to.copy_from_slice(bytes);
        }
        Ok(())
    }
}
