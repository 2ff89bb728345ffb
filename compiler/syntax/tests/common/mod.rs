//! What the tests share: random numbers with a fixed seed, and programs to take apart.

/// Programs without mistakes.
pub const PROGRAMS: &[&str] = &[
    include_str!("../programs/everything.hb"),
    include_str!("../programs/shop.hb"),
    include_str!("../programs/words.hb"),
];

/// xorshift64*: the same numbers on every machine.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 33) as usize % limit.max(1)
    }
}
