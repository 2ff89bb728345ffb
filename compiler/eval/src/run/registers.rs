//! The registers of all frames, in one array.
//!
//! A frame sees a window of as many registers as an operation can name, so that reading one needs no check; behind its own there are
//! those of frames to come. The array is not cleared between executions: a frame fills its registers when it begins.

use std::cell::RefCell;

use crate::code::{Code, R};

/// What a register's number can be.
const WINDOW: usize = 1 << R::BITS;
/// Registers that are added at once.
const CHUNK: usize = 1 << 16;

/// What a frame can name.
pub type Window = [u64; WINDOW];

thread_local! {
    /// The array of an interpreter that is gone, for the next one of the thread.
    static SPARE: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

/// See the head of this module.
pub struct Registers {
    words: Vec<u64>,
}

impl Registers {
    pub fn new() -> Self {
        let mut words = SPARE.take();
        if words.len() < WINDOW {
            words.resize(WINDOW, 0);
        }
        Self { words }
    }

    /// The window of the frame that begins at `base`; there is one behind every register that [`Registers::begin`] has given.
    #[inline(always)]
    pub fn window(&mut self, base: usize) -> Option<&mut Window> {
        self.words.get_mut(base..)?.first_chunk_mut()
    }

    /// Fills the registers of a new frame: what the caller gives, then the rest of the template.
    pub fn begin(&mut self, base: usize, code: &Code, given: &[u64]) {
        self.make_room(base);
        let Some(window) = self.words.get_mut(base..base + code.template.len()) else { return };
        window.copy_from_slice(&code.template);
        window.iter_mut().zip(given).for_each(|(register, value)| *register = *value);
    }

    /// The same, where registers of the caller's frame are given.
    #[inline(always)]
    pub fn begin_from(&mut self, base: usize, code: &Code, caller: usize, given: &[R]) {
        self.make_room(base);
        let Some((below, above)) = self.words.split_at_mut_checked(base) else { return };
        let Some(window) = above.get_mut(..code.template.len()) else { return };
        window.copy_from_slice(&code.template);
        let from = below.get(caller..).unwrap_or(&[]);
        for (number, register) in given.iter().enumerate() {
            if let (Some(to), Some(value)) = (window.get_mut(number), from.get(*register as usize)) {
                *to = *value;
            }
        }
    }

    /// Hands values of a frame to the one that called it.
    #[inline(always)]
    pub fn give_back(&mut self, base: usize, results: &[R], caller: usize, places: &[R]) {
        for (number, from) in results.iter().enumerate() {
            let value = self.get(base, *from);
            if let Some(to) = places.get(number) {
                self.set(caller, *to, value);
            }
        }
    }

    #[inline(always)]
    pub fn get(&self, base: usize, register: R) -> u64 {
        self.words.get(base + register as usize).copied().unwrap_or(0)
    }

    #[inline(always)]
    pub fn set(&mut self, base: usize, register: R, value: u64) {
        if let Some(place) = self.words.get_mut(base + register as usize) {
            *place = value;
        }
    }

    /// Everything from the frame at `base` on.
    pub fn behind(&self, base: usize) -> &[u64] {
        self.words.get(base..).unwrap_or(&[])
    }

    pub fn behind_mut(&mut self, base: usize) -> &mut [u64] {
        self.words.get_mut(base..).unwrap_or(&mut [])
    }

    #[inline(always)]
    fn make_room(&mut self, base: usize) {
        if self.words.len() < base + WINDOW {
            self.grow(base + WINDOW);
        }
    }

    #[cold]
    fn grow(&mut self, needed: usize) {
        self.words.resize(needed.next_multiple_of(CHUNK) + CHUNK, 0);
    }
}

impl Drop for Registers {
    fn drop(&mut self) {
        // One that a deep recursion has made large is not kept.
        if self.words.len() <= WINDOW + 2 * CHUNK {
            SPARE.set(std::mem::take(&mut self.words));
        }
    }
}
