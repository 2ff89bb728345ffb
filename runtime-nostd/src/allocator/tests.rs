//! The allocator under a random load, checked by a pattern in every block.

use super::*;

struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        (self.0 >> 33) as usize % bound
    }
}

struct Block {
    at: *mut u8,
    size: usize,
    pattern: u8,
}

impl Block {
    fn new(size: usize, alignment: usize, pattern: u8) -> Block {
        let at = allocate(size, alignment);
        assert!(!at.is_null() && at.addr().is_multiple_of(alignment));
        // SAFETY: a fresh block.
        unsafe { at.write_bytes(pattern, size) };
        Block { at, size, pattern }
    }

    fn check(&self) {
        // SAFETY: the block is in use.
        let bytes = unsafe { core::slice::from_raw_parts(self.at, self.size) };
        assert!(bytes.iter().all(|&byte| byte == self.pattern));
    }

    fn resized(self, size: usize, alignment: usize) -> Block {
        self.check();
        // SAFETY: the block is in use and replaced.
        unsafe {
            let at = resize(self.at, size, alignment);
            assert!(!at.is_null() && at.addr().is_multiple_of(alignment));
            Block { at, size: size.min(self.size), pattern: self.pattern }.check();
            at.write_bytes(self.pattern, size);
            Block { at, size, pattern: self.pattern }
        }
    }

    fn free(self) {
        self.check();
        // SAFETY: the block is in use and forgotten.
        unsafe { free(self.at) };
    }
}

fn random_size(random: &mut Random) -> usize {
    let magnitude = 1 << random.below(21);
    random.below(magnitude + 1)
}

#[test]
fn random_load_keeps_contents() {
    crate::spin_lock::expect_threads();
    let mut random = Random(7);
    let mut blocks = Vec::new();
    for step in 0..60_000 {
        let alignment = 1 << random.below(14);
        let size = random_size(&mut random);
        match random.below(if step % 20_000 < 10_000 { 3 } else { 5 }) {
            0 | 1 => blocks.push(Block::new(size, alignment, step as u8)),
            2 if !blocks.is_empty() => {
                let index = random.below(blocks.len());
                let block = blocks.swap_remove(index).resized(size, alignment);
                blocks.push(block);
            }
            _ if !blocks.is_empty() => {
                let index = random.below(blocks.len());
                blocks.swap_remove(index).free();
            }
            _ => {}
        }
    }
    blocks.into_iter().for_each(Block::free);
}

#[test]
fn impossible_sizes_give_null() {
    for size in [usize::MAX, usize::MAX - 4095, isize::MAX as usize, 1 << 62] {
        assert!(allocate(size, 8).is_null());
    }
    assert!(allocate(8, 1 << 40).is_null());
}

#[test]
fn large_blocks_grow_without_copying() {
    crate::spin_lock::expect_threads();
    let mut block = Block::new(200_000, 8, 9);
    for doubling in 1..9 {
        block = block.resized(200_000 << doubling, 4096);
    }
    block.resized(300_000, 8).resized(100, 8).free();
}

#[test]
fn null_is_freed_and_resized() {
    crate::spin_lock::expect_threads();
    // SAFETY: null is allowed.
    unsafe {
        free(ptr::null_mut());
        let block = resize(ptr::null_mut(), 10, 8);
        assert!(!block.is_null());
        free(block);
    }
}

#[test]
fn blocks_travel_between_threads() {
    crate::spin_lock::expect_threads();
    const THREADS: usize = 8;
    let (senders, receivers): (Vec<_>, Vec<_>) = (0..THREADS).map(|_| std::sync::mpsc::channel()).unzip();
    std::thread::scope(|scope| {
        for (number, inbox) in receivers.into_iter().enumerate() {
            let senders = senders.clone();
            scope.spawn(move || {
                let mut random = Random(number as u64 + 1);
                for step in 0..3000 {
                    let block = Block::new(random_size(&mut random) / 8, 8, step as u8);
                    let receiver = &senders[random.below(THREADS)];
                    receiver.send((block.at.expose_provenance(), block.size, block.pattern)).unwrap();
                    inbox.try_iter().for_each(free_sent);
                }
                drop(senders);
                inbox.iter().for_each(free_sent);
            });
        }
        drop(senders);
    });
}

fn free_sent((at, size, pattern): (usize, usize, u8)) {
    Block { at: ptr::with_exposed_provenance_mut(at), size, pattern }.free();
}
