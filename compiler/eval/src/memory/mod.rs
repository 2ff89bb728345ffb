//! The interpreter's memory: objects with provenance over one flat array.
//!
//! A pointer is 64 bits: eight of *generation*, 24 of *slot*, 32 of *offset*. A slot names an object; when the object dies,
//! the slot's generation goes up, so that old pointers are known for what they are, and a slot whose generations are used up
//! is never used again. So a pointer's bytes can be copied by anybody without losing what it points to, arithmetic on
//! them works as on addresses, and every object begins at an address that is aligned to anything.
//!
//! The objects' bytes lie in one array. For each eight of them there is a word of *marks*: a bit for each byte that says
//! whether it has been written, and one that says whether the eight are a pointer, stored as such and aligned. The marks are what
//! makes reading of uninitialised memory an error, and what tells [`crate::freeze`] pointers from numbers.
//!
//! Start with [`Memory::allocate`]; loads and stores are in [`access`], copies in [`copy`], the flat array is kept by
//! [`blocks`], and [`collect`] frees what nothing leads to any more.

mod access;
mod blocks;
mod collect;
mod copy;
mod history;
#[cfg(test)]
mod tests;

use std::cell::Cell;

use blocks::Blocks;
use history::History;

pub use history::{Ended, Site};

/// A pointer of the interpreted program.
pub type Address = u64;

/// Bytes between an address and its object's start.
const OFFSET_BITS: u32 = 32;
/// Objects that can live at once.
const SLOT_BITS: u32 = 24;
/// Addresses below are called null in messages, like those that the guard page catches.
const NULL_END: u64 = 1 << 16;

/// All eight bytes of a word have been written.
const WRITTEN: u16 = 0xff;
/// The word holds a pointer.
const POINTER: u16 = 0x100;

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A local of a procedure that runs.
    Local,
    /// Made by an allocator.
    Heap,
    /// Given by the temporary allocator of compile time.
    Temporary,
    /// A global, by number.
    Global(u32),
    /// A procedure, by number: it has an address, but no bytes.
    Procedure(u32),
    /// Bytes that the interpreter itself provides.
    Internal,
}

/// Why memory cannot be used so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// At or just behind null.
    Null,
    /// Not the address of anything that ever was.
    Wild,
    /// The object has been freed.
    Freed,
    /// The object is freed, and has been before.
    FreedTwice,
    /// The local's life is over.
    DeadLocal,
    /// Outside of the object.
    OutOfBounds { offset: u32, length: u64, size: u32 },
    /// Read before anything was written there.
    Uninitialised,
    /// Written, but constant.
    ReadOnly,
    /// Freed, but not from an allocator, or not at its start.
    NotAllocated,
    /// More memory than is allowed.
    MemoryLimit,
    /// More objects than there are slots.
    TooManyObjects,
    /// Ranges that must not overlap do.
    Overlap,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::Null => f.write_str("null pointer"),
            Fault::Wild => f.write_str("the pointer points to no object"),
            Fault::Freed => f.write_str("the pointer points to memory that has been freed"),
            Fault::FreedTwice => f.write_str("memory is freed that has been freed already"),
            Fault::DeadLocal => f.write_str("the pointer points to a local variable whose life is over"),
            Fault::OutOfBounds { offset, length, size } => {
                let offset = *offset as i32;
                write!(f, "{length} bytes at offset {offset} lie outside of an object of {size} bytes")
            }
            Fault::Uninitialised => f.write_str("memory is read that has not been initialised"),
            Fault::ReadOnly => f.write_str("constant data is written"),
            Fault::NotAllocated => f.write_str("what is freed does not come from an allocator"),
            Fault::MemoryLimit => f.write_str("more memory is used than is allowed"),
            Fault::TooManyObjects => f.write_str("more objects are used than there can be"),
            Fault::Overlap => f.write_str("memory is copied between ranges that overlap"),
        }
    }
}

/// An object, or what is left of it.
#[derive(Clone, Copy)]
struct Entry {
    /// Where its bytes begin in the flat array.
    base: u32,
    /// 0 when it is dead.
    size: u32,
    /// As `size`, but 0 for constant data.
    writable: u32,
    kind: Kind,
    /// What the top bits of its addresses are; that of the next object once it is dead.
    generation: u8,
    is_live: bool,
    /// Binary logarithm of the alignment that was asked for.
    align: u8,
}

/// See the head of this module.
pub struct Memory {
    blocks: Blocks,
    entries: Vec<Entry>,
    /// Slots of dead objects that have generations left.
    free_slots: Vec<u32>,
    /// How many bytes may be in use before what cannot be reached is looked for.
    collect_at: u64,
    /// What the last time left.
    left_by_collection: u64,
    /// Whether some pointer has been stored that does not lie in one word.
    has_split_pointers: bool,
    history: History,
    /// The last address of freed memory for which there was an explanation.
    blamed: Cell<Address>,
}

impl Memory {
    /// Empty memory for as many bytes at once.
    pub fn new(bytes_max: u64) -> Self {
        let unused =
            Entry { base: 0, size: 0, writable: 0, kind: Kind::Internal, generation: 0, is_live: false, align: 0 };
        Self {
            blocks: Blocks::new(bytes_max),
            entries: vec![unused],
            free_slots: Vec::new(),
            collect_at: collect::BYTES_MIN,
            left_by_collection: 0,
            has_split_pointers: false,
            history: History::default(),
            blamed: Cell::new(0),
        }
    }

    /// Bytes in use now.
    pub fn bytes_used(&self) -> u64 {
        self.blocks.bytes_used()
    }

    /// A new object with unspecified contents.
    pub fn allocate(&mut self, size: u64, kind: Kind) -> Result<Address, Fault> {
        let size = u32::try_from(size).map_err(|_| Fault::MemoryLimit)?;
        let base = self.blocks.allocate(size)?;
        self.object_at(base, size, kind)
    }

    /// A new object whose address has this alignment in the running program, should it become static data.
    pub fn allocate_aligned(&mut self, size: u64, align: u64, kind: Kind) -> Result<Address, Fault> {
        let address = self.allocate(size, kind)?;
        if let Some(entry) = self.entries.get_mut(slot_of(address) as usize) {
            entry.align = align.max(1).ilog2() as u8;
        }
        Ok(address)
    }

    /// The alignment that was asked for, at least that of every scalar.
    pub fn align_of(&self, address: Address) -> u64 {
        self.live_entry(address).map_or(1, |entry| 1 << entry.align.clamp(4, 63))
    }

    /// A new object on bytes that the caller keeps; its contents are unspecified.
    pub fn object_at(&mut self, base: u32, size: u32, kind: Kind) -> Result<Address, Fault> {
        self.blocks.forget(base, size);
        let slot = match self.free_slots.pop() {
            Some(slot) => slot,
            None => self.new_slot()?,
        };
        let Some(entry) = self.entries.get_mut(slot as usize) else { return Err(Fault::TooManyObjects) };
        *entry = Entry { base, size, writable: size, kind, generation: entry.generation, is_live: true, align: 0 };
        Ok(u64::from(entry.generation) << (OFFSET_BITS + SLOT_BITS) | u64::from(slot) << OFFSET_BITS)
    }

    fn new_slot(&mut self) -> Result<u32, Fault> {
        if self.entries.len() >= 1 << SLOT_BITS {
            return Err(Fault::TooManyObjects);
        }
        let slot = self.entries.len() as u32;
        self.entries.push(Entry {
            base: 0,
            size: 0,
            writable: 0,
            kind: Kind::Internal,
            generation: 1,
            is_live: false,
            align: 0,
        });
        Ok(slot)
    }

    /// Bytes for [`Memory::object_at`].
    pub fn allocate_block(&mut self, size: u32) -> Result<u32, Fault> {
        self.blocks.allocate(size)
    }

    /// Gives them back; their objects are dead.
    pub fn free_block(&mut self, base: u32, size: u32) {
        self.blocks.free(base, size);
    }

    /// Ends the life of the object at an address; nothing when it is dead already.
    pub fn kill(&mut self, address: Address) {
        let slot = slot_of(address);
        let Some(entry) = self.entries.get_mut(slot as usize) else { return };
        if entry.is_live && entry.generation == generation_of(address) {
            (entry.size, entry.writable, entry.is_live) = (0, 0, false);
            entry.generation = entry.generation.wrapping_add(1);
            if entry.generation != 0 {
                self.free_slots.push(slot);
            }
        }
    }

    /// Frees an object that an allocator made.
    pub fn free(&mut self, address: Address) -> Result<(), Fault> {
        let Some(entry) = self.live_entry(address) else {
            return Err(match self.explain(address, 0, false) {
                Fault::Freed => Fault::FreedTwice,
                fault => fault,
            });
        };
        let (base, size) = (entry.base, entry.size);
        if !matches!(entry.kind, Kind::Heap | Kind::Temporary) || offset_of(address) != 0 {
            return Err(Fault::NotAllocated);
        }
        self.kill(address);
        self.blocks.free(base, size);
        Ok(())
    }

    /// Notes where the program was when it asked for a block.
    pub fn note_made(&mut self, address: Address, site: Option<Site>) {
        self.history.begin(address, site);
    }

    /// Notes where the program was when it freed a block.
    pub fn note_freed(&mut self, address: Address, site: Option<Site>) {
        self.history.end(address, site);
    }

    /// The life of the freed memory that was used last, if it is still known.
    pub fn blamed(&self) -> Option<Ended> {
        self.history.of(self.blamed.get())
    }

    /// Makes an object constant.
    pub fn protect(&mut self, address: Address) {
        if let Some(entry) = self.entries.get_mut(slot_of(address) as usize) {
            entry.writable = 0;
        }
    }

    /// What lives at an address: kind and size of the object.
    pub fn object(&self, address: Address) -> Option<(Kind, u32)> {
        self.live_entry(address).map(|entry| (entry.kind, entry.size))
    }

    fn live_entry(&self, address: Address) -> Option<&Entry> {
        let entry = self.entries.get(slot_of(address) as usize)?;
        (entry.is_live && entry.generation == generation_of(address)).then_some(entry)
    }

    /// Why these bytes cannot be read or written; called when that has been found.
    #[cold]
    pub fn explain(&self, address: Address, length: u64, is_write: bool) -> Fault {
        if !(NULL_END..=u64::MAX - NULL_END).contains(&address) {
            return Fault::Null;
        }
        let Some(entry) = self.entries.get(slot_of(address) as usize) else { return Fault::Wild };
        if !entry.is_live || entry.generation != generation_of(address) {
            return match entry.kind {
                _ if generation_of(address) == 0 || slot_of(address) == 0 => Fault::Wild,
                Kind::Heap | Kind::Temporary => {
                    self.blamed.set(address);
                    Fault::Freed
                }
                _ => Fault::DeadLocal,
            };
        }
        let offset = offset_of(address);
        if u64::from(offset) + length > u64::from(entry.size) {
            return Fault::OutOfBounds { offset, length, size: entry.size };
        }
        if is_write { Fault::ReadOnly } else { Fault::Uninitialised }
    }
}

/// The slot that an address names.
#[inline(always)]
fn slot_of(address: Address) -> u32 {
    (address >> OFFSET_BITS) as u32 & ((1 << SLOT_BITS) - 1)
}

/// Bytes behind the start of the object.
#[inline(always)]
pub fn offset_of(address: Address) -> u32 {
    address as u32
}

#[inline(always)]
fn generation_of(address: Address) -> u8 {
    (address >> (OFFSET_BITS + SLOT_BITS)) as u8
}

/// The address of the start of the object.
pub fn start_of(address: Address) -> Address {
    address & !(u64::from(u32::MAX))
}

/// An address some bytes further, in the same object; `None` when the offset leaves its 32 bits.
#[inline(always)]
pub fn advance(address: Address, bytes: i64) -> Option<Address> {
    let offset = i64::from(offset_of(address)).checked_add(bytes)?;
    let offset = u32::try_from(offset).ok()?;
    Some(start_of(address) | u64::from(offset))
}
