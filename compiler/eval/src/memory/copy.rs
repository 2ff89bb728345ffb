//! Copies and fills of ranges.
//!
//! A copy takes the marks along: bytes that have not been written are copied as such (padding, parts of aggregates), and pointers
//! stay pointers when both ends are equally aligned.

use super::{Address, Fault, Memory, POINTER, WRITTEN};

impl Memory {
    /// Copies bytes and marks; the ranges may overlap.
    pub fn copy(&mut self, to: Address, from: Address, length: u64) -> Result<(), Fault> {
        if length == 0 {
            return Ok(());
        }
        let Some(source) = self.readable_range(from, length) else { return Err(self.explain(from, length, false)) };
        let Some(target) = self.writable_range(to, length) else { return Err(self.explain(to, length, true)) };
        let length = length as usize;
        if source == target {
            return Ok(());
        }
        self.copy_marks(target, source, length);
        self.blocks.bytes.copy_within(source..source + length, target);
        Ok(())
    }

    /// As [`Memory::copy`], but ranges that overlap are a fault, unless they are the same.
    pub fn copy_apart(&mut self, to: Address, from: Address, length: u64) -> Result<(), Fault> {
        let is_same_object = super::start_of(to) == super::start_of(from);
        if is_same_object && to != from && to.abs_diff(from) < length {
            return Err(Fault::Overlap);
        }
        self.copy(to, from, length)
    }

    fn copy_marks(&mut self, target: usize, source: usize, length: usize) {
        if (source | target | length) & 7 == 0 {
            self.blocks.marks.copy_within(source >> 3..(source + length) >> 3, target >> 3);
        } else if self.holds_plain_bytes(source, length) {
            self.mark_written(target, length);
        } else {
            self.copy_marks_by_byte(target, source, length);
        }
    }

    /// Whether all bytes of a range have been written, and none of their words is a pointer: text, numbers.
    fn holds_plain_bytes(&self, start: usize, length: usize) -> bool {
        let words = start >> 3..(start + length).div_ceil(8);
        let is_plain = |marks: &[u16]| marks.iter().all(|marks| marks & POINTER == 0);
        self.blocks.marks.get(words).is_some_and(is_plain) && self.is_written(start, length)
    }

    fn copy_marks_by_byte(&mut self, target: usize, source: usize, length: usize) {
        let marks: Vec<u16> = (source..source + length).map(|at| self.mark_of(at)).collect();
        let is_alike = (source ^ target) & 7 == 0;
        self.has_split_pointers |= !is_alike && marks.iter().any(|mark| mark & POINTER != 0);
        for (index, mark) in marks.iter().enumerate() {
            let at = target + index;
            // A pointer's mark goes along with the first of its bytes when all eight are copied.
            let is_whole = is_alike && at & 7 == 0 && index + 8 <= length;
            let is_pointer = is_whole && mark & POINTER != 0;
            if let Some(word) = self.blocks.marks.get_mut(at >> 3) {
                let bit = 1 << (at & 7);
                let written = if mark & 1 != 0 { *word | bit } else { *word & !bit };
                *word = match (is_pointer, at & 7 == 0 || !is_alike || index == 0) {
                    (true, _) => written | POINTER,
                    (false, true) => written & WRITTEN,
                    (false, false) => written,
                };
            }
        }
    }

    /// Bit 0: whether the byte has been written; [`POINTER`]: whether it belongs to a pointer.
    fn mark_of(&self, at: usize) -> u16 {
        let word = self.blocks.marks.get(at >> 3).copied().unwrap_or(0);
        (word >> (at & 7)) & 1 | word & POINTER
    }

    fn readable_range(&self, address: Address, length: u64) -> Option<usize> {
        let entry = self.live_entry(address)?;
        let offset = super::offset_of(address);
        (u64::from(offset).checked_add(length)? <= u64::from(entry.size)).then(|| (entry.base + offset) as usize)
    }

    fn writable_range(&self, address: Address, length: u64) -> Option<usize> {
        let entry = self.live_entry(address)?;
        let offset = super::offset_of(address);
        (u64::from(offset).checked_add(length)? <= u64::from(entry.writable)).then(|| (entry.base + offset) as usize)
    }

    /// Fills a range with a byte.
    pub fn fill(&mut self, to: Address, byte: u8, length: u64) -> Result<(), Fault> {
        if length == 0 {
            return Ok(());
        }
        let Some(at) = self.writable_range(to, length) else { return Err(self.explain(to, length, true)) };
        self.mark_written(at, length as usize);
        if let Some(bytes) = self.blocks.bytes.get_mut(at..at + length as usize) {
            bytes.fill(byte);
        }
        Ok(())
    }

    /// Makes the contents of a range unspecified.
    pub fn forget(&mut self, to: Address, length: u64) -> Result<(), Fault> {
        if length == 0 {
            return Ok(());
        }
        let Some(at) = self.writable_range(to, length) else { return Err(self.explain(to, length, true)) };
        for at in at..at + length as usize {
            if let Some(marks) = self.blocks.marks.get_mut(at >> 3) {
                *marks = *marks & WRITTEN & !(1 << (at & 7));
            }
        }
        Ok(())
    }

    /// Compares two ranges as `memcmp`, but gives exactly -1, 0 or 1.
    pub fn compare(&self, a: Address, b: Address, length: u64) -> Result<i64, Fault> {
        let (a, b) = (self.read(a, length)?, self.read(b, length)?);
        Ok(a.cmp(b) as i64)
    }
}
