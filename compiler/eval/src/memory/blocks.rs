//! The flat array of bytes and marks, cut into blocks by size class.
//!
//! Blocks are multiples of eight bytes. Freed ones wait on the list of their class. Neighbours are joined when [`Blocks::join`] is
//! asked to, so that a program whose blocks grow and grow does not leave a trail of small ones.

use super::Fault;

/// Sizes up to here have a class for each 16 bytes.
const SMALL_MAX: u32 = 1024;
const SMALL_CLASSES: usize = (SMALL_MAX / 16) as usize + 1;
/// Above, four classes for each doubling, up to 2^32.
const LARGE_CLASSES: usize = 22 * 4 + 1;
/// The flat array is addressed with 32 bits.
const FLAT_MAX: u64 = u32::MAX as u64 & !0xffff;

pub struct Blocks {
    pub bytes: Vec<u8>,
    /// A word for each eight bytes.
    pub marks: Vec<u16>,
    free: Vec<Vec<u32>>,
    /// Joined blocks, the largest last: start and size.
    holes: Vec<(u32, u32)>,
    used: u64,
    bytes_max: u64,
}

impl Blocks {
    pub fn new(bytes_max: u64) -> Self {
        let free = (0..SMALL_CLASSES + LARGE_CLASSES).map(|_| Vec::new()).collect();
        Self { bytes: Vec::new(), marks: Vec::new(), free, holes: Vec::new(), used: 0, bytes_max }
    }

    pub fn bytes_used(&self) -> u64 {
        self.used
    }

    /// A block of so many bytes; the marks are those of who had it before.
    #[inline]
    pub fn allocate(&mut self, size: u32) -> Result<u32, Fault> {
        let (class, rounded) = class_of(size);
        if self.used + rounded > self.bytes_max {
            return Err(Fault::MemoryLimit);
        }
        self.used += rounded;
        match self.free.get_mut(class).and_then(Vec::pop) {
            Some(base) => Ok(base),
            None => match self.holes.last_mut() {
                Some((base, size)) if u64::from(*size) >= rounded => {
                    let start = *base;
                    *base += rounded as u32;
                    *size -= rounded as u32;
                    Ok(start)
                }
                _ => self.grow_or_search(rounded),
            },
        }
    }

    /// Whether so many bytes more than there are now would be too many.
    pub fn is_full(&self, size: u64) -> bool {
        self.used + size > self.bytes_max
    }

    /// What is left of the largest hole may be smaller than the next one.
    #[cold]
    fn grow_or_search(&mut self, rounded: u64) -> Result<u32, Fault> {
        let found = self.holes.iter().rposition(|(_, size)| u64::from(*size) >= rounded);
        let Some(hole) = found.map(|index| self.holes.remove(index)) else { return self.grow(rounded) };
        let (base, size) = hole;
        self.holes.push((base + rounded as u32, size - rounded as u32));
        Ok(base)
    }

    /// Joins free blocks that lie side by side.
    pub fn join(&mut self) {
        let mut parts: Vec<(u32, u32)> = std::mem::take(&mut self.holes);
        for (class, list) in self.free.iter_mut().enumerate() {
            parts.extend(list.drain(..).map(|base| (base, size_of_class(class))));
        }
        parts.sort_unstable();
        let mut joined: Vec<(u32, u32)> = Vec::new();
        for (base, size) in parts.into_iter().filter(|(_, size)| *size > 0) {
            match joined.last_mut() {
                Some((start, length)) if *start + *length == base => *length += size,
                _ => joined.push((base, size)),
            }
        }
        joined.sort_unstable_by_key(|(base, size)| (*size, std::cmp::Reverse(*base)));
        self.holes = joined;
    }

    /// A new block at the end.
    #[cold]
    fn grow(&mut self, rounded: u64) -> Result<u32, Fault> {
        let base = self.bytes.len() as u64;
        let end = base + rounded;
        if end > FLAT_MAX || end > self.bytes_max.saturating_mul(2) {
            self.used -= rounded;
            return Err(Fault::MemoryLimit);
        }
        self.bytes.resize(end as usize, 0);
        self.marks.resize(end as usize / 8, 0);
        Ok(base as u32)
    }

    #[inline]
    pub fn free(&mut self, base: u32, size: u32) {
        let (class, rounded) = class_of(size);
        self.used = self.used.saturating_sub(rounded);
        if let Some(list) = self.free.get_mut(class) {
            list.push(base);
        }
    }

    /// Makes a block's contents unspecified.
    #[inline]
    pub fn forget(&mut self, base: u32, size: u32) {
        let start = base as usize / 8;
        let end = (base as usize + size as usize).div_ceil(8);
        if let Some(marks) = self.marks.get_mut(start..end) {
            marks.fill(0);
        }
    }
}

/// The class of a size, and the bytes of its blocks.
#[inline]
fn class_of(size: u32) -> (usize, u64) {
    let size = size.max(1);
    if size <= SMALL_MAX {
        let class = size.div_ceil(16);
        return (class as usize, u64::from(class) * 16);
    }
    let doubling = (size - 1).ilog2();
    let quarter = 1u64 << (doubling - 2);
    let quarters = (u64::from(size)).div_ceil(quarter);
    // Four to eight quarters of the doubling's size.
    let class = SMALL_CLASSES + (doubling - 10) as usize * 4 + (quarters - 5) as usize;
    (class, quarters * quarter)
}

/// The bytes of the blocks of a class.
fn size_of_class(class: usize) -> u32 {
    if class < SMALL_CLASSES {
        return class as u32 * 16;
    }
    let (doubling, quarters) = ((class - SMALL_CLASSES) / 4 + 10, (class - SMALL_CLASSES) % 4 + 5);
    (quarters as u32) << (doubling - 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_joined() {
        let mut blocks = Blocks::new(10_000);
        let bases: Vec<u32> = (0..8).map(|_| blocks.allocate(1000).unwrap()).collect();
        for base in &bases[1..7] {
            blocks.free(*base, 1000);
        }
        let end = blocks.bytes.len();
        blocks.join();
        assert_eq!(blocks.allocate(5000), Ok(bases[1]));
        assert_eq!(blocks.bytes.len(), end);
        assert_eq!(blocks.allocate(500).unwrap(), bases[1] + 5120);
    }

    #[test]
    fn classes_hold_their_sizes() {
        let mut previous = (0, 0);
        for size in (1..5000u32).chain((13..32).flat_map(|bits| [(1 << bits) - 1, 1 << bits, (1 << bits) + 1])) {
            let (class, rounded) = class_of(size);
            assert!(rounded >= u64::from(size) && rounded % 8 == 0, "{size}");
            assert!(class < SMALL_CLASSES + LARGE_CLASSES, "{size}");
            assert_eq!(u64::from(size_of_class(class)), rounded, "{size}");
            assert!((class > previous.0) == (rounded > previous.1), "{size}");
            previous = (class, rounded);
        }
        assert!(class_of(u32::MAX).0 < SMALL_CLASSES + LARGE_CLASSES);
    }

    #[test]
    fn freed_blocks_are_used_again() {
        let mut blocks = Blocks::new(1000);
        let a = blocks.allocate(100).unwrap();
        let b = blocks.allocate(100).unwrap();
        assert_ne!(a, b);
        blocks.free(a, 100);
        assert_eq!(blocks.allocate(99), Ok(a));
        assert_eq!(blocks.allocate(900), Err(Fault::MemoryLimit));
    }
}
