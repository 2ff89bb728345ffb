//! The flat array of bytes and marks, cut into blocks by size class.
//!
//! Blocks are multiples of eight bytes. Freed ones wait on the list of their class; nothing is joined or given back, which
//! wastes at most some fraction and never time.

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
    used: u64,
    bytes_max: u64,
}

impl Blocks {
    pub fn new(bytes_max: u64) -> Self {
        let free = (0..SMALL_CLASSES + LARGE_CLASSES).map(|_| Vec::new()).collect();
        Self { bytes: Vec::new(), marks: Vec::new(), free, used: 0, bytes_max }
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
            None => self.grow(rounded),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_hold_their_sizes() {
        let mut previous = (0, 0);
        for size in (1..5000u32).chain((13..32).flat_map(|bits| [(1 << bits) - 1, 1 << bits, (1 << bits) + 1])) {
            let (class, rounded) = class_of(size);
            assert!(rounded >= u64::from(size) && rounded % 8 == 0, "{size}");
            assert!(class < SMALL_CLASSES + LARGE_CLASSES, "{size}");
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
